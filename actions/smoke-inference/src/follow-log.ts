import type { Host } from "@mia/action-kit";
import type { ContainerPlace } from "./container-place.ts";

/** Bytes of the container's output shown in the log; the engine keeps more, and a failure shows the end of it. */
const maxBytes = 4 * 1024 * 1024;

/** Milliseconds for the last lines to arrive once the container has ended. */
const lastLinesMs = 2000;

/** Shows what the container prints as it prints it. `close` before anything else is logged. */
export function followLog(
  host: Host,
  place: ContainerPlace,
  name: string,
): { phase(): string | undefined; close(): Promise<void> } {
  const block = host.log.foreign(`output of ${name}`);
  let shown = 0;
  let phase: string | undefined;
  const follower = place.follow(name, (line) => {
    const named = /^phase: ([a-z-]{1,40})$/.exec(line);
    if (named) phase = named[1];
    if (shown > maxBytes) return;
    shown += line.length + 1;
    block.line(shown > maxBytes ? `[more than ${maxBytes} bytes of output; the rest is not shown]` : line);
    // Past the limit nobody reads on: a flood must not cost the runner's time.
    if (shown > maxBytes) void follower.stop();
  });
  return {
    phase: () => phase,
    async close() {
      const patience = new Promise((resolve) => setTimeout(resolve, lastLinesMs).unref());
      await Promise.race([follower.ended, patience]);
      await follower.stop();
      block.close();
    },
  };
}
