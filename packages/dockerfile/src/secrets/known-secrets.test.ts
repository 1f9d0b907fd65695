import { expect, test } from "vitest";
import { isSecretName, isSecretValue, secretIn } from "./known-secrets.ts";

/** Looks like a token and is none: made here, so that no scanner of secrets takes it for one in the file. */
const made = (length: number): string => "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7".repeat(10).slice(0, length);

test.each([
  [`token ghp_${made(36)}`, "a GitHub token"],
  [`github_pat_${made(60)}`, "a GitHub token"],
  [`HF=hf_${made(34)}`, "a Hugging Face token"],
  [`AKIA${"Q3EGRTZKLP7WXN4B"}`, "an AWS key"],
  [`"sk-proj-${made(40)}"`, "an OpenAI key"],
  [`glpat-${made(20)}`, "a GitLab token"],
  [`-----BEGIN OPENSSH ${"PRIVATE"} KEY-----`, "a private key"],
  [`https://dev:${made(12)}@example.com/x.git`, "a password in an address"],
  [`https://${made(40).toLowerCase()}@github.com/a/b.git`, "a token in an address"],
])("%j holds %s", (text, kind) => {
  expect(secretIn(text)?.kind).toBe(kind);
});

test.each([
  "AKIAIOSFODNN7EXAMPLE",
  "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  "hf_xxx",
  "https://user:password@example.com/",
  "https://$USER:$TOKEN@example.com/",
  "https://${TOKEN}@github.com/a/b.git",
  "https://git@github.com/a/b.git",
  "ssh://git@github.com/a/b.git",
  "registry.example.com/sk-learn/image:tag@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
  `-----BEGIN ${"PUBLIC"} KEY-----`,
])("%j holds none", (text) => {
  expect(secretIn(text)).toBeUndefined();
});

test.each([
  ["HF_TOKEN", true],
  ["AWS_SECRET_ACCESS_KEY", true],
  ["WANDB_API_KEY", true],
  ["DB_PASS", true],
  ["PAD_TOKEN", false],
  ["MAX_NEW_TOKEN", false],
  ["GPG_KEY", false],
  ["PUBLIC_KEY", false],
  ["TOKENIZERS_PARALLELISM", false],
  ["SECRET_KEY_FILE", false],
  ["BYPASS", false],
])("a variable %s names a secret: %s", (name, isSecret) => {
  expect(isSecretName(name)).toBe(isSecret);
});

test.each([
  ["kq83hfn20fjs93kfn3", true],
  ["0123456789abcdef0123456789abcdef01234567", true],
  ["changeme-please", false],
  ["your-api-key", false],
  ["/run/secrets/token", false],
  ["https://example.com/token", false],
  ["12345678901234", false],
  ["$OTHER_TOKEN", false],
  ["[MASK_TOKEN]", false],
  ["short", false],
])("%j may be a secret: %s", (value, isSecret) => {
  expect(isSecretValue(value)).toBe(isSecret);
});
