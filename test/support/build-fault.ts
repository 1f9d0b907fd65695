import { existsSync, readdirSync } from "node:fs";
import { expect } from "vitest";
import { BuildResult } from "../../packages/step-result/src/index.ts";
import type { BundleEnd } from "./run-bundle.ts";
import type { Workspace } from "./workspace.ts";

/** What no output may hold: the value of a secret, and of a build argument that is named like one. */
export const secrets = { MIA_TEST_SECRET: "hunter-two-three", MIA_TEST_TOKEN: "swordfish-four-five" };

/** Inputs and environment that give a build both; the model needs no secret. */
export const withSecrets = {
  env: secrets,
  inputs: { "secret-envs": "test=MIA_TEST_SECRET", "build-args": "API_TOKEN=swordfish-four-five" },
};

export interface Fault {
  code: string;
  message: RegExp;
  /** Milliseconds from when something went wrong; default 10 s. */
  within?: number;
  /** Milliseconds the build took until something went wrong, where that is known; it has ended the moment it began otherwise. */
  since?: number;
}

/**
 * Holds what every build that goes wrong owes its caller: an end in time, its own code, one clear message, no secret anywhere, nothing left in
 * the temporary folder, and a record that is valid.
 */
export function expectFault(workspace: Workspace, slug: string, end: BundleEnd, fault: Fault): BuildResult {
  const record = writtenRecord(workspace, slug);
  const shown = `${end.stdout}\n${end.stderr}`;
  expect(record.status, shown).toBe("failed");
  expect(record.failure, shown).toMatchObject({
    code: fault.code,
    message: expect.stringMatching(fault.message),
    remedy: expect.stringMatching(/\S/),
  });
  expect(end, shown).toMatchObject({ code: 1, outputs: { status: "failed", digest: "", "image-ref": "" } });
  expect(end.milliseconds - (fault.since ?? 0)).toBeLessThan(fault.within ?? 10_000);
  const errors = end.annotations.filter((line) => line.startsWith("::error"));
  expect(errors, shown).toHaveLength(1);
  expect(errors[0]).toContain(fault.code);
  expect(end.stderr).toBe("");
  expect(shown).not.toMatch(/^\s+at \S+ \(/m);
  expectNoSecret(workspace, slug, end);
  expect(leftFiles(workspace)).toEqual([]);
  return record;
}

/** The record as the file has it; it must be one that a reader accepts. */
export function writtenRecord(workspace: Workspace, slug: string): BuildResult {
  return BuildResult.parse(JSON.parse(workspace.read(recordFile(slug))));
}

/** Everything that was printed or written, but for the command that GitHub itself hides values with. */
export function expectNoSecret(workspace: Workspace, slug: string, end: BundleEnd): void {
  const { stdout, stderr, outputs, state, summary } = end;
  const printed = stdout.split("\n").filter((line) => !line.startsWith("::add-mask::"));
  const all = JSON.stringify([printed, stderr, outputs, state, summary, workspace.read(recordFile(slug))]);
  for (const value of Object.values(secrets)) expect(all).not.toContain(value);
}

/** What was left in the runner's temporary folder. */
export function leftFiles(workspace: Workspace): string[] {
  const folder = `${workspace.folder}/.runner/temp`;
  return existsSync(folder) ? readdirSync(folder) : [];
}

function recordFile(slug: string): string {
  return `model-image-results/step-result-build-${slug}.json`;
}
