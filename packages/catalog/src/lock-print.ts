import type { Lock, LockedModel } from "./lock-file.ts";
import { packageKey, sourceKey } from "./lock-names.ts";

const header = `# Written by \`mia lock\`; docs/lock.md says what it holds. Each value was printed by whoever serves the thing; null: see the reason.
# Review a change here like code: it changes what the images are made of.
`;

const keys = {
  bases: ["image", "digest", "reason"],
  sources: ["repository", "ref", "commit", "submodules", "reason"],
  submodules: ["path", "repository", "commit"],
  packages: ["name", "version", "built", "file", "sha256", "from", "reason"],
} as const;

/** The text of a lock: sorted, one line an entry, the same bytes for the same lock. */
export function printLock(lock: Lock): string {
  const slugs = Object.keys(lock.models).sort(byCodeUnits);
  const models = slugs.flatMap((slug) => modelLines(slug, lock.models[slug] as LockedModel));
  const body = models.length === 0 ? ["models: {}"] : ["models:", ...models];
  return `${header}${[`schema: ${lock.schema}`, ...body].join("\n")}\n`;
}

function modelLines(slug: string, model: LockedModel): string[] {
  const bases = sortedBy(model.bases, ({ image }) => image);
  const sources = sortedBy(model.sources, sourceKey);
  const packages = sortedBy(model.packages, packageKey);
  return [
    // Quoted where YAML would read the slug as something else than text.
    `  ${/^(?:[a-z][a-z0-9-]*)$/.test(slug) && !/^(?:null|true|false|yes|no|on|off|y|n)$/.test(slug) ? slug : JSON.stringify(slug)}:`,
    `    python: ${JSON.stringify(model.python)}`,
    `    platform: ${model.platform}`,
    ...list(
      "bases",
      bases.map((entry) => flow(entry, keys.bases)),
    ),
    ...list(
      "sources",
      sources.map((entry) => flow(entry, keys.sources)),
    ),
    ...list(
      "packages",
      packages.map((entry) => flow(entry, keys.packages)),
    ),
  ];
}

function list(name: string, entries: readonly string[]): string[] {
  return entries.length === 0
    ? [`    ${name}: []`]
    : [`    ${name}:`, ...entries.map((entry) => `      - ${entry}`)];
}

function flow(entry: object, order: readonly string[]): string {
  const values = entry as Record<string, unknown>;
  const parts = order
    .filter((key) => values[key] !== undefined)
    .map((key) => `${key}: ${valueText(values[key])}`);
  return `{${parts.join(", ")}}`;
}

/** JSON's strings are YAML's quoted ones. Everything is quoted: a commit of digits alone would be a number. */
function valueText(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return `[${sortedBy(value as { path: string }[], ({ path }) => path)
    .map((one) => flow(one, keys.submodules))
    .join(", ")}]`;
}

function sortedBy<T>(entries: readonly T[], key: (entry: T) => string): T[] {
  return [...entries].sort((a, b) => byCodeUnits(key(a), key(b)));
}

/** No locale: the order must be the same on every machine. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
