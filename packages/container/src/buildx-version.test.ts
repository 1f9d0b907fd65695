import { expect, test } from "vitest";
import { isOlderBuildx, parseBuildxVersion } from "./buildx-version.ts";

test.each([
  ["github.com/docker/buildx v0.30.1 9e66234aa13328a5e75b75aa5574e1ca6d6d9c01", "0.30.1"],
  ["github.com/docker/buildx 0.29.1+ds1 0.29.1+ds1-4\n", "0.29.1"],
  ["github.com/docker/buildx v0.20.0-desktop.2 1a2b3c4", "0.20.0"],
  ["github.com/docker/buildx 1a2b3c4d", undefined],
  ["docker: unknown command: docker buildx", undefined],
  ["", undefined],
])("%j has version %s", (text, version) => expect(parseBuildxVersion(text)).toBe(version));

test.each([
  ["0.19.9", true],
  ["0.20.0", false],
  ["0.9.1", true],
  ["1.0.0", false],
])("%s is too old: %s", (version, older) => expect(isOlderBuildx(version)).toBe(older));
