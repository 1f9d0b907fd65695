/** Older names of three manylinux tags, by the glibc they stand for (PEP 600). */
const aliases: Record<number, string> = { 17: "manylinux2014", 12: "manylinux2010", 5: "manylinux1" };

/**
 * Every platform tag that pip in the image takes, the best first, as pip orders them: `--platform` alone would stand for a single one.
 * Source: https://peps.python.org/pep-0600/ and packaging.tags.
 */
export function platformTags(newest: string): string[] {
  const match = /^manylinux_2_(\d{1,2})_(x86_64|aarch64)$/.exec(newest);
  if (!match) return [newest];
  const machine = match[2] as string;
  // No Python wheel was ever made for an older glibc than 2.5, nor for ARM before 2.17.
  const oldest = machine === "x86_64" ? 5 : 17;
  const tags: string[] = [];
  for (let minor = Number(match[1]); minor >= oldest; minor--) {
    tags.push(`manylinux_2_${minor}_${machine}`);
    const alias = aliases[minor];
    if (alias) tags.push(`${alias}_${machine}`);
  }
  return [...tags, `linux_${machine}`];
}
