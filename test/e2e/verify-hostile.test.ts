import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runMia } from "../support/run-mia.ts";
import { temporaryWorkspace, type Workspace } from "../support/workspace.ts";

/** Seconds a whole process may take; the hang that a test would find takes minutes. */
const deadlineMs = 10_000;

const plain = "FROM debian:12.1\nUSER 1000\n";

interface Hostile {
  name: string;
  spoil(workspace: Workspace): void;
  args?: string[];
  code: number;
  says: RegExp;
}

const cases: Hostile[] = [
  {
    name: "a Dockerfile of 50 MB",
    spoil: ({ folder }) => writeFileSync(`${folder}/Dockerfile`, "RUN true\n".repeat(50_000_000 / 9)),
    args: ["Dockerfile"],
    code: 2,
    says: /Dockerfile: it has \d+ bytes; at most 1048576 are read/,
  },
  {
    name: "a FIFO called Dockerfile",
    spoil: ({ folder }) => execFileSync("mkfifo", [`${folder}/Dockerfile`]),
    args: ["Dockerfile"],
    code: 2,
    says: /Dockerfile is not a regular file/,
  },
  {
    name: "a FIFO where a search finds it",
    spoil({ folder, write }) {
      write("a/Dockerfile", plain);
      mkdirSync(`${folder}/b`);
      execFileSync("mkfifo", [`${folder}/b/Dockerfile`]);
    },
    code: 0,
    says: /skipped b\/Dockerfile: it is not a regular file/,
  },
  {
    name: "links that go in a circle",
    spoil({ folder, write }) {
      write("Dockerfile", `${plain}COPY a /a\n`);
      symlinkSync(".", `${folder}/loop`);
      symlinkSync("two", `${folder}/one`);
      symlinkSync("one", `${folder}/two`);
      symlinkSync("a", `${folder}/a`);
      symlinkSync(".dockerignore", `${folder}/.dockerignore`);
    },
    args: ["Dockerfile", "--context", "."],
    // The builder passes over such a .dockerignore (tried with Docker 28.5.2).
    code: 0,
    says: /keeps nothing from the builder: it is a link that leads to\s+no file/,
  },
  {
    name: "requirements of 100,000 lines",
    spoil({ write }) {
      write("Dockerfile", `${plain}COPY r.txt /r.txt\nRUN pip install --no-cache-dir -r /r.txt\n`);
      write(
        "r.txt",
        Array.from({ length: 100_000 }, (_, index) => `package-${index}==1.${index}\n`).join(""),
      );
    },
    args: ["Dockerfile"],
    code: 0,
    says: /1 Dockerfile: passed/,
  },
  {
    name: "requirements that name each other",
    spoil({ write }) {
      write("Dockerfile", `${plain}COPY *.txt /\nRUN pip install --no-cache-dir -r /a.txt\n`);
      write("a.txt", "-r b.txt\n-r ../../../../../../etc/passwd\n");
      write("b.txt", "-r a.txt\n-c a.txt\n");
    },
    args: ["Dockerfile"],
    code: 0,
    says: /1 Dockerfile: passed/,
  },
  {
    name: "bytes that are no UTF-8",
    spoil: ({ folder }) =>
      writeFileSync(
        `${folder}/Dockerfile`,
        Buffer.concat([Buffer.from(plain), Buffer.from([0x52, 0x55, 0x4e, 0x20, 0xff, 0xfe, 0x80, 0x0a])]),
      ),
    args: ["Dockerfile"],
    code: 0,
    says: /not UTF-8/,
  },
  {
    name: "patterns made to explode",
    spoil({ write }) {
      write("Dockerfile", `${plain}COPY ${"*a".repeat(2000)} /x\n`);
      write(".dockerignore", `${"**/*a".repeat(700)}b\n${"[a-z]*".repeat(600)}\n`.repeat(100));
      write("a".repeat(200), "");
      for (let index = 0; index < 500; index++) write(`${"a/".repeat(60)}${index}`, "");
    },
    args: ["Dockerfile", "--context", "."],
    code: 0,
    says: /1 Dockerfile: passed/,
  },
  {
    name: "a path that climbs out",
    spoil: ({ write }) => write("Dockerfile", `${plain}COPY ../../../../../../etc/passwd /x\n`),
    args: ["Dockerfile", "--context", "."],
    code: 1,
    says: /copied-files-exist/,
  },
];

describe("what is made to harm costs little and is answered in words", () => {
  test.each(cases)("$name", async ({ spoil, args = [], code, says }) => {
    using workspace = temporaryWorkspace();
    spoil(workspace);
    const started = performance.now();
    const end = await runMia(["verify", ...args], { cwd: workspace.folder });
    expect(performance.now() - started).toBeLessThan(deadlineMs);
    const said = end.stdout + end.stderr;
    expect(said).toMatch(says);
    expect(said).not.toMatch(/^\s+at .*\.m?js:\d+/m);
    expect(said).not.toContain("root:x:0:0");
    expect(end.code).toBe(code);
  });
});
