import * as z from "zod";

/**
 * Inputs arrive as text, from a workflow's `with:` or from the command line. Each field below is a zod schema from
 * that text to the value an action works with; its description and default stand in `meta()`, from which
 * action.yml is checked and the command line's help is printed.
 */
export interface FieldMeta {
  description: string;
  /** As it would be written in action.yml; absent where the input is required or has no default. */
  default?: string;
  /** A flag needs no value on the command line. */
  flag?: boolean;
  /** What the bare option means on the command line, where its value may be left out: `--fix` for `--fix=safe`. */
  implied?: string;
  /** May be given several times on the command line; the values are joined by newlines. */
  list?: boolean;
  /** How the value is called in help, such as FOLDER. */
  placeholder?: string;
}

type Described = { description: string; placeholder?: string; implied?: string };

function describe<T extends z.ZodType>(schema: T, meta: FieldMeta): T {
  return schema.meta({ ...meta }) as T;
}

const given = z.string({ error: "is required" });

export function requiredText(about: Described): z.ZodType<string, string> {
  return describe(given, about);
}

/** Undefined where the input is absent or empty. */
export function optionalText(about: Described): z.ZodType<string | undefined, string | undefined> {
  return describe(z.string().optional(), about);
}

export function text(about: Described & { default: string }): z.ZodType<string, string | undefined> {
  return describe(z.string().default(about.default), about);
}

/** One entry a line; empty lines are dropped. */
export function lines(about: Described & { default?: string }): z.ZodType<string[], string | undefined> {
  const split = (value: string): string[] =>
    value
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
  return describe(
    z
      .string()
      .default(about.default ?? "")
      .transform(split),
    { ...about, list: true },
  );
}

/** `true` or `false`, in the spellings of YAML 1.2's core schema. */
export function flag(about: Described & { default: boolean }): z.ZodType<boolean, string | undefined> {
  const schema = z
    .string()
    .default(String(about.default))
    .transform((value, context) => {
      if (/^(?:true|True|TRUE)$/.test(value)) return true;
      if (/^(?:false|False|FALSE)$/.test(value)) return false;
      context.addIssue({ code: "custom", message: `is ${JSON.stringify(value)}; write true or false` });
      return z.NEVER;
    });
  return describe(schema, { ...about, default: String(about.default), flag: true });
}

export function choice<const T extends readonly [string, ...string[]]>(
  about: Described & { values: T; default?: T[number] },
): z.ZodType<T[number], string | undefined> {
  const error = (issue: { input?: unknown }): string =>
    issue.input === undefined
      ? `is required; write one of ${about.values.join(", ")}`
      : `is ${JSON.stringify(issue.input)}; write one of ${about.values.join(", ")}`;
  const { values, ...meta } = about;
  const schema = z.enum(values, { error });
  return describe(about.default === undefined ? schema : schema.default(about.default as never), {
    ...meta,
    placeholder: values.join("|"),
  }) as never;
}

const unitSeconds: Record<string, number> = { "": 1, s: 1, m: 60, h: 3600 };

/** Seconds. Written `600`, `600s`, `10m` or `1h`. Undefined where the input is absent. */
export function duration(about: Described): z.ZodType<number | undefined, string | undefined> {
  const schema = z
    .string()
    .optional()
    .transform((value, context) => {
      if (value === undefined) return undefined;
      const match = /^(\d{1,6})(s|m|h)?$/.exec(value);
      const seconds = Number(match?.[1]) * (unitSeconds[match?.[2] ?? ""] ?? 1);
      if (match && seconds > 0 && seconds <= 86_400) return seconds;
      const problem = `is ${JSON.stringify(value)}; write seconds such as 600, or 10m, at most 24h`;
      context.addIssue({ code: "custom", message: problem });
      return z.NEVER;
    });
  return describe(schema, { placeholder: "SECONDS", ...about });
}

export type InputShape = Record<string, z.ZodType>;
export type RawInputs = Record<string, string | undefined>;
export type ParsedInputs<S extends InputShape> =
  | { ok: true; values: z.output<z.ZodObject<S>> }
  | { ok: false; problems: { input: string; message: string }[] };

/** Parses all inputs and reports every problem at once. An empty text counts as absent, as on GitHub. */
export function parseInputs<S extends InputShape>(schema: z.ZodObject<S>, raw: RawInputs): ParsedInputs<S> {
  const present = Object.fromEntries(Object.entries(raw).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(present);
  if (parsed.success) return { ok: true, values: parsed.data };
  const problems = parsed.error.issues.map((issue) => ({
    input: String(issue.path[0] ?? ""),
    message: issue.message,
  }));
  return { ok: false, problems };
}

export function fieldMeta(field: z.ZodType): FieldMeta {
  return { description: "", ...(field.meta() as Partial<FieldMeta> | undefined) };
}

/** True where the field refuses to be absent. */
export function isRequired(field: z.ZodType): boolean {
  return !field.safeParse(undefined).success;
}
