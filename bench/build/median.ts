/** The middle one of an odd number of values, the upper middle one of an even number; NaN of none. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Right-aligned, without decimals unless asked for. */
export const column = (value: number, width: number, digits = 0): string =>
  value.toFixed(digits).padStart(width);
