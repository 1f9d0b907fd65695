import { expect, test } from "vitest";
import { looksLikeSecret, secretBlanker } from "./build-secrets.ts";

test.each(["TOKEN", "GITHUB_TOKEN", "aws_secret_access_key", "DB_PASSWORD", "api-key", "APIKEY", "MY_AUTH"])(
  "%s looks like a secret",
  (name) => expect(looksLikeSecret(name)).toBe(true),
);

test.each(["TORCH_CUDA_ARCH_LIST", "KEYBOARD", "TOKENIZER", "PUBLIC_KEY", "MAX_JOBS", "AUTHOR"])(
  "%s does not",
  (name) => expect(looksLikeSecret(name)).toBe(false),
);

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
  ["see https://host:8080/a@b", "see https://host:8080/a@b"],
  ["docker-image://host/x:1@sha256:00", "docker-image://host/x:1@sha256:00"],
])("credentials of %s", (text, expected) => expect(secretBlanker([], {})(text)).toBe(expected));
