import type { Amount, BuildContext } from "@mia/step-result";
import { shareOf } from "../text/change.ts";
import { count, plural, size } from "../text/units.ts";
import { maxRows } from "./figure-limits.ts";
import { partBar } from "./stretches.ts";
import type { Figure, FigureRow } from "./view.ts";

/** What of the folder went to the builder, what kept the rest back, and what could still go. */
export function contextFigures(context: BuildContext, transferredBytes: number | null): Figure[] {
  const { tree, rules, largest, unmatched } = context;
  return [
    amounts(context, transferredBytes),
    ...rulesThatKeepBack(rules, tree),
    ...largestPaths(largest),
    ...rulesWithoutMatch(unmatched),
  ];
}

function amounts({ tree, kept, selected }: BuildContext, transferredBytes: number | null): Figure {
  const row = (name: string, amount: Partial<Amount> | null): FigureRow => {
    if (amount?.bytes === undefined) return { cells: [name, "", "unknown", ""] };
    const bar = partBar(amount.bytes, tree.bytes);
    const files = amount.files === undefined ? "" : count(amount.files);
    // What is sent comes in envelopes, which outweigh a very small folder.
    const share = amount.bytes > tree.bytes ? "" : shareOf(amount.bytes, tree.bytes);
    return {
      cells: [name, files, size(amount.bytes), share],
      ...(bar && { bar }),
    };
  };
  return {
    title: "Build context",
    columns: [
      { label: "Files", kind: "text" },
      { label: "Number", kind: "number" },
      { label: "Bytes", kind: "number" },
      { label: "Share", kind: "number" },
    ],
    barLabel: "Of the folder",
    rows: [
      row("in the folder", tree),
      row("left by the ignore file", kept),
      row("asked for by the Dockerfile", selected),
      row("sent to the builder", transferredBytes === null ? null : { bytes: transferredBytes }),
    ],
    ...(selected === null && {
      note: "What the Dockerfile asks for depends on a value that is not known here.",
    }),
  };
}

function rulesThatKeepBack(rules: BuildContext["rules"], tree: Amount): Figure[] {
  if (rules.length === 0) return [];
  const rows = rules.slice(0, maxRows).map(({ line, text, files, bytes }) => {
    const bar = partBar(bytes, tree.bytes);
    return { cells: [String(line), text, count(files), size(bytes)], ...(bar && { bar }) };
  });
  return [
    {
      title: "Ignore rules that keep back most",
      columns: [
        { label: "Line", kind: "number" },
        { label: "Rule", kind: "code" },
        { label: "Files", kind: "number" },
        { label: "Bytes", kind: "number" },
      ],
      barLabel: "Of the folder",
      rows,
      ...moreOf(rules.length, "rule"),
    },
  ];
}

function largestPaths(largest: BuildContext["largest"]): Figure[] {
  if (largest.length === 0) return [];
  return [
    {
      title: "Largest files of the context",
      columns: [
        { label: "Bytes", kind: "number" },
        { label: "Path", kind: "code" },
      ],
      rows: largest.slice(0, maxRows).map(({ path, bytes }) => ({ cells: [size(bytes), path] })),
      ...moreOf(largest.length, "file"),
    },
  ];
}

function rulesWithoutMatch(unmatched: BuildContext["unmatched"]): Figure[] {
  if (unmatched.length === 0) return [];
  return [
    {
      title: "Ignore rules that match nothing",
      columns: [
        { label: "Line", kind: "number" },
        { label: "Rule", kind: "code" },
      ],
      rows: unmatched.slice(0, maxRows).map(({ line, text }) => ({ cells: [String(line), text] })),
      ...moreOf(unmatched.length, "rule"),
    },
  ];
}

function moreOf(all: number, noun: string): { note?: string } {
  return all > maxRows ? { note: `${plural(all - maxRows, `more ${noun}`)} in the record.` } : {};
}
