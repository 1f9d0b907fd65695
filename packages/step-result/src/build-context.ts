import * as z from "zod";

const count = z.int().nonnegative();

export const Amount = z.strictObject({ files: count, bytes: count });
export type Amount = z.infer<typeof Amount>;

const line = { line: z.int().positive(), text: z.string().max(1000) };

/**
 * The build context in numbers: the folder (`tree`), what its ignore file leaves (`kept`), and what the Dockerfile asks
 * for (`selected`; null where nobody can tell). `rules` says what each ignore rule keeps back, `unmatched` which keep back
 * nothing. Bytes are those of file contents.
 */
export const BuildContext = z.strictObject({
  tree: Amount,
  kept: Amount,
  selected: Amount.nullable(),
  largest: z.array(z.strictObject({ path: z.string().max(4096), bytes: count })).max(20),
  rules: z.array(z.strictObject({ ...line, files: count, bytes: count })).max(50),
  unmatched: z.array(z.strictObject(line)).max(50),
});
export type BuildContext = z.infer<typeof BuildContext>;
