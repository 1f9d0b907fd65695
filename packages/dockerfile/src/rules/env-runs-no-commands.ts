import type { Rule } from "../rule.ts";
import { atSpan } from "../span-location.ts";

/** Variables whose commands a shell runs itself, later. */
const forLater = /^(?:PS[0-4]|PROMPT_COMMAND)$/;

const keywords = new Set(["ENV", "ARG", "LABEL"]);

export const envRunsNoCommands: Rule = {
  code: "MIA502",
  id: "env-runs-no-commands",
  description: "ENV, ARG and LABEL do not run the commands in their values.",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const { escapeMark, instructions } = image.dockerfile;
    for (const instruction of instructions) {
      const { keyword, assignments } = instruction.trigger ?? instruction;
      if (!keywords.has(keyword)) continue;
      for (const assignment of assignments) {
        const { name, value } = assignment;
        const command = value === undefined || forLater.test(name) ? undefined : commandIn(value, escapeMark);
        if (command === undefined) continue;
        yield {
          message: `${keyword} runs nothing: ${name.slice(0, 80)} holds the very text ${command.slice(0, 100)}`,
          remedy:
            keyword === "LABEL"
              ? "Give the value with --build-arg and write an ARG's name here."
              : "Write the value itself, or take it in the RUN that needs it: `RUN X=$(...) && ...`.",
          locations: [atSpan(image, assignment)],
        };
      }
    }
  },
};

/** The `$(...)` or backquotes in a value, unless somebody quoted or escaped them to be literal. */
function commandIn(value: string, escapeMark: string): string | undefined {
  let quote = "";
  for (let at = 0; at < value.length; at++) {
    const character = value[at] as string;
    if (quote === "'") {
      if (character === "'") quote = "";
    } else if (character === escapeMark) at += 1;
    else if (character === '"') quote = quote === '"' ? "" : '"';
    else if (character === "'" && quote === "") quote = "'";
    else if (value.startsWith("$((", at)) return undefined;
    else if (value.startsWith("$(", at))
      return isForLater(value, at, escapeMark) ? undefined : commandText(value.slice(at), quote);
    else if (character === "`") return quotedBack(value, at);
  }
  return undefined;
}

/** The command in backquotes. With words around it, it is prose: `the action \`checkout\``. */
function quotedBack(value: string, at: number): string | undefined {
  const end = value.indexOf("`", at + 1);
  const around = end < 0 ? " " : value.slice(0, at) + value.slice(end + 1);
  return /\s/.test(around) ? undefined : value.slice(at, end + 1);
}

/** Behind two escapes one of them stays in the value, for the shell of whoever reads it. */
function isForLater(value: string, at: number, escapeMark: string): boolean {
  return value[at - 1] === escapeMark;
}

/** Without the quotes that end the value. */
function commandText(text: string, quote: string): string {
  return quote !== "" && text.endsWith(quote) ? text.slice(0, -1) : text;
}
