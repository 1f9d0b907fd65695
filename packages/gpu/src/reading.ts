/**
 * One number of nvidia-smi's CSV. What it cannot tell is null, never 0: `[N/A]`, `[Not Supported]`, `[Unknown Error]`,
 * `[GPU is lost]`, `[Insufficient Permissions]`, `ERR!` or an empty field.
 */
export function numberOrNull(field: string): number | null {
  const text = field.trim();
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}

/** A text field, or null where nvidia-smi put a bracketed excuse or `ERR!` in its place. */
export function textOrNull(field: string): string | null {
  const text = field.trim();
  return text === "" || text.startsWith("[") || text === "ERR!" || text === "N/A" ? null : text;
}

/** True where the field says that the device itself is broken, as opposed to a value it does not offer. */
export function saysBroken(field: string): boolean {
  return /\[(?:Unknown Error|GPU is lost|GPU requires reset)\]|ERR!/i.test(field);
}
