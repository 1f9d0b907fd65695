// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of Dockerfiles, not templates.
import { type Target, targets } from "./targets.ts";

/** A text of any size: a beginning, a piece again and again, an end. */
export interface Shape {
  name: string;
  target: Target;
  make(size: number): string;
}

const frames: [reads: Target["reads"], before: string, after: string][] = [
  ["dockerfile", "FROM a\nRUN ", "\n"],
  ["dockerfile", "FROM a\nRUN <<E\n", "\nE\n"],
  ["dockerfile", "FROM a\nENV a=", "\n"],
  ["dockerfile", "FROM a\nENV x=1 y=", ""],
  ["dockerfile", "FROM a\nLABEL a ", "\n"],
  ["dockerfile", "FROM a\nCOPY ", " /x\n"],
  ["dockerfile", "FROM a\nCOPY <<E /x\n", "\nE\n"],
  ["dockerfile", "FROM a\nCMD [", '"a"]\n'],
  ["dockerfile", "FROM a\nONBUILD RUN ", "\n"],
  ["dockerfile", "FROM a\nRUN bash -c '", "'\n"],
  ["dockerfile", "FROM ", "\n"],
  ["dockerfile", "", "\n"],
  ["requirements", "", "\n"],
  ["requirements", "torch", "\n"],
  ["ignore", "", "\n"],
  ["ignore", "a*", "b\n"],
];

const dockerfilePieces = [
  "a",
  "a ",
  "\\\n",
  " \\\n",
  "\\\n#c\n",
  "\n",
  "\nRUN a",
  "\nENV a=$a$a",
  "\nENV a=${a//a/b}",
  "\nFROM a AS b",
  "\nARG a=1",
  "\nCOPY a b",
  "$a",
  "${a:-",
  "${a#*",
  "${",
  "}",
  "'",
  '"',
  "`",
  "\\",
  "$",
  "$(",
  "$(a)",
  "$((1+",
  "(",
  "((",
  "{ ",
  "[",
  "[[ ",
  "<<E ",
  "<<E\nE\nRUN ",
  " <<A",
  "<",
  ">",
  "| a ",
  "a|",
  "&& a ",
  ";",
  "&",
  "if a; then ",
  "while a; do ",
  "case a in ",
  "for a in b; do ",
  "! ",
  "a=b ",
  '"a",',
  '"\\u0041",',
  '["a"]',
  "--x=y ",
  "--mount=type=bind,source=a ",
  "-",
  "--",
  "=",
  "a=",
  "#",
  "@",
  "ONBUILD ",
  "é",
  "\u00a0",
  "\0",
  "\t",
  "\r",
  "pip install a ",
  "pip install -r a && ",
  "git clone https://a/b && ",
  "sed -i 's/a/b/' c; ",
  "echo a | chpasswd; ",
  "useradd a; ",
  "a=b || ",
  "a=b && ",
  "a || exit && ",
  "if a; then a=b; else a=c; fi; ",
  "case a in a) a=b;; *) a=c;; esac; ",
  "[ a ] && a=b; ",
  ". a; ",
  "cd a && ",
  "export a=b; ",
  "bash -c ",
  "eval ",
  "sudo ",
  "xargs ",
  "su - -c ",
  "curl a | sh; ",
  "\\n",
  "a:b",
  "/",
  "../",
  "%",
  "*",
  "?",
];
const requirementPieces = [
  "a",
  "a\n",
  "a==1\n",
  "a>=1,",
  "-r b\n",
  "[",
  "[a,",
  "]",
  ";",
  "; a and ",
  "(",
  "--hash=sha256:a ",
  "\\\n",
  " ",
  "#",
  " #",
  "git+https://a@",
  "@",
  "==",
  "1.",
  "-",
  "_",
  ".",
  "\r",
  "'",
  '"',
  "$",
  "${a}",
  "--a ",
  "-e .\n",
  "é",
  "+cu111",
  "!",
  "~=",
];
const ignorePieces = [
  "a",
  "a\n",
  "*",
  "*a",
  "**/",
  "**",
  "?",
  "[a]",
  "[",
  "[a-z]",
  "\\",
  "/",
  "../",
  "!",
  "!a\n*\n",
  "#",
  " ",
  "\r",
  "^",
  "é",
];

