import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type ContextListing, readImage } from "../image.ts";
import { checkImage } from "../verify-image.ts";
import { rules } from "./all-rules.ts";

interface Case {
  name: string;
  /** Its lines. */
  dockerfile: string[];
  /** Files of the context, by their path in it. */
  files?: Record<string, string>;
  /** What the rules MIA301 to MIA311 find: code and severity. Empty: nothing. */
  found: string[];
}

// Ways to open a door, each beside what looks like it and opens none.
const cases: Case[] = JSON.parse(readFileSync(`${import.meta.dirname}/door-cases.json`, "utf8"));

test.each(cases)("$name: $found", ({ dockerfile, files = {}, found }) => {
  expect(findingsOf(dockerfile.join("\n"), files)).toEqual(found);
});

test.each([
  [
    "functions that are called often",
    `f() { echo "$1 yes" >> /etc/ssh/sshd_config; }\n${"f PermitRootLogin\n".repeat(3000)}`,
  ],
  [
    "loops within loops",
    `${"for a in 1 2 3 4 5 6 7 8 9; do ".repeat(40)}echo "$a" > /x${"; done".repeat(40)}`,
  ],
  [
    "files that are copied onto each other",
    `echo a > /a\n${"cat /a /b > /c; cat /c /c > /b; cp /b /a\n".repeat(1500)}`,
  ],
  ["Python of nothing but quotes", `python3 -c '${'system("""'.repeat(5000)}'`],
  [
    "a pattern of many stars",
    `echo "PermitRootLogin ${"#".repeat(900)}" >> /etc/ssh/sshd_config\n${"sed -i 's/#*#*#*#*X/PermitRootLogin yes/' /etc/ssh/sshd_config\n".repeat(200)}`,
  ],
  ["variables made of each other", `A=$(curl x)\n${'A="$A$A"; echo "$A" | sh\n'.repeat(2000)}`],
])("%s take no time", (_, script) => {
  const start = performance.now();
  findingsOf(`FROM debian:12\nRUN <<E\n${script}\nE\n`, {});
  expect(performance.now() - start).toBeLessThan(2500);
});

function findingsOf(text: string, files: Record<string, string>): string[] {
  const source = {
    folder: ".",
    dockerfile: { path: "Dockerfile", text },
    requirements: [],
    files: new Map(Object.entries(files).map(([path, one]) => [path, { path, text: one }])),
    context: listingOf(Object.keys(files)),
  };
  return checkImage(readImage(source, undefined), rules)
    .filter(({ code, message }) => /^MIA3/.test(code ?? "") && !message.includes("has no USER"))
    .map(({ code, severity }) => `${code} ${severity}`)
    .sort();
}

/** A context that holds these files alone; of patterns it knows `**\/name` and stars within one name. */
function listingOf(paths: readonly string[]): ContextListing {
  const isThere = (path: string): boolean =>
    path === "" || paths.some((one) => one === path || one.startsWith(`${path}/`));
  return {
    find: (path) => (isThere(path) ? { kind: "sent" } : { kind: "missing", goesOn: false }),
    matches: (pattern) => {
      const source = pattern
        .replace(/[.+]/g, "\\$&")
        .replace("**/", "(?:.*/)?")
        .replace(/(?<!\.)\*/g, "[^/]*");
      const expression = new RegExp(`^${source}$`);
      return paths
        .filter((path) => expression.test(path))
        .map((path) => ({ path, kind: "file" as const, sent: true }));
    },
  };
}
