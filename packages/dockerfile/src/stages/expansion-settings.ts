/** The value of a variable: undefined where it is declared but comes from the build's caller, null where it is not set. */
export type Lookup = (name: string) => string | undefined | null;

/** Work that may still be done, in steps of about a nanosecond. */
export interface Budget {
  left: number;
}

/** Why reading ended early: what the builder refuses too, or what only we do not follow. */
export interface Stop {
  kind: "refused" | "too-long" | "limit";
  why: string;
}

export interface ExpansionSettings {
  escapeMark: string;
  budget: Budget;
  /** UTF-16 units of the result. */
  maxLength: number;
  keepsQuotes: boolean;
}
