import type { Detail, Fact, Group } from "../view/view.ts";
import type { Section } from "./blocks.ts";
import { code, escapeMarkdown } from "./escape.ts";
import { weights } from "./weights.ts";

/** One section a model. It is kept or left out as a whole: half a list of facts would look like all of them. */
export function detailSection(detail: Detail): Section {
  const isBad = detail.verdict === "failed" || detail.verdict === "missing";
  const weight = detail.about === "plan" ? weights.plan : isBad ? weights.badDetail : weights.goodDetail;
  const body = detail.groups.map(groupText).join("");
  const item = { text: body, weight, noun: "folded detail" };
  if (detail.isOpen) return { head: "", items: [item], tail: "" };
  const head = `<details><summary>${escapeMarkdown(detail.title, 300)}</summary>\n\n`;
  return { head, items: [item], tail: "</details>\n\n" };
}

function groupText({ heading, facts }: Group): string {
  return `**${escapeMarkdown(heading, 200)}**\n\n${facts.map(factText).join("")}\n`;
}

function factText({ label, value, isCode }: Fact): string {
  const shown = isCode ? code(value, 600) : escapeMarkdown(value, 1500);
  return `- ${escapeMarkdown(label, 200)}: ${shown}\n`;
}
