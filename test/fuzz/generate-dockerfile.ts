// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of Dockerfiles, not templates.
import type { Random } from "./random.ts";

const words = [
  "a",
  "b-c",
  "/x/y",
  "$v",
  "${v:-w}",
  '"q r"',
  "'s'",
  "\\ t",
  "1.2",
  "é",
  "#",
  "a=b",
  "[",
  "--z",
];
const values = ["1", '"x y"', "'$v'", "a\\ b", "$v", "${v%.*}", "", '"\\""', "é"];
const names = ["a", "B_2", "v", "LD_PATH"];
const shell = ["echo a", "true && false", 'echo "<<E"', "x || y", "cat $v", "(a; b)", "echo it\\'s", "a | b"];

/** A well-formed Dockerfile made by a grammar: every keyword, in every form. */
export function generateDockerfile(random: Random): string {
  const mark = random.below(5) === 0 ? "`" : "\\";
  const lineEnd = random.below(5) === 0 ? "\r\n" : "\n";
  const head = mark === "`" ? `# escape=\`${lineEnd}` : "";
  const first = `FROM scratch${random.below(2) ? " AS s" : ""}${lineEnd}`;
  const rest = random.some(1, 12, () => instruction(random, mark, lineEnd)).join("");
  const text = head + first + rest;
  return random.below(4) === 0 ? text.replace(/\r?\n$/, "") : text;
}

function instruction(random: Random, mark: string, lineEnd: string): string {
  if (random.below(8) === 0) return random.pick(["# comment", "", "  # indented", "\t"]) + lineEnd;
  const keyword = random.pick(Object.keys(bodies));
  const written = random.below(6) === 0 ? keyword.toLowerCase() : keyword;
  const indent = random.pick(["", "", "", "  ", "\t"]);
  const { line, after = [] } = (bodies[keyword] as Body)(random);
  return (
    indent +
    broken(random, `${written} ${line}`, mark, lineEnd) +
    lineEnd +
    after.map((one) => one + lineEnd).join("")
  );
}

/** Breaks a line at some of its spaces, with comments and empty lines between. */
function broken(random: Random, line: string, mark: string, lineEnd: string): string {
  if (random.below(3) > 0) return line;
  const filling = ["", "", `# c ${mark}${lineEnd}`, `  # c${lineEnd}`, lineEnd];
  return line.replace(/(?<=[\w"]) (?=[\w"])/g, (space) =>
    random.below(3) === 0
      ? `${space}${mark}${random.pick(["", " "])}${lineEnd}${random.pick(filling)}  `
      : space,
  );
}

type Body = (random: Random) => { line: string; after?: string[] };

const json = (random: Random): string =>
  JSON.stringify(random.some(1, 3, () => random.pick(["a", "b c", '"', "\\", "é", "$v", ""])));
const pairs = (random: Random): string =>
  random.below(4) === 0
    ? `${random.pick(names)} ${random.pick(["x", "x  y", '"z'])}`
    : random.some(1, 3, () => `${random.pick(names)}=${random.pick(values)}`).join(" ");
const command: Body = (random) => ({ line: random.below(2) ? json(random) : random.pick(shell) });

function heredoc(random: Random): { mark: string; lines: string[] } {
  const name = random.pick(["E", "EOF", "a.txt"]);
  const dash = random.pick(["", "-"]);
  const quote = random.pick(["", '"', "'"]);
  const body = random.some(0, 3, () => random.pick(["a $v", "\tb", "# c", "", "FROM d \\", "é"]));
  return {
    mark: `<<${dash}${quote}${name}${quote}`,
    lines: [...body, (dash && random.pick(["", "\t"])) + name],
  };
}

const bodies: Record<string, Body> = {
  ADD: (random) => ({
    line: `${random.below(2) ? "--chown=1:1 " : ""}${random.pick(["a", "b.tar", "$v"])} /x`,
  }),
  ARG: (random) => ({ line: `${random.pick(names)}${random.below(2) ? `=${random.pick(values)}` : ""}` }),
  CMD: command,
  COPY: (random) => {
    if (random.below(3) === 0) return { line: JSON.stringify(["a b", "/c"]) };
    if (random.below(2) === 0) return { line: `--link --from="s t" ${random.pick(["a", "b*"])} /y` };
    const marks = random.some(1, 2, () => heredoc(random));
    return {
      line: `${marks.map(({ mark }) => mark).join(" ")} /d/`,
      after: marks.flatMap(({ lines }) => lines),
    };
  },
  ENTRYPOINT: command,
  ENV: (random) => ({ line: pairs(random) }),
  EXPOSE: (random) => ({ line: random.some(1, 2, () => random.pick(["80", "81/udp", "$v"])).join("  ") }),
  FROM: (random) => ({
    line: random.pick(["scratch", "s", "scratch AS s", "--platform=linux/amd64 scratch"]),
  }),
  HEALTHCHECK: (random) => ({
    line: random.pick(["NONE", `CMD ${json(random)}`, "--retries=3 CMD a  b", "--interval=5s CMD a"]),
  }),
  LABEL: (random) => ({ line: pairs(random) }),
  MAINTAINER: () => ({ line: "a <b@c>" }),
  ONBUILD: (random) => ({ line: `${random.pick(["RUN", "run"])} ${random.pick(shell)}` }),
  RUN: (random) => {
    if (random.below(3) > 0) return command(random);
    const { mark, lines } = heredoc(random);
    return { line: `${random.pick(["", "cat ", "--network=none "])}${mark}`, after: lines };
  },
  SHELL: (random) => ({ line: json(random) }),
  STOPSIGNAL: (random) => ({ line: random.pick(["9", "SIGINT"]) }),
  USER: (random) => ({ line: random.pick(["a", "1:1", "$v"]) }),
  VOLUME: (random) => ({ line: random.pick(["/a /b", '["/c"]']) }),
  WORKDIR: (random) => ({ line: random.some(1, 2, () => random.pick(words.slice(0, 5))).join(" ") }),
};
