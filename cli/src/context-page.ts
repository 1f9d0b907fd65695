import { neutral, plainLine } from "@mia/action-kit";
import { type Amount, type ContextMeasure, shownPath } from "@mia/build-context";
import type { ContextInputs } from "./context-inputs.ts";

const mostRows = 10;

/** The measure for people. */
export function contextPage(inputs: ContextInputs, measure: ContextMeasure): string {
  const { tree, kept, selected, largest, rules, unmatched, problems } = measure;
  const rows = [
    row("tree", tree, "all of the folder"),
    row("kept", kept, keptBy(inputs)),
    selected
      ? row(
          "selected",
          selected,
          `what ${shownPath(inputs.target ?? "the last stage")} asks for, and so is sent`,
        )
      : `selected  not known: ${inputs.unknown ?? "its links lead too far"}`,
  ];
  const sections = [
    section(
      "Kept back, by the line that decides",
      rules.map((rule) => `${amount(rule)}  line ${rule.line}: ${shownPath(rule.text)}`),
    ),
    section(
      "Lines that match nothing",
      unmatched.map(({ line, text }) => `line ${line}: ${shownPath(text)}`),
    ),
    section(
      selected ? "Largest files sent" : "Largest files kept",
      largest.map(({ path, bytes }) => `${size(bytes)}  ${shownPath(path)}`),
    ),
    section(
      "Not counted in full",
      problems
        .filter(({ kind, stops }) => kind === "unreadable" && !stops)
        .map(({ path }) => shownPath(path)),
    ),
    section(
      "May not be read, and so are sent empty",
      problems.filter(({ kind }) => kind === "locked").map(({ path }) => shownPath(path)),
    ),
  ];
  const lines = [...rows, ...sections.flat()];
  return lines.map((line) => `${neutral(plainLine(line))}\n`).join("");
}

function keptBy({ ignoreFile, ignoreReads, passed }: ContextInputs): string {
  if (ignoreFile === null) return passed.length > 0 ? "no ignore file counts" : "there is no .dockerignore";
  const behind =
    ignoreReads === null || ignoreReads === ignoreFile ? "" : `, a link to ${shownPath(ignoreReads)},`;
  return `what ${shownPath(ignoreFile)}${behind} leaves`;
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > mostRows ? [`  and ${lines.length - mostRows} more; --json shows all`] : [];
  return ["", `${title}:`, ...lines.slice(0, mostRows).map((line) => `  ${line}`), ...more];
}

function row(name: string, counted: Amount, meaning: string): string {
  return `${name.padEnd(8)}  ${amount(counted)}  ${meaning}`;
}

function amount({ files, bytes }: Amount): string {
  return `${size(bytes)} in ${files.toLocaleString("en-US")} ${files === 1 ? "file" : "files"}`;
}

const units = ["B", "KiB", "MiB", "GiB", "TiB"];

function size(bytes: number): string {
  let value = bytes;
  let unit = 0;
  for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`.padStart(10);
}
