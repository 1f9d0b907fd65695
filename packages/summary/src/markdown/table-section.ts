import type { Cell, Row, Table } from "../view/view.ts";
import type { Section } from "./blocks.ts";
import { escapeMarkdown } from "./escape.ts";
import { mark } from "./mark.ts";
import { weights } from "./weights.ts";

/** One row a model. A row with something wrong goes in before everything else; a good one can wait. */
export function tableSection({ columns, rows }: Table): Section {
  const labels = ["Model", ...columns.map((column) => column.label)];
  const head = `| ${labels.join(" | ")} |\n|${" --- |".repeat(labels.length)}\n`;
  return { head, items: rows.map(rowItem), tail: "\n" };
}

function rowItem({ model, verdict, cells }: Row): Section["items"][number] {
  const isBad = verdict === "failed" || verdict === "missing";
  const name = isBad ? `**${escapeMarkdown(model, 63)}**` : escapeMarkdown(model, 63);
  return {
    text: `| ${[name, ...cells.map(cellText)].join(" | ")} |\n`,
    weight: isBad ? weights.badRow : weights.goodRow,
    noun: isBad ? "failed row" : "passing row",
  };
}

function cellText({ text, more, verdict, evidence }: Cell): string {
  const word = escapeMarkdown(text, 100);
  const main = verdict === undefined ? (evidence ? `**${word}**` : word) : mark(verdict);
  return more === undefined ? main : `${main}<br><sub>${escapeMarkdown(more, 200)}</sub>`;
}
