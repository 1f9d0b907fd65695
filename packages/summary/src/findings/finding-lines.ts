import type { Finding } from "@mia/step-result";
import type { Paint } from "../terminal/paint.ts";
import { wrap } from "../terminal/wrap.ts";
import { clean } from "../text/clean.ts";
import { plural } from "../text/units.ts";
import { bare, snippet, toneOf } from "./snippet.ts";

/** The lines of a file, or undefined where its text is not at hand. Asked for every location: keep what was read. */
export type Source = (file: string) => readonly string[] | undefined;

/** Places of one finding; a reader gets to no more, and the records hold them all. */
const maxPlaces = 10;

/** One finding: what is wrong, every place with its source, what to do, and what would do it. */
export function findingLines(finding: Finding, source: Source, width: number, paint: Paint): string[] {
  const { severity, locations } = finding;
  const shown = locations.slice(0, maxPlaces);
  const gutter = Math.max(...shown.map(({ line, endLine = line }) => String(Math.max(line, endLine)).length));
  const places = shown.flatMap((location, index) =>
    // The first is the one to change; the others only disagree with it.
    snippet(location, source(location.file), {
      width,
      gutter,
      paint,
      tone: index === 0 ? toneOf[severity] : "strong",
    }),
  );
  const style = { width, gutter, paint, tone: toneOf[severity] };
  const more = locations.length - shown.length;
  return [
    ...title(finding, width, paint),
    ...places,
    ...(more > 0 ? [`${" ".repeat(gutter)} and ${plural(more, "more place")}`] : []),
    bare(style),
    ...noted("remedy", finding.remedy, gutter, width, paint),
    ...(finding.fix ? noted("fix", fixText(finding.fix), gutter, width, paint) : []),
  ];
}

function title({ code, rule, severity, message }: Finding, width: number, paint: Paint): string[] {
  const mark = code === undefined ? severity : `${severity}[${clean(code, 20)}]`;
  const [first = "", ...rest] = wrap(`${mark} ${clean(rule, 100)}: ${clean(message)}`, width, "", "  ");
  return [
    paint(toneOf[severity], first.slice(0, mark.length)) + paint("strong", first.slice(mark.length)),
    ...rest.map((line) => paint("strong", line)),
  ];
}

function fixText({ title: what, safety }: NonNullable<Finding["fix"]>): string {
  const how = safety === "safe" ? "safe, apply with --fix" : "unsafe, look at it and apply with --fix=unsafe";
  return `${clean(what, 200)} (${how})`;
}

function noted(word: string, text: string, gutter: number, width: number, paint: Paint): string[] {
  const first = `${" ".repeat(gutter)} = ${word}: `;
  const [head = "", ...rest] = wrap(clean(text), width, first, " ".repeat(first.length));
  const painted = `${" ".repeat(gutter)} ${paint("faint", "=")} ${paint("strong", `${word}:`)} `;
  return [painted + head.slice(first.length), ...rest];
}
