/** Reads one JSON text a line from stdin and prints what our readers make of it, one JSON a line. Started by check_requirements.py. */
import { createInterface } from "node:readline";
import { linux, markerApplies } from "../../packages/dockerfile/src/pins/markers.ts";
import { parseMarker } from "../../packages/dockerfile/src/pins/parse-marker.ts";
import { compareVersions, formatVersion, parseVersion } from "../../packages/dockerfile/src/pins/pep440.ts";
import { parseRequirements, type Requirement } from "../../packages/dockerfile/src/pins/requirements.ts";
import { satisfies } from "../../packages/dockerfile/src/pins/specifiers.ts";

interface Question {
  file?: string;
  marker?: string;
  environment?: Record<string, string>;
  versions?: [string, string];
  satisfies?: [string, { operator: string; version: string }];
}

const shown = (one: Requirement) => ({
  name: one.name,
  extras: one.extras,
  specifiers: one.specifiers.map(({ operator, version }) => operator + version),
  legacy: one.specifiers.some(({ legacy }) => legacy),
  source: one.source,
  url: one.url ?? one.path ?? null,
  marker: one.marker ?? null,
  editable: one.editable,
  hashes: one.hashes,
  line: one.position.line,
});

function answer(question: Question): unknown {
  if (question.file !== undefined) {
    const { requirements, options, ignored, problems, unread } = parseRequirements("r", question.file);
    const pair = ({ name, value }: { name: string; value: string }) => [name, value];
    return {
      requirements: requirements.map(shown),
      options: options.map(pair),
      ignored: ignored.map(pair),
      problems: problems.map(({ kind, message, position }) => ({ kind, message, line: position.line })),
      unread: unread.length,
    };
  }
  if (question.marker !== undefined) {
    const parsed = parseMarker(question.marker) !== undefined;
    return { parsed, applies: markerApplies(question.marker, { ...linux, ...question.environment }) };
  }
  if (question.versions) {
    const [a, b] = question.versions.map(parseVersion);
    return {
      a: a ? formatVersion(a) : null,
      b: b ? formatVersion(b) : null,
      order: a && b ? Math.sign(compareVersions(a, b)) : null,
    };
  }
  const [version, clause] = question.satisfies as [string, { operator: string; version: string }];
  return satisfies(version, [clause]) ?? null;
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line) as Question))}\n`);
