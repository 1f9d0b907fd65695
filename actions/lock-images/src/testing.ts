import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { perform } from "@mia/action-kit";
import { type TestHost, testHost } from "@mia/action-kit/testing";
import type { LockResult } from "@mia/step-result";
import { lockImages } from "./lock-images.ts";

/** One server for everything that is asked: real git over HTTP, and an index as pip reads it. */
export class Servers {
  readonly folder = mkdtempSync(path.join(tmpdir(), "mia-lock-servers-"));
  readonly asked: string[] = [];
  /** Path on the server to the file it gives out, of the index and of pages of links. */
  readonly files = new Map<string, Buffer | string>();
  private readonly server: Server = createServer((request, response) => this.answer(request, response));

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** A repository with one commit of a file and a submodule; its commit. */
  repository(name: string, submodule: { path: string; url: string; commit: string }): string {
    const folder = path.join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    const git = (...args: string[]): string =>
      execFileSync(
        "git",
        ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main", ...args],
        {
          cwd: folder,
          encoding: "utf8",
        },
      ).trim();
    git("init", "--quiet");
    git("config", "uploadpack.allowFilter", "true");
    git("config", "http.uploadpack", "true");
    const { path: at, url, commit } = submodule;
    writeFileSync(path.join(folder, ".gitmodules"), `[submodule "x"]\n\tpath = ${at}\n\turl = ${url}\n`);
    writeFileSync(path.join(folder, "a.txt"), "a\n");
    git("add", ".gitmodules", "a.txt");
    git("update-index", "--add", "--cacheinfo", `160000,${commit},${at}`);
    git("commit", "--quiet", "--message", "x");
    git("tag", "v1.0");
    return git("rev-parse", "HEAD");
  }

  /** Puts files of a package on the index; their hashes, by file name. */
  publish(name: string, files: Record<string, Buffer>): Record<string, string> {
    const hashes: Record<string, string> = {};
    for (const [file, content] of Object.entries(files)) {
      hashes[file] = createHash("sha256").update(content).digest("hex");
      this.files.set(`/files/${file}`, content);
    }
    const links = Object.keys(files).map(
      (file) => `<a href="/files/${encodeURIComponent(file)}">${file}</a>`,
    );
    this.files.set(`/simple/${name}/`, `<!DOCTYPE html><html><body>${links.join("\n")}</body></html>`);
    return hashes;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? "/", "http://x");
    this.asked.push(url.pathname);
    const file = this.files.get(url.pathname) ?? this.files.get(decodeURIComponent(url.pathname));
    if (file !== undefined) {
      const isPage = typeof file === "string";
      response
        .writeHead(200, { "content-type": isPage ? "text/html" : "application/octet-stream" })
        .end(file);
    } else if (url.pathname.startsWith("/simple/")) response.writeHead(404).end();
    else this.git(request, response, url);
  }

  /** git's own server, as any web server runs it. */
  private git(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const backend = spawn("git", ["http-backend"], {
      env: {
        ...process.env,
        GIT_PROJECT_ROOT: this.folder,
        GIT_HTTP_EXPORT_ALL: "1",
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method ?? "GET",
        CONTENT_TYPE: request.headers["content-type"] ?? "",
        HTTP_CONTENT_ENCODING: String(request.headers["content-encoding"] ?? ""),
        GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
      },
      stdio: ["pipe", "pipe", "ignore"],
    });
    request.pipe(backend.stdin);
    const chunks: Buffer[] = [];
    backend.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    backend.on("close", () => {
      const whole = Buffer.concat(chunks);
      const end = whole.indexOf("\r\n\r\n");
      const headers = whole.subarray(0, end).toString("latin1").split("\r\n");
      const pairs = headers.map((line) => line.split(/: ?(.*)/, 2) as [string, string]);
      const status = Number(pairs.find(([name]) => name === "Status")?.[1]?.slice(0, 3) ?? 200);
      response.writeHead(status, Object.fromEntries(pairs.filter(([name]) => name && name !== "Status")));
      response.end(whole.subarray(end + 4));
    });
  }
}

/** A workspace with an image folder, and the action in it. */
export class Workbench {
  readonly folder = mkdtempSync(path.join(tmpdir(), "mia-lock-test-"));
  readonly host: TestHost;

  /** `docker`: a shell script that stands in for docker, for this suite asks no registry. */
  constructor(servers: Servers | undefined, docker: string) {
    this.write({ "bin/docker": `#!/bin/sh\n${docker}\n` });
    chmodSync(this.path("bin/docker"), 0o755);
    this.host = testHost(this.folder, {
      PATH: [this.path("bin"), process.env.PATH].join(path.delimiter),
      PIP_CONFIG_FILE: "/dev/null",
      PIP_FIND_LINKS: "",
      PIP_NO_CACHE_DIR: "1",
      ...(servers && {
        PIP_INDEX_URL: `${servers.origin}/simple`,
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: `url.${servers.origin}/.insteadOf`,
        GIT_CONFIG_VALUE_0: "https://example.org/",
      }),
    });
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

  async lock(inputs: Record<string, string> = {}) {
    const { records, ...rest } = await perform(lockImages, inputs, this.host);
    const [record] = records as LockResult[];
    const rules = (records as LockResult[]).flatMap(({ findings }) =>
      findings.map(
        ({ rule, severity, locations: [place] }) => `${severity} ${rule} ${place?.file}:${place?.line}`,
      ),
    );
    return { ...rest, records: records as LockResult[], record, rules };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The smallest model.yaml that the catalog accepts, for one repository and one base. */
export function modelYaml(slug: string, commit: string, packages = "{}"): string {
  return `schema: model/v1
slug: ${slug}
name: Tiny
summary: A model for tests.
upstream: {repository: "https://example.org/lanes", commit: ${commit}, branch: main, licence: MIT}
sources: []
base: {image: debian, tag: "12", digest: null, digestReason: a test looks up none}
environment: {python: "3.8", cuda: "11.1"}
packages: ${packages}
config: /app/x.py
outputs: [{family: vectorized-map, expect: {}}]
checkpoint: {url: "https://example.org/x.pth", sha256: null, sha256Reason: a test has none, licence: none}
dataset: {name: none, licence: none}
gpu: {computeCapability: {min: "7.0", max: "8.9"}, reason: a test, memoryMiB: 1}
smoke: {timeoutSeconds: 1, killGraceSeconds: 1, memoryMiB: 1, shmMiB: 1}
`;
}
