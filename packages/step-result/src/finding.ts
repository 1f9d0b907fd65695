import * as z from "zod";

/** `error`: the build or the run breaks, or a door stands open. `warning`: likely wrong. `info`: advice. */
export const Severity = z.enum(["error", "warning", "info"]);
export type Severity = z.infer<typeof Severity>;

/** A place in a file. `file` is relative to the workspace, with forward slashes; lines and columns count from 1. */
export const Location = z.strictObject({
  file: z.string().min(1).max(4096),
  line: z.int().positive(),
  column: z.int().positive().optional(),
  endLine: z.int().positive().optional(),
  note: z.string().max(1000).optional(),
});
export type Location = z.infer<typeof Location>;

/** Something wrong in a file: what, where (the first location is the one to change) and what to do about it. */
export const Finding = z.strictObject({
  rule: z.string().min(1).max(100),
  severity: Severity,
  message: z.string().min(1).max(4000),
  remedy: z.string().min(1).max(4000),
  locations: z.array(Location).min(1).max(100),
});
export type Finding = z.infer<typeof Finding>;
