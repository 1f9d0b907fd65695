import { editableDockerfile, fixOf, replacePart } from "../fixes/edit.ts";
import type { Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import { shells } from "../shell/unwrap.ts";
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
    const entry = new Map<Stage, Step | undefined>();
    for (const stage of image.stages) {
      const inherited = stage.parent && entry.get(stage.parent);
      const entries = stage.steps.filter(({ instruction }) => instruction.keyword === "ENTRYPOINT");
      entry.set(stage, entries.at(-1) ?? inherited);
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
        const shell = shellOf.get(step);
        const last = entry.get(stage);
        if (keyword === "CMD" && last && startsShell(last)) continue;
        const found = report(image, set, step, shell);
        if (found) yield found;
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

/** `ENTRYPOINT ["/bin/sh", "-c"]`: of a CMD in exec form it would take the first word for the whole script. */
function startsShell({ instruction: { json } }: Step): boolean {
  return (
    json !== undefined && json.length > 1 && json.some((word) => shells.test(word)) && isScriptNext(json)
  );
}

function isScriptNext(words: readonly string[]): boolean {
  return /^-[a-z]*c$/.test(words.at(-1) ?? "");
}

/** Undefined where nobody here knows what the shell does with signals, or where all is well. */
function report(
  image: Image,
  keywords: ReadonlySet<string>,
  step: Step,
  shell: readonly string[] | undefined,
): Report | undefined {
  const { keyword, body } = step.instruction;
  if (shell && !(shells.test(shell[0] ?? "") && isScriptNext(shell))) return undefined;
  const isEntry = keyword === "ENTRYPOINT";
  // bash gives its place to a command that stands alone.
  const gives = shell?.[0]?.endsWith("bash") === true && !/[;&|\n]/.test(body.text);
  if (gives && !isEntry) return undefined;
  // What SHELL adds, such as the profile of a login shell, exec form would leave out.
  const words = shell ? undefined : plainWords(body.text);
  const json = words && `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;
  const signal = "its program does not get the signal that stops the container";
  const why = gives
    ? "its program gets neither CMD nor the arguments of docker run"
    : isEntry
      ? `${signal}, nor CMD and the arguments of docker run`
      : `${signal}, and is killed`;
  return {
    message: `${keyword} in shell form runs under ${(shell ?? ["/bin/sh"])[0]}: ${why}`,
    remedy: json ? `Write ${keyword} ${json}.` : remedyOf(keyword, shell),
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

function remedyOf(keyword: string, shell: readonly string[] | undefined): string {
  if (shell === undefined)
    return `Write ${keyword} ["program", "argument"], or put exec in front of the program.`;
  const own = JSON.stringify([...shell, keyword === "CMD" ? "exec program" : 'exec program "$@"', "--"]);
  return keyword === "CMD"
    ? "Put exec in front of the program: the shell of SHELL then gives its place to it."
    : `Write ENTRYPOINT ${own.replaceAll(",", ", ")}: so the shell of SHELL goes on to do what it is for.`;
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
