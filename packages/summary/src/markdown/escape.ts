import { clean } from "../text/clean.ts";

/**
 * Text of others inside Markdown and inside HTML within Markdown. Everything that either could read as structure
 * becomes a numeric entity: entities never open emphasis, code, links, cells or tags (CommonMark, section 2.5), and
 * they mean the same inside raw HTML, where a backslash would be shown. Result is one line.
 */
export function escapeMarkdown(text: string, max?: number): string {
  return entities(clean(text, max)).replace(/^(?:[-+=]|\d+(?=[.)](?:\s|$)))/, (start) =>
    [...start].map(entity).join(""),
  );
}

/** The same for a line that is clean already and whose first characters mean nothing, as inside a pre block. */
export function entities(text: string): string {
  return (
    text
      .replace(/[&<>"'`*[\]|~\\$#@{}]/g, entity)
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, entity)
      // GitHub makes a link of a bare address where it finds these in the source; entities are not looked at.
      .replace(/:(?=\/\/)|w(?=ww\.)/gi, entity)
  );
}

/** As code. Not with backticks: a text may hold any number of them. */
export function code(text: string, max?: number): string {
  const escaped = escapeMarkdown(text, max);
  return escaped === "" ? "" : `<code>${escaped}</code>`;
}

function entity(char: string): string {
  return `&#${char.charCodeAt(0)};`;
}
