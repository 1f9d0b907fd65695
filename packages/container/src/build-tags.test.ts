import { expect, test } from "vitest";
import { defaultTag, isImageTag, repositoryOfTag } from "./build-tags.ts";

test.each([
  ["maptr", "maptr"],
  ["maptr:v1", "maptr"],
  ["ghcr.io/owner/maptr:v1.2_x", "ghcr.io/owner/maptr"],
  ["127.0.0.1:5000/maptr", "127.0.0.1:5000/maptr"],
  ["localhost:5000/a/b-c__d.e:1", "localhost:5000/a/b-c__d.e"],
  [defaultTag("maptr"), "model-image/maptr"],
])("%s is a tag of %s", (tag, repository) => {
  expect(isImageTag(tag)).toBe(true);
  expect(repositoryOfTag(tag)).toBe(repository);
});

test.each([
  "",
  "-x",
  "--push",
  "ghcr.io/Owner/x",
  "a b",
  "x:",
  "x:-1",
  "x@sha256:00",
  "a//b",
  "x,y",
  "a".repeat(400),
])("%j is none", (tag) => expect(isImageTag(tag)).toBe(false));
