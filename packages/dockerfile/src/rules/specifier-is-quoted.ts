import { editableDockerfile, fixOf, replaceWord } from "../fixes/edit.ts";
import type { Image } from "../image.ts";
import { readCondaCommand } from "../pins/conda-command.ts";
import { readPipCommand } from "../pins/pip-command.ts";
import type { Report, Rule } from "../rule.ts";
import type { ShellCommand, ShellRedirect } from "../shell/shell-command.ts";
import { shells } from "../shell/unwrap.ts";
import { atSpan } from "../span-location.ts";
import type { Step } from "../stages/stage.ts";
import type { Position } from "../syntax/spanned-text.ts";

export const specifierIsQuoted: Rule = {
  code: "MIA503",
  id: "specifier-is-quoted",
  description:
    "A version with > or < in it stands in quotes: the shell would take the sign for a redirection.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  *check(image) {
    const scripted = stepsWithScripts(image);
    for (const command of image.commands) {
      if (command.redirects.length === 0 || !installs(command)) continue;
      for (const found of brokenWords(command)) yield report(image, scripted.has(command.step), found);
    }
  },
};

function installs(command: ShellCommand): boolean {
  if (readPipCommand(command) || readCondaCommand(command)) return true;
  return command.name === "uv" && command.words[1]?.value === "add";
}

/** A requirement as it was meant: a word, and what the shell made redirections of. */
interface BrokenWord {
  position: Position;
  end: Position;
  /** As it stands in the file. */
  text: string;
  redirects: ShellRedirect[];
}

/** Words that a redirection follows without a space, to or from a file named like a version. */
function* brokenWords(command: ShellCommand): Generator<BrokenWord> {
  const starts = new Map<string, ShellRedirect>();
  for (const redirect of command.redirects) {
    const { operator, target } = redirect;
    if (!/^>>?$|^<$/.test(operator) || !/^=|^v?\d/.test(target.value)) continue;
    const { line, column } = target.position;
    starts.set(`${line}:${column - operator.length}`, redirect);
  }
  for (const word of command.words.slice(1)) {
    if (word.end === undefined || !/^["']?[A-Za-z]/.test(word.text)) continue;
    const redirects: ShellRedirect[] = [];
    let { text } = word;
    let end: Position | undefined = word.end;
    for (let next = at(starts, end); next && end; next = at(starts, end)) {
      redirects.push(next);
      text += next.operator + next.target.text;
      end = next.target.end;
    }
    if (redirects.length > 0 && end) yield { position: word.position, end, text, redirects };
  }
}

function at(
  starts: ReadonlyMap<string, ShellRedirect>,
  end: Position | undefined,
): ShellRedirect | undefined {
  return end && starts.get(`${end.line}:${end.column}`);
}

function report(image: Image, isScripted: boolean, broken: BrokenWord): Report {
  const { text, redirects } = broken;
  const shown = text.slice(0, 100);
  // A file of that name is not there to be read: the shell stops. One to be written it makes.
  const read = redirects.find(({ operator }) => operator === "<");
  const [written] = redirects;
  const file = (read ?? written)?.target.value.slice(0, 80) ?? "";
  return {
    message: read
      ? `the shell reads ${shown} as a redirection and stops, for there is no file ${file} to read`
      : `the shell writes a file named ${file} and installs whatever version there is: ${shown} is a redirection to it`,
    remedy: `Put it in quotes: "${shown}".`,
    locations: [atSpan(image, broken)],
    ...(read ? {} : { severity: "warning" as const }),
    ...(isScripted ? {} : fixFor(image, broken)),
  };
}

function fixFor(image: Image, { text, position }: BrokenWord): Partial<Report> {
  // Quotes within quotes, and what the shell would read otherwise once it is quoted, are for a person.
  if (/["'\\`~*?]|\$\(/.test(text)) return {};
  const quoted = replaceWord(editableDockerfile(image), { text, position }, `"${text}"`);
  return fixOf("Quote the requirement", "safe", quoted);
}

/** Steps in which a command may stand in the words of another one: `bash -c "pip install a>=1"`. */
function stepsWithScripts({ commands }: Image): ReadonlySet<Step> {
  const running = commands.filter(({ name }) => shells.test(name) || name === "eval" || name === "su");
  return new Set(running.map(({ step }) => step));
}
