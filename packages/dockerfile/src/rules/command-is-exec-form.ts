import { editableDockerfile, fixOf, replacePart } from "../fixes/edit.ts";
import type { Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import { atSpan } from "../span-location.ts";
import { shellsOf } from "../stages/shells.ts";
import type { Stage, Step } from "../stages/stage.ts";

export const commandIsExecForm: Rule = {
  code: "MIA509",
  id: "command-is-exec-form",
  description: "CMD and ENTRYPOINT are JSON arrays, or exec: signals must reach the program.",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  fix: "safe",
  *check(image) {
    const shellOf = shellsOf(image.stages);
    const keywords = new Map<Stage, ReadonlySet<string>>();
    for (const stage of image.stages) {
      const own = stage.steps.map(({ instruction }) => instruction.keyword);
      const set = new Set([...((stage.parent && keywords.get(stage.parent)) ?? []), ...own]);
      keywords.set(stage, set);
      for (const step of stage.steps) {
        const { keyword, json, body, heredocs } = step.instruction;
        if ((keyword !== "CMD" && keyword !== "ENTRYPOINT") || json || body.text === "") continue;
        if (isMeantAsJson(body.text)) {
          yield brokenJson(image, step);
          continue;
        }
        if (heredocs.length > 0 || execs(body.text) || isBareShell(body.text)) continue;
        yield report(image, set, step, shellOf.get(step) !== undefined);
      }
    }
  },
};

/** `['a', "b"]`, `["a" "b"]`: a list for sure, for `[ "$X" = y ]` has no comma behind its first word. */
function isMeantAsJson(text: string): boolean {
  return /^\[\s*(?:"[^"$]*"|'[^'$]*')\s*[,\]]/.test(text);
}

function brokenJson(image: Image, { instruction }: Step): Report {
  const { keyword, body } = instruction;
  const quote = /'/.test(body.text)
    ? "in double quotes"
    : "with commas between them, and none behind the last";
  return {
    message: `${keyword} looks like a JSON array and is none, so /bin/sh is given the brackets to run, and there is no such program`,
    remedy: `Write the strings ${quote}.`,
    locations: [atSpan(image, instruction)],
    severity: "error",
    confidence: "high",
  };
}

/** The shell gives its place to the program. */
function execs(text: string): boolean {
  return /(?:^|[;&|]\s*)exec\s/.test(text);
}

/** Somebody sits in front of it: nothing is lost. */
function isBareShell(text: string): boolean {
  return /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|z)?sh(?:\s+-[il]+)*$/.test(text);
}

function report(image: Image, keywords: ReadonlySet<string>, step: Step, ownShell: boolean): Report {
  const { keyword, body } = step.instruction;
  const words = ownShell ? undefined : plainWords(body.text);
  const json = words && `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;
  const why =
    keyword === "ENTRYPOINT"
      ? "its program does not get the signal that stops the container, nor CMD and the arguments of docker run"
      : "its program does not get the signal that stops the container, and is killed";
  return {
    message: `${keyword} in shell form runs under /bin/sh: ${why}`,
    remedy: json
      ? `Write ${keyword} ${json}.`
      : `Write ${keyword} ["program", "argument"], or put exec in front of the program.`,
    locations: [atSpan(image, step.instruction)],
    // In exec form an ENTRYPOINT gets CMD as arguments, which it did not before.
    ...(json && !keywords.has(keyword === "CMD" ? "ENTRYPOINT" : "CMD")
      ? fixOf(
          `Write ${keyword} as a JSON array`,
          "safe",
          replacePart(editableDockerfile(image), body, 0, body.text.length, json),
        )
      : {}),
  };
}

/** Words of the shell itself, which no file on PATH stands for. */
const builtins =
  /^(?:\.|:|alias|cd|eval|export|hash|read|set|shift|source|trap|type|ulimit|umask|unset|wait)$/;

/** The words of a command that the shell would only split: no quotes, variables, wildcards or operators. */
function plainWords(text: string): string[] | undefined {
  if (text.length > 1000 || !/^[\w./:=,@%+\- \t]+$/.test(text)) return undefined;
  const words = text.trim().split(/[ \t]+/);
  const [first = ""] = words;
  return first.includes("=") || builtins.test(first) ? undefined : words;
}
