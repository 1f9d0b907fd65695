import { cut } from "../text/clean.ts";
import type { Issue, Place } from "../view/view.ts";
import type { Item, Section } from "./blocks.ts";
import { code, entities, escapeMarkdown } from "./escape.ts";

const nouns = { error: "failure", warning: "warning", info: "info" } as const;

/** Issues that stand open, each a paragraph; what the failed program said follows it folded. */
export function issueItems(issues: readonly Issue[], weight: number, outputWeight: number): Item[] {
  return issues.flatMap((issue) => [
    { text: paragraph(issue), weight, noun: nouns[issue.level] },
    ...(issue.output.length > 0 ? [{ text: outputBlock(issue), weight: outputWeight, noun: "log end" }] : []),
  ]);
}

/** Issues behind one line that says what they are. */
export function foldedIssues(title: string, issues: readonly Issue[], weight: number): Section[] {
  if (issues.length === 0) return [];
  const head = `<details><summary>${escapeMarkdown(title)}</summary>\n\n`;
  return [{ head, items: issueItems(issues, weight, weight), tail: "</details>\n\n" }];
}

function paragraph({ level, where, name, href, message, remedy, fix, places }: Issue): string {
  const [first, ...others] = places;
  const at = first ? ` at ${placeText(first)}` : "";
  const also = others.map(
    (place) => `<br>also ${placeText(place)}${place.note ? `: ${escapeMarkdown(place.note, 300)}` : ""}`,
  );
  const rule = href === undefined ? code(name, 130) : `[${code(name, 130)}](${href})`;
  const title = `**${level}** in ${escapeMarkdown(where, 200)}${at} (${rule})`;
  const noted = first?.note === undefined ? "" : ` (${escapeMarkdown(first.note, 300)})`;
  const own = fix === undefined ? "" : `<br>**--fix:** ${escapeMarkdown(fix, 230)}`;
  return `${title}<br>${escapeMarkdown(message)}${noted}<br>**Fix:** ${escapeMarkdown(remedy)}${own}${also.join("")}\n\n`;
}

function placeText({ file, line, href }: Place): string {
  const text = code(`${file}:${line}`, 300);
  return href === undefined ? text : `[${text}](${href})`;
}

/** A pre block ends only at its closing tag, which no escaped text can hold; empty lines are safe inside it. */
function outputBlock({ where, output }: Issue): string {
  const lines = output.map((line) => entities(cut(line, 500)));
  const title = `Last lines of ${escapeMarkdown(where, 200)}`;
  return `<details><summary>${title}</summary>\n\n<pre>${lines.join("\n")}</pre>\n\n</details>\n\n`;
}
