/** A GitHub table. Cells are one line each; a bar would end a cell and `<slug>` would vanish as HTML, so both are escaped. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

function cell(text: string): string {
  const plain = text.trim().replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
  return plain.replaceAll(/`[^`]*`|</g, (part) => (part === "<" ? "&lt;" : part));
}
