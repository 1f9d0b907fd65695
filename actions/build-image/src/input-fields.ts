import { fieldMeta, lines, optionalText } from "@mia/action-kit";
import type { BuildPair, ParsedPairs } from "@mia/container";
import * as z from "zod";

/** Names of stages, builders and scopes. */
export const objectName = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}$/;

type Described = { description: string; placeholder?: string };

/** Adds a check; what action.yml and the help say stays with the field. */
export function refined<Out, In>(
  field: z.ZodType<Out, In>,
  problemOf: (value: Out) => string | undefined,
): z.ZodType<Out, In> {
  const checked = field.superRefine((value, context) => {
    const message = problemOf(value);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });
  return checked.meta({ ...fieldMeta(field) }) as z.ZodType<Out, In>;
}

/** Turns a field's value into another; `read` gives the problems where that cannot be. */
export function mapped<Out, In, To>(
  field: z.ZodType<Out, In>,
  read: (value: Out) => { ok: true; value: To } | { ok: false; problems: string[] },
): z.ZodType<To, In> {
  const parsed = field.transform((value, context) => {
    const result = read(value);
    if (result.ok) return result.value;
    context.addIssue({ code: "custom", message: `has ${result.problems.join("; ")}` });
    return z.NEVER;
  });
  return parsed.meta({ ...fieldMeta(field) }) as never;
}

/** `NAME=VALUE` lines. */
export function pairs<In>(
  field: z.ZodType<string[], In>,
  parse: (entries: readonly string[]) => ParsedPairs,
): z.ZodType<BuildPair[], In> {
  return mapped(field, (entries) => {
    const result = parse(entries);
    return result.ok ? { ok: true, value: result.pairs } : result;
  });
}

/** Lines of which only so many are taken, and each must please. `problemOf` says of a line what is wrong; it may be a secret. */
export function someLines(
  about: Described,
  problemOf: (line: string) => string | undefined,
  most = 50,
): z.ZodType<string[], string | undefined> {
  return refined(lines(about), (entries) => {
    if (entries.length > most) return `has more than ${most} lines`;
    const bad = entries.findIndex((line) => problemOf(line) !== undefined);
    return bad < 0 ? undefined : `line ${bad + 1}: ${problemOf(entries[bad] ?? "")}`;
  });
}

/** A whole number from 0 up to `most`. */
export function wholeNumber(
  about: Described & { default: number; most: number },
): z.ZodType<number, string | undefined> {
  const { most, default: byDefault, ...described } = about;
  const schema = z
    .string()
    .default(String(byDefault))
    .transform((value, context) => {
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      if (number <= most) return number;
      const message = `is ${JSON.stringify(value.slice(0, 40))}; write a whole number from 0 to ${most}`;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
  return schema.meta({ ...described, default: String(byDefault) }) as never;
}

/** A number of MiB, with up to three decimals; undefined where the input is absent. */
export function mebibytes(about: Described): z.ZodType<number | undefined, string | undefined> {
  return mapped(optionalText({ placeholder: "MIB", ...about }), (value) => {
    if (value === undefined) return { ok: true, value: undefined };
    if (/^\d{1,9}(?:\.\d{1,3})?$/.test(value)) return { ok: true, value: Number(value) };
    return {
      ok: false,
      problems: [`${JSON.stringify(value.slice(0, 40))}; write a number of MiB, such as 200`],
    };
  });
}
