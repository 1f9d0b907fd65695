import type { Host } from "@mia/action-kit";
import { containerUser } from "./container-user.ts";
import { folderPrefix } from "./leftovers.ts";

export interface Workplace {
  /** Private to the runner's user. */
  folder: string;
  /** Inside it, writable for the container's user whatever its uid. */
  output: string;
  user: string;
}

/** A fresh folder for one run's output: nothing stale can be taken for an answer, and nobody else can reach it. */
export async function makeWorkplace(host: Host, imageUser: string): Promise<Workplace> {
  const folder = await host.files.makeTemporaryFolder(folderPrefix);
  const output = `${folder}/output`;
  // The folder above is 0700, so the open mode is reachable through the container's mount only.
  await host.files.makeFolder(output, { mode: 0o777 });
  const [uid, gid] = [process.getuid?.(), process.getgid?.()];
  const runner = uid === undefined || gid === undefined ? undefined : { uid, gid };
  return { folder, output, user: containerUser(runner, imageUser) };
}
