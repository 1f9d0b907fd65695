import type { Finding, Location } from "@mia/step-result";
import * as z from "zod";

/** One of BuildKit's own checks that found something (docs.docker.com/reference/build-checks). */
export interface BuildCheck {
  /** Such as `JSONArgsRecommended`; empty where BuildKit names none. */
  rule: string;
  message: string;
  url: string;
  /** Of the Dockerfile, from 1; null where it names none. */
  line: number | null;
  endLine: number | null;
}

export interface CheckAnswer {
  checks: BuildCheck[];
  /** The Dockerfile cannot be built at all. */
  error: { message: string; line: number | null } | null;
}

const maxChecks = 1000;
const Place = z.object({ line: z.int().nonnegative().max(10_000_000) });
const Range = z.object({ start: Place, end: Place });
const Places = z.object({ ranges: z.array(Range).nullish() }).nullish();
const Text = z.string().transform((text) => text.slice(0, 4000));

const Answer = z.object({
  warnings: z
    .array(
      z.object({
        ruleName: Text.optional(),
        description: Text.optional(),
        detail: Text.optional(),
        url: Text.optional(),
        location: Places,
      }),
    )
    .nullish(),
  buildError: z.object({ message: Text, location: Places }).nullish(),
});

/** Reads the answer of `--call=check,format=json`; undefined where the text is none. */
export function parseCheck(text: string): CheckAnswer | undefined {
  // After the answer buildx may say its error once more.
  const end = text.lastIndexOf("\n}");
  const parsed = Answer.safeParse(json(end < 0 ? text : text.slice(0, end + 2)));
  if (!parsed.success) return undefined;
  const { warnings, buildError } = parsed.data;
  return {
    checks: (warnings ?? []).slice(0, maxChecks).map((warning) => ({
      rule: warning.ruleName ?? "",
      message: warning.detail || warning.description || warning.ruleName || "BuildKit warns",
      url: warning.url ?? "",
      ...linesOf(warning.location?.ranges),
    })),
    error: buildError
      ? { message: buildError.message, line: linesOf(buildError.location?.ranges).line }
      : null,
  };
}

/** A warning as the metadata file has it; texts are base64. */
export const VertexWarning = z.object({
  short: z.string().max(100_000).optional(),
  detail: z.array(z.string().max(100_000)).nullish(),
  url: z.string().optional(),
  range: z.array(Range).nullish(),
});

/** The same check out of the metadata file: `Rule: what is wrong (line 11)` in base64. */
export function checkOfWarning({ short, detail, url, range }: z.infer<typeof VertexWarning>): BuildCheck {
  const text = decoded(short ?? "");
  const [, rule = "", message = text] = /^([A-Z][A-Za-z]{2,60}): ([\s\S]*)$/.exec(text) ?? [];
  const lines = linesOf(range);
  const bare = message.replace(/ \(line \d{1,8}\)$/, "");
  return {
    rule,
    message: (bare || decoded(detail?.[0] ?? "") || "BuildKit warns").slice(0, 4000),
    url: (url ?? "").slice(0, 1000),
    ...lines,
  };
}

/** Checks as findings at their line; the first line where BuildKit names none. */
export function checkFindings(
  checks: readonly BuildCheck[],
  { file, severity }: { file: string; severity: Finding["severity"] },
): Finding[] {
  return checks.slice(0, maxChecks).map(({ rule, message, url, line, endLine }) => {
    const location: Location = {
      file,
      line: line ?? 1,
      ...(endLine && line && endLine > line ? { endLine } : {}),
    };
    return {
      rule: `build/${kebab(rule) || "check"}`,
      severity,
      message,
      remedy: /^https:\/\/docs\.docker\.com\//.test(url)
        ? `Read ${url}`
        : "Read BuildKit's page on build checks.",
      locations: [location],
    };
  });
}

function linesOf(ranges: readonly z.infer<typeof Range>[] | null | undefined): {
  line: number | null;
  endLine: number | null;
} {
  const first = ranges?.[0];
  if (!first || first.start.line < 1) return { line: null, endLine: null };
  return { line: first.start.line, endLine: Math.max(first.start.line, first.end.line) };
}

/** JSONArgsRecommended becomes json-args-recommended. */
function kebab(rule: string): string {
  return /^[A-Za-z]{1,60}$/.test(rule)
    ? rule.replace(/([a-z])([A-Z])|([A-Z])([A-Z][a-z])/g, "$1$3-$2$4").toLowerCase()
    : "";
}

function decoded(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  } catch {
    return "";
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
