import { expect, test } from "vitest";
import { looksLikeSecret, secretBlanker } from "./build-secrets.ts";

test.each([
  ...["TOKEN", "GITHUB_TOKEN", "aws_secret_access_key", "DB_PASSWORD", "api-key", "APIKEY", "MY_AUTH"],
  ...["GITHUBTOKEN", "NPMTOKEN", "npmToken", "DB_PWD", "DBPWD", "GH_PAT", "GHPAT", "myPat", "PAT2", "SSHKEY"],
  ...["AWS_ACCESS_KEY_ID", "DB_PASS", "PGPASSWORD", "GIT_CREDENTIALS", "DB_CREDS", "HF_TOKENS"],
])("%s looks like a secret", (name) => expect(looksLikeSecret(name)).toBe(true));

test.each([
  ...["TORCH_CUDA_ARCH_LIST", "KEYBOARD", "TOKENIZER", "TOKENISER", "PUBLIC_KEY", "MAX_JOBS", "AUTHOR"],
  ...["PATCH", "PATH", "PYTHON_VERSION", "COMPAT", "PATTERN", "PWD", "PASSES", "COMPASS"],
])("%s does not", (name) => expect(looksLikeSecret(name)).toBe(false));

test("values of secret-looking arguments are blanked wherever they appear, the longest first", () => {
  const args = [
    { name: "A_TOKEN", value: "hunter" },
    { name: "B_TOKEN", value: "hunter-two" },
    { name: "C_TOKEN", value: null },
    { name: "SHORT_KEY", value: "ab" },
    { name: "JOBS", value: "plain" },
  ];
  const blank = secretBlanker(args, { C_TOKEN: "from-env" });
  expect(blank("x hunter-two hunter from-env ab plain")).toBe("x *** *** *** ab plain");
});

test.each([
  ["https://user:pass@host/x", "https://***@host/x"],
  ["https://TOKEN@host/x", "https://***@host/x"],
  ["git clone https://user:p@ss@host", "git clone https://***@host"],
  ["ssh://git@host/x", "ssh://git@host/x"],
  ["docker-image://debian:12@sha256:00", "docker-image://debian:12@sha256:00"],
  ['["https://host","a@b"]', '["https://host","a@b"]'],
  ["see https://host:8080/a@b", "see https://host:8080/a@b"],
  ["docker-image://host/x:1@sha256:00", "docker-image://host/x:1@sha256:00"],
])("credentials of %s", (text, expected) => expect(secretBlanker([], {})(text)).toBe(expected));
