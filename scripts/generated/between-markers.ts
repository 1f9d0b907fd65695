/**
 * The text with what stands between `<!-- name -->` and `<!-- /name -->` replaced by `body`, on lines of its own.
 * Undefined where a marker is missing: then a person has to say where the part belongs.
 */
export function betweenMarkers(text: string, name: string, body: string): string | undefined {
  const opening = `<!-- ${name} -->`;
  const start = text.indexOf(opening);
  const end = text.indexOf(`<!-- /${name} -->`, start);
  if (start < 0 || end < 0) return undefined;
  // Blank lines around the body: Markdown inside an HTML block is not rendered without them.
  return `${text.slice(0, start + opening.length)}\n\n${body.trim()}\n\n${text.slice(end)}`;
}
