import { chmodSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Workbench } from "./testing.ts";

/** A repository that real git asks over HTTP, as its files (the protocol git calls dumb). */
class Repository {
  readonly bench = new Workbench();
  private readonly server: Server;
  asked = 0;

  constructor() {
    this.bench.write({ a: "1" });
    this.bench.commit();
    this.bench.git("tag", "--annotate", "v1.0", "--message", "x");
    this.bench.git("update-server-info");
    this.server = createServer((request, response) => {
      this.asked += 1;
      const name = new URL(request.url ?? "/", "http://x").pathname.replace(/^\/lanes\.git\//, "");
      const file = path.join(this.bench.folder, ".git", path.normalize(`/${name}`));
      try {
        if (!statSync(file).isFile()) throw new Error("no file");
        response.end(readFileSync(file));
      } catch {
        response.writeHead(404).end();
      }
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/lanes.git`;
  }

  head(): string {
    return this.bench.git("rev-parse", "HEAD").trim();
  }

  close(): void {
    this.server.close();
    this.bench.remove();
  }
}

const digest = `sha256:${"c".repeat(64)}`;

let repository: Repository;
let url: string;
let bench: Workbench;
beforeEach(async () => {
  repository = new Repository();
  url = await repository.open();
  bench = new Workbench();
});
afterEach(() => {
  repository.close();
  bench.remove();
});

function dockerfile(): string {
  return `FROM debian:12.1
RUN git clone ${url} a && git -C a checkout main
ADD ${url}#v1.0 /b
RUN pip install --no-cache-dir "git+${url}@main"
RUN useradd --uid 1000 someone
USER someone
`;
}

/** A stand-in for docker: it answers what a registry would, for this suite pulls nothing. */
function fakeDocker(script: string): Workbench {
  bench.remove();
  bench = new Workbench(["bin"]);
  bench.write({ "bin/docker": `#!/bin/sh\n${script}\n` });
  chmodSync(bench.path("bin/docker"), 0o755);
  return bench;
}

test("without online nobody is asked", async () => {
  bench.write({ Dockerfile: dockerfile() });
  await bench.verify();
  expect(repository.asked).toBe(0);
});

test("branches and tags get the commit they name as an unsafe fix, asked of git once", async () => {
  bench.write({ Dockerfile: dockerfile() });
  const { record } = await bench.verify({ online: "true" });
  const found = record?.findings.filter(({ rule }) => rule === "git-is-pinned");
  expect(found?.map(({ fix }) => [fix?.safety, fix?.edits[0]?.text])).toEqual(
    Array.from({ length: 3 }, () => ["unsafe", repository.head()]),
  );
  await bench.verify({ online: "true", fix: "unsafe" });
  const commit = repository.head();
  const expected = dockerfile().replaceAll(/checkout main|#v1\.0|@main/g, (ref) =>
    ref.replace(/main|v1\.0/, commit),
  );
  expect(bench.read("Dockerfile")).toContain(expected.split("\n").slice(1, 4).join("\n"));
});

test("a server that does not answer costs no verdict", async () => {
  bench.write({ Dockerfile: `FROM debian:12.1\nADD http://127.0.0.1:9/x.git#main /x\nUSER 1000\n` });
  const { exitCode, record } = await bench.verify({ online: "true" });
  expect(exitCode).toBe(0);
  expect(record?.findings.every(({ fix, rule }) => rule !== "git-is-pinned" || fix === undefined)).toBe(true);
  expect(bench.host.logged.join("\n")).toMatch(/127\.0\.0\.1:9.* does not say what main is/);
});

test("git is never asked to run a program or to read this machine", async () => {
  bench.write({
    Dockerfile: `FROM debian:12.1\nRUN git clone -b main "ext::sh -c touch% ran" x\nUSER 1000\n`,
  });
  await bench.verify({ online: "true" });
  expect(() => bench.read("ran")).toThrow();
});

test("a tag gets the digest that docker names as a safe fix", async () => {
  const own = fakeDocker(`echo '"${digest}"'`);
  own.write({ Dockerfile: "FROM debian:12.1\nUSER 1000\n" });
  const { outputs } = await own.verify({ online: "true", fix: "safe" });
  expect(outputs.fixed).toBe("1");
  expect(own.read("Dockerfile")).toBe(`FROM debian:12.1@${digest}\nUSER 1000\n`);
});

test("an answer that is no digest is none", async () => {
  const own = fakeDocker("echo '\"sha256:evil\nRUN rm -rf /\"'");
  own.write({ Dockerfile: "FROM debian:12.1\nUSER 1000\n" });
  const { outputs } = await own.verify({ online: "true", fix: "safe" });
  expect(outputs.fixed).toBe("0");
});
