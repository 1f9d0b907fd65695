import { heredocMarks } from "./heredoc.ts";
import type { Instruction, SyntaxProblem } from "./instruction.ts";
import { isBlank } from "./white-space.ts";

type Report = (problem: SyntaxProblem) => void;

/**
 * The flags of an instruction, those of the labs channel included. ARG and STOPSIGNAL are not here: the builder does not
 * look at theirs. Source: tried with BuildKit 0.25, and https://docs.docker.com/reference/dockerfile/.
 */
const flagsOf: Record<string, readonly string[]> = {
  ADD: ["chown", "chmod", "link", "keep-git-dir", "checksum", "unpack", "exclude"],
  COPY: ["from", "chown", "chmod", "link", "parents", "exclude"],
  FROM: ["platform"],
  HEALTHCHECK: ["interval", "timeout", "start-period", "start-interval", "retries"],
  RUN: ["mount", "network", "security", "device"],
};
const unchecked = new Set(["ARG", "STOPSIGNAL"]);
const repeatable = new Set(["mount", "exclude", "device"]);
const withoutValue = new Set(["link", "keep-git-dir", "unpack", "parents"]);

/** How many words an instruction takes at least. */
const fewest: Record<string, number> = {
  ADD: 2,
  ARG: 1,
  COPY: 2,
  ENV: 1,
  EXPOSE: 1,
  FROM: 1,
  HEALTHCHECK: 1,
  LABEL: 1,
  MAINTAINER: 1,
  ONBUILD: 1,
  SHELL: 1,
  STOPSIGNAL: 1,
  USER: 1,
  VOLUME: 1,
  WORKDIR: 1,
};

/** What the builder refuses of an instruction whose words are read. A trigger of ONBUILD is not looked into before it is used. */
export function checkInstruction(instruction: Instruction, report: Report): void {
  const { keyword, words, position, assignments } = instruction;
  const refuse = (message: string, at = position): void =>
    report({ kind: "arguments", position: at, message });
  const needed = fewest[keyword] ?? 0;
  if (words.length < needed) {
    refuse(`${keyword} needs ${needed === 1 ? "an argument" : "a source and a destination"}`);
    return;
  }
  checkFlags(instruction, report);
  for (const { name, position: at } of assignments)
    if (name === "") refuse(`${keyword} needs a name before =`, at);
  if (keyword === "FROM") checkFrom(instruction, refuse);
  else if (keyword === "ONBUILD") checkTrigger(instruction, refuse);
  else if (keyword === "HEALTHCHECK") checkHealth(instruction, refuse);
  else if (keyword === "SHELL" && instruction.json === undefined)
    report({ kind: "json", position, message: "SHELL takes the JSON form only" });
  else if (keyword === "VOLUME" && words.some(({ text }) => isBlank(text))) refuse("VOLUME needs a path");
  else if (keyword === "COPY" || keyword === "ADD") {
    const last = words.at(-1);
    if (last && heredocMarks(last.text).length > 0)
      refuse(`a heredoc cannot be the destination of ${keyword}`, last.position);
  }
}

function checkFlags({ keyword, flags, words }: Instruction, report: Report): void {
  // HEALTHCHECK NONE does not look at its flags either.
  if (unchecked.has(keyword) || (keyword === "HEALTHCHECK" && words[0]?.text.toUpperCase() === "NONE"))
    return;
  const seen = new Set<string>();
  for (const { name, value, position } of flags) {
    const refuse = (message: string): void => report({ kind: "flag", position, message });
    const shown = `--${name.slice(0, 40)}`;
    const takesNone = withoutValue.has(name);
    if (!flagsOf[keyword]?.includes(name)) refuse(`${keyword} has no flag ${shown}`);
    else if (seen.has(name) && !repeatable.has(name)) refuse(`${shown} is given twice`);
    else if (value === undefined ? !takesNone : takesNone && !/^(?:true|false)$/i.test(value))
      refuse(takesNone ? `${shown} is true or false` : `${shown} needs a value`);
    seen.add(name);
  }
}

type Refuse = (message: string, at?: Instruction["position"]) => void;

function checkFrom({ words }: Instruction, refuse: Refuse): void {
  const [, as, name] = words;
  if (words.length === 3 && as?.text.toUpperCase() === "AS") {
    // Only ASCII becomes lower case for the pattern's sake; the builder's own list begins with letters of ASCII too.
    if (!/^[a-z][a-z0-9\-_.]*$/.test(name?.text.toLowerCase() ?? ""))
      refuse(
        "the name of a stage begins with a letter and holds letters, digits, -, _ and . only",
        name?.position,
      );
  } else if (words.length !== 1) refuse("FROM takes an image, or an image, AS and a name", as?.position);
}

function checkTrigger({ body, trigger }: Instruction, refuse: Refuse): void {
  if (trigger === undefined) refuse("ONBUILD may not hold another ONBUILD", body.positionAt(0));
  else if (trigger.keyword === "FROM" || trigger.keyword === "MAINTAINER")
    refuse(`ONBUILD may not hold ${trigger.keyword}`, trigger.position);
}

function checkHealth({ words, json }: Instruction, refuse: Refuse): void {
  const [type] = words;
  const kind = type?.text.toUpperCase();
  const hasCommand = words.length > 1;
  if (kind === "NONE") {
    if (hasCommand) refuse("HEALTHCHECK NONE takes no arguments", words[1]?.position);
  } else if (kind !== "CMD") refuse("HEALTHCHECK takes CMD or NONE", type?.position);
  else if (!hasCommand || json?.length === 0) refuse("HEALTHCHECK CMD needs a command");
}
