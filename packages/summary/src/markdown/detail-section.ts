import type { Detail, Fact, Group } from "../view/view.ts";
import type { Item, Section } from "./blocks.ts";
import { code, escapeMarkdown } from "./escape.ts";
import { figureText } from "./figure.ts";
import { weights } from "./weights.ts";

/**
 * One section a model. Its facts are kept or left out as a whole: half a list of them would look like all. Each of its
 * figures stands for itself and goes before any facts do. `isDrawn`: with a diagram where there is one to draw.
 */
export function detailSection(detail: Detail, isDrawn = false): Section {
  const isBad = detail.verdict === "failed" || detail.verdict === "missing";
  const weight = detail.about === "plan" ? weights.plan : isBad ? weights.badDetail : weights.goodDetail;
  const body = detail.groups.map(groupText).join("");
  const figures = detail.groups.flatMap((group) => group.figures ?? []);
  const items: Item[] = [
    { text: body, weight, noun: "folded detail" },
    ...figures.map((figure) => ({
      text: figureText(figure, isDrawn),
      weight: weights.figure,
      noun: "figure",
    })),
  ];
  if (detail.isOpen) return { head: "", items, tail: "" };
  const head = `<details><summary>${escapeMarkdown(detail.title, 300)}</summary>\n\n`;
  return { head, items, tail: "</details>\n\n" };
}

function groupText({ heading, facts }: Group): string {
  const blocks = facts.filter(isBlock);
  const list = facts.filter((fact) => !isBlock(fact));
  return `**${escapeMarkdown(heading, 200)}**\n\n${list.map(factText).join("")}\n${blocks.map(blockText).join("")}`;
}

/** What a fenced block can hold as it is: no letter of it can end the block. */
const plain = /^[\w.:/@+-]+$/;

/** GitHub puts a button for copying on a fenced block, and on no code within a line. */
function isBlock({ value, isCopied }: Fact): boolean {
  return isCopied === true && plain.test(value);
}

function blockText({ label, value }: Fact): string {
  return `${escapeMarkdown(label, 200)}:\n\n\`\`\`text\n${value}\n\`\`\`\n\n`;
}

function factText({ label, value, isCode }: Fact): string {
  const shown = isCode ? code(value, 600) : escapeMarkdown(value, 1500);
  return `- ${escapeMarkdown(label, 200)}: ${shown}\n`;
}
