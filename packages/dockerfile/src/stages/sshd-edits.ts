import type { FileWrite } from "./file-write.ts";
import { plainReplacement, type SedEdit, sedPattern } from "./sed-edits.ts";
import { doorOption, type SshdLine } from "./sshd-line.ts";

/** Steps that the patterns of one configuration may still take. */
export interface EditBudget {
  left: number;
}

export function newEditing(): EditBudget {
  return { left: 50_000_000 };
}

/** Steps of one pattern on one line; a `sed` that somebody meant takes a hundredth of it. */
const maxSteps = 2_000_000;

/** With each star more, the places where a pattern may fail become as many times more as the line is long. */
function isAffordable({ source }: RegExp, { length }: string, budget: EditBudget): boolean {
  const repeats = (source.match(/[*+?]/g)?.length ?? 0) + (source.startsWith("^") ? 0 : 1);
  let steps = 1;
  for (let index = 1; index <= repeats; index++) steps *= (length + index) / index;
  if (length > 1000 || steps > maxSteps) return false;
  budget.left -= steps;
  return budget.left >= 0;
}

/** Changes the lines; gives the setting that the edit was for where it changes none that counts. */
export function applyEdit(
  lines: SshdLine[],
  edit: SedEdit,
  write: FileWrite,
  isKnown: boolean,
  budget: EditBudget,
): { name: string; value: string } | undefined {
  const text = plainReplacement(edit);
  const placed = write.lines.find((line) => line.text === text || text.includes(line.text));
  const line = placed ?? { text, position: edit.word.position, content: undefined, isComment: false };
  const meant = doorOption.exec(text);
  const pattern = edit.from === "" ? undefined : sedPattern(edit);
  if (pattern === undefined) {
    // An addition, or an expression that is not followed: it is taken to do what it says.
    if (meant && meant[1] === "") lines.push({ text, line, write });
    return undefined;
  }
  let counts = false;
  for (const one of lines) {
    if (!isAffordable(pattern, one.text, budget) || !pattern.test(one.text)) continue;
    const changed = one.text.replace(pattern, replacementOf(edit.to));
    counts ||= !/^\s*#/.test(changed);
    Object.assign(one, { text: changed, line, write });
  }
  if (meant?.[1] !== "" || counts) return undefined;
  if (isKnown) return { name: (meant[2] ?? "").toLowerCase(), value: (meant[3] ?? "").toLowerCase() };
  lines.push({ text, line, write, isGuess: true });
  return undefined;
}

/** sed's `\1` and `&` in our spelling. */
function replacementOf(to: string): string {
  return to
    .slice(0, 1000)
    .replace(/\$/g, "$$$$")
    .replace(/\\([\s\S])|&/g, (whole, next: string | undefined) =>
      whole === "&" ? "$&" : /\d/.test(next ?? "") ? `$${next}` : next === "n" ? "\n" : (next ?? ""),
    );
}
