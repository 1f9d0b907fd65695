/** "a, b and c", or "a, b, c and 4 more" where there are more than `max`. */
export function names(all: readonly string[], max = 6): string {
  const shown = all.length > max ? all.slice(0, Math.max(1, max - 1)) : all;
  const more = all.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${more} more`;
  return shown.length < 2 ? (shown[0] ?? "none") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
