import { clean } from "../text/clean.ts";

const entityOf: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text of others as HTML text or as an attribute in quotes. */
export function escapeHtml(text: string, max?: number): string {
  return entities(clean(text, max));
}

/** The same for a line that is clean already and whose spaces count. */
export function entities(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entityOf[char] ?? "");
}
