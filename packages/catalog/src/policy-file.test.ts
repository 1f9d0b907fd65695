import { expect, test } from "vitest";
import { parsePolicy } from "./policy-file.ts";

const problemsOf = (text: string): string[] => {
  const parsed = parsePolicy(text);
  return parsed.ok ? [] : parsed.problems.map(({ line, message }) => `${line}: ${message}`);
};

test("a whole policy", () => {
  const text = `schema: verify-policy/v1
extends: runpod
user: {name: trainer, uid: 1234}
targets: [dev, test]
appFolder: /srv
registries: [docker.io/pytorch, ghcr.io]
gpus: [RTX 4090, sm_86]
contextBudgetMiB: 50
requireDigest: true
mmcvIndex: cu118/torch2.0
configFolders: [/srv/configs]
matrix: {file: README.md}
allowSshPort: false
rules: {MIA206: error, git-is-pinned: warning, pip-leaves-no-cache: "off"}
enforced: [no-baked-password]
ignore:
  - {rules: [MIA203], files: ["docker/**"], reason: "built once a year"}
`;
  expect(problemsOf(text)).toEqual([]);
});

test.each([
  ["no schema", "extends: runpod\n", "1: schema: "],
  ["an unknown key", "schema: verify-policy/v1\nusers: {}\n", "2: users: not a key of a policy here"],
  ["root as the user", "schema: verify-policy/v1\nuser: {name: root, uid: 0}\n", "2: user.uid: "],
  [
    "an ignore without a reason",
    "schema: verify-policy/v1\nignore:\n - {rules: [MIA203], files: [a]}\n",
    "3: ignore.0.reason: is missing",
  ],
  ["a weight there is not", "schema: verify-policy/v1\nrules: {MIA203: fatal}\n", "2: rules.MIA203: "],
  ["no YAML", "schema: [", "1: not readable as YAML"],
])("%s is refused at its line", (_, text, problem) => {
  expect(problemsOf(text)).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
});
