import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { repository } from "./repository.ts";

/** A temporary folder that goes away with `using`. */
export interface Workspace extends Disposable {
  folder: string;
  write(file: string, content: string): void;
  read(file: string): string;
  /** Copies an image folder of this repository and gives its path in the workspace. */
  copyImage(slug: string): string;
  /** Replaces a text that must be there: a test that changes nothing must not pass. */
  edit(file: string, from: string | RegExp, to: string): void;
  /** A program of this name that runs a shell script, in a folder to put first on PATH. */
  fake(program: string, script: string): string;
}

export function temporaryWorkspace(): Workspace {
  const folder = mkdtempSync(path.join(tmpdir(), "mia-test-"));
  const at = (file: string): string => path.join(folder, file);
  const read = (file: string): string => readFileSync(at(file), "utf8");
  const write = (file: string, content: string): void => {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), content);
  };
  return {
    folder,
    read,
    write,
    copyImage(slug) {
      cpSync(repository("images", slug), at(`images/${slug}`), { recursive: true });
      return `images/${slug}`;
    },
    edit(file, from, to) {
      const before = read(file);
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${file} does not hold ${from}`);
      write(file, after);
    },
    fake(program, script) {
      write(`fakes/${program}`, `#!/bin/sh\n${script}\n`);
      chmodSync(at(`fakes/${program}`), 0o755);
      return at("fakes");
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
