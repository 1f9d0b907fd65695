/** Shown where a number is not known or is none (NaN, Infinity): a page never prints those words of a computer. */
export const unknown = "unknown";

type Maybe = number | null | undefined;

function known(value: Maybe): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** Bytes in binary units: 512 B, 12.3 KiB, 4.2 GiB. */
export function size(bytes: Maybe): string {
  if (!known(bytes) || bytes < 0) return unknown;
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let value = bytes;
  let unit = 0;
  // 1023.96 would be shown as 1024.0 of the smaller unit.
  while (value >= 1023.95 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return unit === 0 ? `${value} B` : `${value.toFixed(1)} ${units[unit]}`;
}

/** Device memory is compared by its MiB, so the unit stays MiB. */
export function mebibytes(value: Maybe): string {
  return known(value) ? `${count(Math.round(value))} MiB` : unknown;
}

/** Milliseconds as a person would say them: 85 ms, 1.4 s, 42 s, 3 min 20 s, 1 h 02 min. */
export function duration(ms: Maybe): string {
  if (!known(ms) || ms < 0) return unknown;
  if (ms < 1000) return `${ms < 10 ? Number(ms.toFixed(1)) : Math.round(ms)} ms`;
  if (ms < 9950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

/** A whole number with its thousands apart. */
export function count(value: Maybe): string {
  return known(value)
    ? Math.round(value)
        .toString()
        .replace(/\B(?=(?:\d{3})+$)/g, ",")
    : unknown;
}

/** A score or a ratio with at most four significant digits. */
export function decimal(value: Maybe): string {
  return known(value) ? String(Number(value.toPrecision(4))) : unknown;
}

/** 1 warning, 2 warnings. */
export function plural(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** The middle value and the value that 95 of 100 do not exceed (nearest rank); null where there is none. */
export function percentiles(values: readonly number[]): { p50: number; p95: number } | null {
  const sorted = values.filter(known).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return sorted.length === 0 ? null : { p50: at(0.5), p95: at(0.95) };
}
