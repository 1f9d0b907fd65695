import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type FakeDocker, fakeDocker } from "./fake-docker.ts";
import { column, median } from "./median.ts";
import { findPeer, peerName } from "./peer.ts";
import { type Action, type ActionCost, readAction, readProbe, runAction, timed } from "./run-action.ts";

const root = path.resolve(import.meta.dirname, "../..");
const runs = 10;

interface Contender {
  title: string;
  action: Action;
  inputs: Record<string, string>;
  env?: Record<string, string>;
}

/** What an action costs beside the build itself: the whole of main and post, against a docker that costs nothing. */
export function overhead(scratch: string): void {
  const docker = fakeDocker(path.join(scratch, "docker"));
  const workspace = checkout(path.join(scratch, "workspace"));
  const peer = findPeer(scratch);
  const contenders = [ours(), ...(typeof peer === "string" ? [] : theirs(peer.folder))];
  const costs = contenders.map((): ActionCost[] => []);
  const empties: number[] = [];
  const at = { workspace, runner: path.join(scratch, "runner"), bin: docker.bin };
  const nothing = path.join(scratch, "nothing.cjs");
  writeFileSync(nothing, "");
  // The first turn warms the disk's cache up and is not counted.
  for (let run = 0; run <= runs; run++) {
    for (const [index, { action, inputs, env = {} }] of contenders.entries())
      costs[index]?.push(runAction(action, inputs, { ...at, env }));
    empties.push(timed(nothing, at, { PATH: process.env.PATH ?? "" }).wallMs);
  }
  console.log(`\nWhat an action adds to a build: main and post, median of ${runs}, in turns`);
  console.log(`  ${"".padEnd(48)} wall ms  (main + post)   CPU ms  processes  bundle kB`);
  console.log(`  ${"an empty script".padEnd(48)}${column(median(empties.slice(1)), 8)}`);
  const totals = contenders.map((contender, index) => {
    const samples = (costs[index] ?? []).slice(1);
    const [main, post] = [median(samples.map((s) => s.main.wallMs)), median(samples.map(wallOfPost))];
    const [wall, cpu] = [median(samples.map(wallOf)), median(samples.map(cpuOf))];
    const { started, bytes, calls } = seen(contender, at, docker);
    const halves = `(${column(main, 4)} + ${column(post, 4)})`.padStart(15);
    const name = contender.title.padEnd(48);
    console.log(
      `  ${name}${column(wall, 8)}${halves}${column(cpu, 9)}${column(started, 11)}${column(bytes / 1000, 11)}`,
    );
    console.log(`    docker ${calls.join(" · ")}`);
    return { title: contender.title, wall, cpu, bytes };
  });
  console.log(typeof peer === "string" ? `  ${peer}` : `  ${peerName}: ${peer.version}`);
  const [mine, ...others] = totals;
  if (!mine) return;
  for (const [index, { title, wall, cpu, bytes }] of others.entries()) {
    const ratio = [mine.wall / wall, mine.cpu / cpu, mine.bytes / bytes].map((value) => value.toFixed(2));
    const target = index === 0 ? " (target: wall 0.33)" : "";
    console.log(`  build-image / ${title}: wall ${ratio[0]}, CPU ${ratio[1]}, bundle ${ratio[2]}${target}`);
  }
}

const wallOfPost = ({ post }: ActionCost): number => post?.wallMs ?? 0;
const wallOf = (cost: ActionCost): number => cost.main.wallMs + wallOfPost(cost);
const cpuOf = ({ main, post }: ActionCost): number => main.cpuMs + (post?.cpuMs ?? 0);

/** One more run, not timed, in which somebody counts. */
function seen(
  { action, inputs, env = {} }: Contender,
  at: { workspace: string; runner: string; bin: string },
  docker: FakeDocker,
): { started: number; bytes: number; calls: string[] } {
  const [main, post] = ["main.json", "post.json"].map((name) => path.join(path.dirname(at.runner), name)) as [
    string,
    string,
  ];
  docker.takeCalls();
  runAction(action, inputs, { ...at, env }, { main, post });
  return { ...readProbe(action.post ? [main, post] : [main]), calls: docker.takeCalls() };
}

/** The real image folders, in a repository as people have it. */
function checkout(workspace: string): string {
  mkdirSync(workspace, { recursive: true });
  cpSync(path.join(root, "images"), path.join(workspace, "images"), { recursive: true });
  const identity = ["-c", "user.name=bench", "-c", "user.email=bench@example.org"];
  for (const args of [
    ["init", "--quiet"],
    ["add", "--all"],
    ["commit", "--quiet", "--message", "bench"],
  ])
    spawnSync("git", [...identity, ...args], { cwd: workspace });
  return workspace;
}

function ours(): Contender {
  const dist = process.env.MIA_DIST ?? path.join(root, "dist");
  if (!existsSync(path.join(dist, "build-image.cjs")))
    throw new Error(`${dist} holds no build-image.cjs: run npm run build`);
  const action = readAction(path.join(root, "actions/build-image"), dist);
  return { title: "build-image", action, inputs: { model: "maptr" } };
}

/**
 * The same build, twice: as it is by default, which writes a summary in post, and with that turned off. The upload of the
 * build record is off both times: it would need GitHub, and only add to its cost.
 */
function theirs(folder: string): Contender[] {
  const action = readAction(folder);
  const inputs = {
    context: "images/maptr",
    file: "images/maptr/Dockerfile",
    target: "runtime",
    tags: "model-image/maptr:latest",
    labels: "org.model-image-actions.model=maptr",
    "build-contexts": "model-runtime=images/runtime",
    load: "true",
  };
  const env = { DOCKER_BUILD_RECORD_UPLOAD: "false" };
  return [
    { title: peerName, action, inputs, env },
    { title: `${peerName}, no summary`, action, inputs, env: { ...env, DOCKER_BUILD_SUMMARY: "false" } },
  ];
}
