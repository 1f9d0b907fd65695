import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Host, StepFailure } from "@mia/action-kit";

/** Prefix of the build's folder; mkdtemp adds six letters or digits. */
const folderPrefix = "mia-build-";
const folderName = new RegExp(`^${folderPrefix}\\w{6}$`);
const stateName = "folder";
/** Milliseconds that buildx gets to stop the builder. */
const graceMs = 5000;
const pollMs = 100;
const maxCommandBytes = 256 * 1024;

/** Makes the build's folder, and tells the `post` phase of it before anything is started that a SIGKILL could leave behind. */
export async function makeBuildFolder(host: Host): Promise<string> {
  const folder = await host.files.makeTemporaryFolder(folderPrefix);
  host.state.save(stateName, folder);
  return folder;
}

/** Removes the folder after buildx has ended: `post` need not look again. */
export async function removeBuildFolder(host: Host, folder: string): Promise<void> {
  await host.files.remove(folder);
  host.state.save(stateName, "");
}

/**
 * The `post` phase. After an ordinary end there is nothing to do. After a SIGKILL of the action, the buildx it had started still runs:
 * it is known by the folder of its metadata file, which no other process names, is asked to end, and after 5 s is killed. State can be forged
 * by whoever gets a line into the log, so only a folder of ours is looked for.
 */
export async function removeLeftovers(host: Host): Promise<void> {
  const folder = host.state.get(stateName);
  if (!isOurs(host, folder)) return;
  const left = await endBuilds(host, `${folder}/metadata.json`);
  await host.files.remove(folder);
  if (left.length === 0) return;
  throw new StepFailure({
    code: "internal",
    message: `the build that this step had started still runs: process ${left.join(", ")}`,
    remedy: "Look at it on the runner's host, and end it there.",
  });
}

function isOurs({ env }: Host, folder: string): boolean {
  const temporary = path.resolve(env.RUNNER_TEMP || tmpdir());
  return (
    path.resolve(folder) === folder &&
    path.dirname(folder) === temporary &&
    folderName.test(path.basename(folder))
  );
}

/** Ends every build that writes to that file; gives the ids of those that would not end. */
async function endBuilds(host: Host, metadataFile: string): Promise<number[]> {
  const asked = await buildsOf(host, metadataFile);
  if (asked.length === 0) return [];
  host.log.info(`ending the build that was left: process ${asked.join(", ")}`);
  for (const id of asked) host.kill(id, "SIGINT");
  for (let waited = 0; waited < graceMs; waited += pollMs) {
    await sleep(pollMs);
    if ((await buildsOf(host, metadataFile)).length === 0) return [];
  }
  for (const id of await buildsOf(host, metadataFile)) host.kill(id, "SIGKILL");
  await sleep(200);
  return buildsOf(host, metadataFile);
}

/** Processes whose arguments name the file: docker, and the plugin it starts. Linux says them under /proc; elsewhere none are found. */
async function buildsOf(host: Host, metadataFile: string): Promise<number[]> {
  const found: number[] = [];
  for (const { name } of await host.files.list("/proc", { sizes: false })) {
    if (!/^\d{1,10}$/.test(name)) continue;
    const head = await host.files.readHead(`/proc/${name}/cmdline`, maxCommandBytes).catch(() => undefined);
    const words = head ? new TextDecoder().decode(head).split("\0") : [];
    if (words.some((word, at) => word === metadataFile && words[at - 1] === "--metadata-file"))
      found.push(Number(name));
  }
  return found;
}