/** Lines of which each may have something to do with all before it, and that differ by their number. */
const numbered: [name: string, line: (index: number) => string][] = [
  ["stages on stages", (i) => `FROM a${i} AS a${i + 1}\nRUN pip install x\n`],
  [
    "stages that copy and clone",
    (i) => `FROM a${i} AS a${i + 1}\nCOPY --from=a${i} /x /y${i}\nRUN git clone https://github.com/a/b${i}\n`,
  ],
  ["ARGs and uses", (i) => `ARG A${i % 2}\nRUN echo $B $A\n`],
  [
    "users and their folders",
    (i) => `RUN useradd u${i} && chown -R u${i} /opt/${i}\nUSER u${i}\nRUN touch /opt/${i}/x\nUSER root\n`,
  ],
  ["copied files that a user changes", (i) => `COPY f${i} /opt/f${i}\nUSER u\nRUN chmod +x /opt/f${i}\n`],
  ["lines of sshd_config", () => "RUN echo 'PermitRootLogin yes' >> /etc/ssh/sshd_config\n"],
];

const pieces: Record<Target["reads"], string[]> = {
  dockerfile: dockerfilePieces,
  requirements: requirementPieces,
  ignore: ignorePieces,
};

/** What may stand within itself, in a script. */
const nests: [open: string, close: string][] = [
  ["(", ")"],
  ["( ", " )"],
  ["$(", ")"],
  ['"$(', ')"'],
  ["$((", "))"],
  ["${a:-", "}"],
  ['"${a:-', '}"'],
  ["<(", ")"],
  ["{ ", "; }"],
  ["if a; then ", "; fi"],
  ["if ", "; then a; fi"],
  ["while a; do ", "; done"],
  ["for a in b; do ", "; done"],
  ["case a in b) ", ";; esac"],
  ["a() { ", "; }"],
  ["a && (", ")"],
  ["a | { ", "; }"],
  ["a <<< $(", ")"],
  ["[[ ( ", " ) ]]"],
];

/** Every piece in every frame that its readers have, and RUNs of 60,000 characters that are nested as deep as they can be. */
export function* shapes(): Generator<Shape> {
  const [verify] = targets.filter(({ name }) => name === "verify");
  for (const [open, close] of verify ? nests : []) {
    const depth = Math.floor(60_000 / (open.length + close.length));
    for (const levels of [depth, 40]) {
      const nested = `${open.repeat(levels)}a${close.repeat(levels)}`;
      const script = `${nested}; `.repeat(Math.ceil(60_000 / (nested.length + 2)) - 1) + nested;
      const make = (size: number): string =>
        `FROM a\n${`RUN ${script}\n`.repeat(Math.ceil(size / script.length))}`;
      yield {
        name: `verify: RUNs of ${JSON.stringify(open)} nested ${levels} times`,
        target: verify as Target,
        make,
      };
    }
  }
  for (const [name, line] of verify ? numbered : []) {
    const make = (size: number): string => {
      let text = "FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel AS a0\n";
      // As many lines as were slow once: a file of a mebibyte of them has limits of its own.
      for (let index = 0; text.length < size / 4; index++) text += line(index);
      return text;
    };
    yield { name: `verify: ${name}`, target: verify as Target, make };
  }
  for (const [reads, before, after] of frames) {
    for (const piece of pieces[reads]) {
      for (const target of targets.filter((one) => one.reads === reads)) {
        const name = `${target.name}: ${JSON.stringify(`${before}(${piece})*${after}`)}`;
        const make = (size: number): string => before + piece.repeat(Math.ceil(size / piece.length)) + after;
        yield { name, target, make };
      }
    }
  }
}

const mebibyte = 1024 * 1024;

/** Milliseconds for a text of 1 MiB, and of half of it where that took long enough to compare. */
export function measure({ target, make }: Shape): { whole: number; half: number | undefined } {
  const once = (text: string): number => {
    const start = performance.now();
    target.run(text);
    return performance.now() - start;
  };
  // The machine may be busy with something else, and collects garbage when it likes: the best of some runs counts.
  const time = (size: number): number => {
    const text = make(size);
    let best = once(text);
    for (let again = 0; again < 2 && best > 200; again++) best = Math.min(best, once(text));
    return best;
  };
  const whole = time(mebibyte);
  return { whole, half: whole > 200 ? time(mebibyte / 2) : undefined };
}

/** Longer than a second, or more than three times as long for twice the size. */
export function isTooSlow({ whole, half }: { whole: number; half: number | undefined }): boolean {
  return whole > 1000 || (half !== undefined && whole > 3 * half);
}
