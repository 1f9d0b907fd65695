// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of Dockerfiles, not templates.
import type { Random } from "./random.ts";

/** Pieces that mean something to one of the readers. */
const pieces = [
  ..."\\`'\"$#=<>()[]{}|&;*?!-%/@:~,+^ \t\r\n\0\u00a0\u2028\uFEFFé😀\ud800",
  "${",
  "}",
  "${a:-",
  "${a##",
  "${a//",
  "$(",
  "$((",
  "<<E",
  "<<-'E'",
  "\nE\n",
  "\\\n",
  "`\n",
  "\r\n",
  "\n#",
  "FROM ",
  "\nRUN ",
  "\nCOPY ",
  "\nENV ",
  "\nARG ",
  "ONBUILD ",
  "HEALTHCHECK CMD ",
  "# escape=`\n",
  "--mount=type=bind,source=",
  '["',
  '", "',
  '"]',
  "pip install -r ",
  "--find-links ",
  "torch==1.9.1+cu111",
  "git clone ",
  "git+https://",
  "@",
  "https://",
  "bash -c '",
  "if true; then ",
  "fi",
  "for a in ",
  "do ",
  "done",
  "case a in ",
  "esac",
  "&& ",
  "|| ",
  " | ",
  "eval ",
  "**",
  "**/",
  "[a-",
  "[^",
  "\n!",
  " ; python_version<'3'",
  " --hash=sha256:",
  "[extra]",
  ">=1,<2",
  "-r ",
  "-c ",
  "-e ",
  "sed -i 's/a/b/' ",
  "echo 'a:b' | chpasswd",
  "PermitRootLogin yes",
  "apt-key adv ",
  "curl a | sh",
  "useradd -u 1000 ",
];

/** A text a little different, by one to eight changes. `others`: texts that parts are taken from. */
export function mutate(random: Random, text: string, others: readonly string[]): string {
  let changed = text;
  for (let left = 1 + random.below(8); left > 0; left--) changed = changeOnce(random, changed, others);
  return changed.slice(0, 200_000);
}

function changeOnce(random: Random, text: string, others: readonly string[]): string {
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + random.below(random.pick([2, 10, 100, 1000])));
  switch (random.below(8)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at) + text.slice(at, end).repeat(2 + random.below(5)) + text.slice(end);
    case 2:
      return (
        text.slice(0, at) +
        random.pick(pieces).repeat(1 + random.below(random.pick([3, 3, 300]))) +
        text.slice(at)
      );
    case 3: {
      const other = random.pick(others);
      const from = random.below(other.length + 1);
      return text.slice(0, at) + other.slice(from, from + random.below(400)) + text.slice(end);
    }
    case 4:
      return (
        text.slice(0, at) +
        text.slice(end, end + (end - at)) +
        text.slice(at, end) +
        text.slice(end + (end - at))
      );
    default:
      return text.slice(0, at) + random.pick(pieces) + text.slice(random.below(2) ? at : end);
  }
}
