import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { atEnd } from "./at-end.ts";
import { cachePruner, docker, type EngineBuild, engineBuild } from "./engine-build.ts";
import { gigabytes, requireSpace, type Share, writeShare } from "./file-tree.ts";
import { column, median } from "./median.ts";
import { withEngine } from "./with-engine.ts";

const mega = 1_000_000;

/** The context of the design document, section 13, folder by folder; how many files each holds is our guess. */
const parts: Share[] = [
  { at: "src", files: 1500, bytes: 15 * mega, ending: ".py" },
  { at: ".git/objects", files: 3000, bytes: 20 * mega, ending: "" },
  { at: ".git/objects/pack", files: 1, bytes: 100 * mega, ending: ".pack" },
  { at: "src/__pycache__", files: 1500, bytes: 45 * mega, ending: ".pyc" },
  { at: "data", files: 8000, bytes: 800 * mega, ending: ".jpg" },
  { at: "checkpoints", files: 4, bytes: 1200 * mega, ending: ".pth" },
  { at: "docs", files: 100, bytes: 25 * mega, ending: ".png" },
  { at: "logs", files: 10, bytes: 80 * mega, ending: ".log" },
];
const goodIgnore = ".git\n**/__pycache__\n**/*.pyc\ndata\n**/*.pth\ndocs\nlogs\n";
const small = { "requirements.txt": "torch==2.1.0\n", "inference.py": "print('ready')\n" };

/** The layers that the builder, the image store and the context itself take at the worst moment. */
const room = 5;

const longMs = 20_000;

interface Row {
  copies: "everything" | "selected";
  ignored: boolean;
}

/** The design document promises less to send and less time for a good .dockerignore: both, with both ways to write COPY. */
export async function headline(scratch: string, large: boolean): Promise<void> {
  if (!large) return console.log("\n2.3 GB with and without a .dockerignore: only with --large");
  const told = await withEngine(() => rows(scratch));
  if (told) console.log(`\n2.3 GB with and without a .dockerignore: ${told}`);
}

async function rows(scratch: string): Promise<void> {
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  mkdirSync(scratch, { recursive: true });
  requireSpace(scratch, room * bytes, 20_000);
  const store = docker(["info", "--format", "{{.DockerRootDir}}"]).trim();
  if (existsSync(store)) requireSpace(store, room * bytes, 60_000);
  const marker = `mia-bench-${randomBytes(4).toString("hex")}`;
  const tree = path.join(scratch, marker);
  for (const part of parts) writeShare(tree, part, "random");
  for (const [name, text] of Object.entries(small)) writeFileSync(path.join(tree, name), text);
  console.log(`\nA context of ${gigabytes(bytes)} on the engine, nothing of it cached, loaded as an image`);
  console.log(`  median of 3; a row of more than ${longMs / 1000} s is built once`);
  console.log("  COPY        .dockerignore       MB sent  seconds");
  const measured: EngineBuild[] = [];
  for (const copies of ["everything", "selected"] as const) {
    for (const ignored of [false, true]) {
      const built = await row(tree, marker, { copies, ignored });
      measured.push(built);
      const sent = column((built.transferredBytes ?? Number.NaN) / mega, 10, 1);
      const seconds = column(built.wallMs / 1000, 9, 2);
      console.log(`  ${copies.padEnd(12)}${(ignored ? "good" : "none").padEnd(14)} ${sent}${seconds}`);
    }
  }
  const saved = (none: number): string => {
    const [before, after] = [measured[none]?.wallMs ?? Number.NaN, measured[none + 1]?.wallMs ?? Number.NaN];
    return `${((1 - after / before) * 100).toFixed(0)}%`;
  };
  console.log(`  time saved by the .dockerignore: ${saved(0)} of everything, ${saved(2)} of selected`);
  rmSync(tree, { recursive: true });
}

/** The median of three cold builds; of one, where that alone takes long enough to be told apart from noise. */
async function row(tree: string, marker: string, order: Row): Promise<EngineBuild> {
  const built = [await coldBuild(tree, marker, order)];
  while (built.length < 3 && (built[0]?.wallMs ?? 0) < longMs)
    built.push(await coldBuild(tree, marker, order));
  const middle = median(built.map(({ wallMs }) => wallMs));
  return built.find(({ wallMs }) => wallMs === middle) as EngineBuild;
}

/** One build that finds nothing of the tree in the builder, and leaves nothing there. */
async function coldBuild(tree: string, marker: string, { copies, ignored }: Row): Promise<EngineBuild> {
  writeFileSync(path.join(tree, "Dockerfile"), dockerfile(marker, copies));
  const ignoreFile = path.join(tree, ".dockerignore");
  if (ignored) writeFileSync(ignoreFile, goodIgnore);
  else rmSync(ignoreFile, { force: true });
  const pruneCache = cachePruner(marker);
  const removeImage = atEnd(() => docker(["image", "rm", "--force", `${marker}:bench`]));
  try {
    return await engineBuild(["--load", "--tag", `${marker}:bench`, tree]);
  } finally {
    // Also what a build that failed has left. The image first: its layers are in use until then.
    removeImage();
    pruneCache();
  }
}

/** Without RUN: what is measured is the context, its layers and nothing else. */
function dockerfile(marker: string, copies: Row["copies"]): string {
  const app = `/${marker}`;
  const selected = `COPY requirements.txt inference.py ${app}/\nCOPY src/ ${app}/src/\n`;
  return `FROM scratch\n${copies === "everything" ? `COPY . ${app}/\n` : selected}CMD ["/none"]\n`;
}
