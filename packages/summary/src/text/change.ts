import { decimal, plural, size } from "./units.ts";

/** What became of a number of bytes, the direction in a word: 12,345 bytes (12.1 KiB, 3%) smaller. */
export function changeOfBytes(before: number, after: number): string {
  const bytes = Math.abs(after - before);
  if (bytes === 0) return "the same size";
  const share = before > 0 ? `, ${shareOf(bytes, before)}` : "";
  return `${plural(bytes, "byte")} (${size(bytes)}${share}) ${after < before ? "smaller" : "larger"}`;
}

/** The same in a word, for a narrow place: 3% smaller. */
export function shortChange(before: number, after: number): string {
  if (before === after) return "same size as before";
  const difference = Math.abs(after - before);
  const much = before > 0 ? shareOf(difference, before) : size(difference);
  return `${much} ${after < before ? "smaller" : "larger"}`;
}

/** A part of a whole in percent. What is there is never shown as 0%, nor what is missing as 100%. */
export function shareOf(part: number, whole: number): string {
  if (!(whole > 0) || !Number.isFinite(part)) return "";
  const percent = (part / whole) * 100;
  if (percent > 0 && percent < 0.1) return "<0.1%";
  if (percent < 100 && percent >= 99.95) return ">99.9%";
  return `${percent < 10 || percent > 99 ? decimal(Math.round(percent * 10) / 10) : Math.round(percent)}%`;
}
