import { tmpdir } from "node:os";
import path from "node:path";
import { type Host, StepFailure } from "@mia/action-kit";
import { isSmokeContainerName } from "@mia/container";
import type { SmokeResult } from "@mia/step-result";
import type { ContainerPlace } from "./container-place.ts";

/** Prefix of the run's folder; mkdtemp adds six letters or digits. */
export const folderPrefix = "mia-smoke-";
const folderName = new RegExp(`^${folderPrefix}\\w{6}$`);

/** Tells the `post` phase what may be left, before there is anything: after a SIGKILL nobody else could know. */
export function keepForCleanUp(
  host: Host,
  { container, folder }: { container: string; folder: string },
): void {
  host.state.save("container", container);
  host.state.save("folder", folder);
}

/** Removes the run's folder; `post` need not look again where the container is gone too. */
export async function forget(host: Host, draft: SmokeResult, folder: string): Promise<void> {
  if (!(await removeFolder(host, folder))) return;
  if (draft.container?.removed) keepForCleanUp(host, { container: "", folder: "" });
}

/**
 * The `post` phase: runs after a pass, a failure, a cancel and a SIGKILL of the action alike. State can be forged by
 * whoever gets a line into the log, so nothing is removed that is not recognised as this action's own. Throws only where
 * a container stays: it may hold the GPU, while a folder merely takes up room.
 */
export async function removeLeftovers(host: Host, place: ContainerPlace): Promise<void> {
  const container = host.state.get("container");
  const folder = host.state.get("folder");
  const gone = !isSmokeContainerName(container) || (await place.remove(container));
  if (isSmokeContainerName(container) && gone) host.log.info(`container ${container} is gone`);
  if (isOurFolder(host, folder)) await removeFolder(host, folder);
  if (gone) return;
  throw new StepFailure({
    code: "container-not-removed",
    message: `the container ${container} could not be removed`,
    remedy: `Look at it on the runner's host: docker inspect ${container}`,
  });
}

function isOurFolder(host: Host, folder: string): boolean {
  const temporary = path.resolve(host.env.RUNNER_TEMP ?? tmpdir());
  return (
    path.resolve(folder) === folder &&
    path.dirname(folder) === temporary &&
    folderName.test(path.basename(folder))
  );
}

/** Says on the log where it cannot, and why; true where it is gone. */
async function removeFolder(host: Host, folder: string): Promise<boolean> {
  try {
    await host.files.remove(folder);
    return true;
  } catch (error) {
    host.log.warn(
      `the run's folder ${folder} could not be removed: ${(error as Error).message}. Somebody who may must delete it on the runner's host.`,
    );
    return false;
  }
}
