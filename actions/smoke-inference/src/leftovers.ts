import type { Host } from "@mia/action-kit";
import { isSmokeContainerName } from "@mia/container";
import type { SmokeResult } from "@mia/step-result";
import type { ContainerPlace } from "./container-place.ts";

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
  try {
    await host.files.remove(folder);
    if (draft.container?.removed) keepForCleanUp(host, { container: "", folder: "" });
  } catch (error) {
    host.log.warn(`the run's folder could not be removed: ${(error as Error).message}`);
  }
}

/** The `post` phase: runs after a pass, a failure, a cancel and a SIGKILL of the action alike. */
export async function removeLeftovers(host: Host, place: ContainerPlace): Promise<void> {
  const container = host.state.get("container");
  const folder = host.state.get("folder");
  if (isSmokeContainerName(container)) {
    if (!(await place.remove(container))) throw new Error(`the container ${container} could not be removed`);
    host.log.info(`container ${container} is gone`);
  }
  if (folder !== "") await host.files.remove(folder);
}
