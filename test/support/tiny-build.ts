import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { modelYaml } from "../../actions/build-image/src/model-yaml.fixture.ts";
import { place } from "../../scripts/engine/place.mjs";
import { type BundleEnd, type BundleOptions, startBundle } from "./run-bundle.ts";
import type { Workspace } from "./workspace.ts";

/** A program that needs nothing around it, so that a RUN works in an image of its own: `/bin/busybox`, as "busybox" in the image folder. */
export const busybox: string | undefined = [
  `${place("engine").bin}/busybox`,
  "/bin/busybox",
  "/usr/bin/busybox",
].find((file) => existsSync(file));

/** Writes `images/tiny`: a model whose Dockerfile starts from nothing, so that nothing of it is a stand-in. */
export function writeTinyModel(workspace: Workspace, ...instructions: string[]): void {
  workspace.write("images/tiny/model.yaml", modelYaml("tiny"));
  workspace.write("images/runtime/runtime.txt", "runtime");
  const programs = busybox === undefined ? [] : ["COPY busybox /bin/busybox"];
  workspace.write(
    "images/tiny/Dockerfile",
    ["FROM scratch AS runtime", ...programs, ...instructions, ""].join("\n"),
  );
  mkdirSync(`${workspace.folder}/images/tiny`, { recursive: true });
  if (busybox !== undefined) copyFileSync(busybox, `${workspace.folder}/images/tiny/busybox`);
}

/** `RUN` of busybox by argument list: there is no shell under its usual name. */
export function run(...words: string[]): string {
  return `RUN ${JSON.stringify(["/bin/busybox", ...words])}`;
}

export interface InterruptedBuild {
  end: BundleEnd;
  /** Milliseconds from the start of the step to the interruption. */
  since: number;
}

/** Starts a build, and calls `interrupt` once the log matches. A build that ends before that fails the test. */
export async function interruptBuild(
  options: BundleOptions,
  sign: RegExp,
  interrupt: (pid: number) => void | Promise<void>,
): Promise<InterruptedBuild> {
  const started = performance.now();
  const { running, collect } = startBundle("build-image", options);
  let printed = "";
  const seen = new Promise<boolean>((resolve) => {
    running.child.stdout?.on("data", (chunk) => {
      printed += chunk;
      if (sign.test(printed)) resolve(true);
    });
    void running.ended.then(() => resolve(false));
  });
  if (!(await seen))
    throw new Error(`the build ended before ${sign}:\n${printed}${(await running.ended).stderr}`);
  const since = performance.now() - started;
  await interrupt(running.child.pid ?? 0);
  return { end: collect(await running.ended), since };
}

/** Processes of this machine that have this word among their arguments: what runs in a container is one of them. */
export function processesWith(word: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(word);
      } catch {
        return false;
      }
    })
    .map(Number);
}
