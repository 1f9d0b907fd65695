import * as z from "zod";

/** `error`: the build or the run breaks, or a door stands open. `warning`: likely wrong. `info`: worth knowing. */
export const Severity = z.enum(["error", "warning", "info"]);
export type Severity = z.infer<typeof Severity>;

/** A place in a file. `file` is relative to the workspace, with forward slashes; lines and columns count from 1. */
export const Location = z.strictObject({
  file: z.string().min(1).max(4096),
  line: z.int().positive(),
  column: z.int().positive().optional(),
  endLine: z.int().positive().optional(),
  /** Behind the last character. */
  endColumn: z.int().positive().optional(),
  note: z.string().max(1000).optional(),
});
export type Location = z.infer<typeof Location>;

/**
 * One replacement in a file: the text from (line, column) up to (endLine, endColumn), not included, becomes `text`.
 * An empty range inserts. Columns count UTF-16 units.
 */
export const Edit = z.strictObject({
  file: z.string().min(1).max(4096),
  line: z.int().positive(),
  column: z.int().positive(),
  endLine: z.int().positive(),
  endColumn: z.int().positive(),
  text: z.string().max(65_536),
});
export type Edit = z.infer<typeof Edit>;

/** What would mend a finding. `safe`: what the image does stays as its author meant it; `unsafe`: a person must look at it. */
export const Fix = z.strictObject({
  title: z.string().min(1).max(200),
  safety: z.enum(["safe", "unsafe"]),
  edits: z.array(Edit).min(1).max(100),
});
export type Fix = z.infer<typeof Fix>;

/** How sure a rule is that what it found is so. */
export const Confidence = z.enum(["high", "medium", "low"]);
export type Confidence = z.infer<typeof Confidence>;

/** Something wrong in a file: what, where (the first location is the one to change) and what to do about it. */
export const Finding = z.strictObject({
  rule: z.string().min(1).max(100),
  /** The rule's stable short name, such as MIA103. */
  code: z.string().max(20).optional(),
  severity: Severity,
  confidence: Confidence.optional(),
  message: z.string().min(1).max(4000),
  remedy: z.string().min(1).max(4000),
  locations: z.array(Location).min(1).max(100),
  fix: Fix.optional(),
  /** The same for the same finding when lines move; hexadecimal. */
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{16,64}$/)
    .optional(),
});
export type Finding = z.infer<typeof Finding>;
