import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { perform } from "@mia/action-kit";
import { type TestHost, testHost } from "@mia/action-kit/testing";
import type { VerifyResult } from "@mia/step-result";
import { verifyDockerfile } from "./verify-dockerfile.ts";

/** A workspace of a test's own and the action in it. */
export class Workbench {
  readonly folder = mkdtempSync(path.join(tmpdir(), "mia-verify-"));
  readonly host: TestHost;

  /** `bin`: folders of the workspace put first on PATH, for programs that stand in for others. */
  constructor(bin: readonly string[] = []) {
    const search = [...bin.map((name) => this.path(name)), process.env.PATH].join(path.delimiter);
    this.host = testHost(this.folder, bin.length > 0 ? { PATH: search } : {});
  }

  write(files: Record<string, string>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(this.path(name)), { recursive: true });
      writeFileSync(this.path(name), text);
    }
  }

  read(name: string): string {
    return readFileSync(this.path(name), "utf8");
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  git(...args: string[]): string {
    const identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"];
    return execFileSync("git", [...identity, ...args], { cwd: this.folder, encoding: "utf8" });
  }

  /** Commits everything there is. */
  commit(): void {
    this.git("init", "--quiet");
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", "x");
  }

  async verify(inputs: Record<string, string> = {}) {
    const { records, ...rest } = await perform(verifyDockerfile, inputs, this.host);
    const [first] = records as VerifyResult[];
    const places = (records as VerifyResult[]).flatMap(({ findings }) =>
      findings.map(({ rule, locations: [place] }) => `${rule} ${place?.file}:${place?.line}`),
    );
    return { ...rest, records: records as VerifyResult[], record: first, places };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** A Dockerfile with one error, on line 2, and nothing else to say of severity warning. */
export const rootPassword = `FROM debian:12@sha256:${"0".repeat(64)}
RUN echo root:hunter2 | chpasswd
RUN useradd --uid 1000 someone
USER someone
`;
