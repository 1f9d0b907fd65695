import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseRequirements, type Requirement } from "./requirements.ts";

interface Case {
  text: string;
  kind?: string;
  requirements?: string[];
  options?: string[];
  ignored?: string[];
  problems?: string[];
}

// Held against pip itself by test/agreement-pip/check_requirements.py.
const cases: Case[] = JSON.parse(readFileSync(`${import.meta.dirname}/requirement-cases.json`, "utf8"));

/** `?` stands for a name that is not told, and behind a version that PEP 440 does not know. */
function shown({ name, extras, specifiers, url, path, marker, editable, hashes }: Requirement): string {
  const versions = specifiers.map(
    ({ operator, version, legacy }) => operator + version + (legacy ? "?" : ""),
  );
  return [
    name || "?",
    extras.length > 0 ? `[${extras}]` : "",
    versions.join(","),
    url === undefined ? "" : ` @ ${url}`,
    path === undefined ? "" : ` < ${path}`,
    marker === undefined ? "" : ` ; ${marker}`,
    editable ? " editable" : "",
    ...hashes.map((hash) => ` ${hash}`),
  ].join("");
}

test.each(cases)("$text", (expected) => {
  const file = parseRequirements("r", expected.text);
  const pair = ({ name, value }: { name: string; value: string }): string => `${name} ${value}`.trim();
  expect({
    text: expected.text,
    kind: file.kind,
    requirements: file.requirements.map(shown),
    options: file.options.map(pair),
    ignored: file.ignored.map(pair),
    problems: file.problems.map(
      ({ kind, position, end }) => `${kind} ${position.line}:${position.column}-${end.column}`,
    ),
  }).toEqual({ kind: "pip", requirements: [], options: [], ignored: [], problems: [], ...expected });
});
