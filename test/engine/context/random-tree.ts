import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import type { Random } from "./random.ts";

/** Names as people have them, and as nobody should have them. */
const names = [
  ...[
    "a",
    "b",
    "c",
    "src",
    "data",
    "ckpts",
    "x.py",
    "x.pyc",
    "m.pth",
    "readme.md",
    ".hidden",
    ".git",
    "node_modules",
  ],
  ...[
    "a b",
    "ü",
    "数据",
    "!bang",
    "#hash",
    "new\nline",
    "tab\there",
    "star*",
    "what?",
    "[set]",
    "back\\slash",
  ],
  ...["$dollar", "-dash", "a.b.c", "esc\u001b[31m", "'quote'", "a+b", "(x)", "{y}", "^z", "x|y", "\u{1f600}"],
];

const patterns = [
  ...[
    "*",
    "**",
    "*/*",
    "**/*.py",
    "**/*.py[cod]",
    "*.pth",
    "**/*.pth",
    "a*",
    "?",
    "[a-c]",
    "**/.*",
    "src/**",
    "src/*",
  ],
  ...[
    "**/a",
    "**/a/b",
    "a/**/b",
    "**/data/**",
    "/src",
    "data/",
    "./b",
    "a//b",
    "../a",
    "# no",
    "",
    " a ",
    "!",
    "**/*b*",
  ],
  ...["[^a]*", "\\!bang", "*\\?", "**/[!a]*", "a/../b", "**.md", "*/**/x.py", "**/ckpts/*"],
];

export interface RandomTree {
  /** All of it, folders too. */
  paths: string[];
  files: string[];
  folders: string[];
}

/** Fills a folder with files, folders, symbolic links, hard links and now and then a FIFO. No two files are equally large. */
export function makeTree(root: string, random: Random, sizeOf: (count: number) => number): RandomTree {
  const tree: RandomTree = { paths: [], files: [], folders: [] };
  const taken = new Set<string>();
  const fill = (folder: string, depth: number): void => {
    for (let left = 2 + random.below(6); left > 0; left--) {
      const name = random.pick(names);
      const path = folder === "" ? name : `${folder}/${name}`;
      if (taken.has(path)) continue;
      taken.add(path);
      tree.paths.push(path);
      const kind = random.below(20);
      if (kind < 7 && depth < 3) {
        mkdirSync(`${root}/${path}`);
        tree.folders.push(path);
        fill(path, depth + 1);
      } else if (kind < 10) symlinkSync(linkTarget(tree, random), `${root}/${path}`);
      else if (kind === 10 && tree.files.length > 0)
        linkSync(`${root}/${random.pick(tree.files)}`, `${root}/${path}`);
      else if (kind === 11 && random.isOneOf(4)) execFileSync("mkfifo", [`${root}/${path}`]);
      else {
        writeFileSync(`${root}/${path}`, Buffer.alloc(sizeOf(tree.files.length), 120));
        tree.files.push(path);
      }
    }
  };
  fill("", 0);
  return tree;
}

/** Near and far, absolute, upwards, into the void, and round in circles. */
function linkTarget({ paths }: RandomTree, random: Random): string {
  const path = random.pick(paths);
  return random.pick([
    path,
    `/${path}`,
    `../${path}`,
    `./${path}`,
    "nowhere",
    ".",
    "..",
    "/",
    random.pick(names),
  ]);
}

/** Lines of an ignore file that have something to do with the tree, a third of them `!` patterns. */
export function makeIgnore({ paths }: RandomTree, random: Random): string[] {
  const lines: string[] = [];
  for (let left = 1 + random.below(7); left > 0; left--) {
    const path = random.pick(paths);
    const line = random.pick([
      random.pick(patterns),
      random.pick(patterns),
      path,
      `${path}/*`,
      `**/${path.slice(path.lastIndexOf("/") + 1)}`,
      path.replace(/[^/]+$/, "*"),
      path.replace(/^[^/]+/, "*"),
    ]);
    lines.push(lines.length > 0 && random.isOneOf(3) ? `!${line}` : line);
  }
  // A name with a line end in it is two patterns.
  return lines.flatMap((line) => line.split("\n"));
}
