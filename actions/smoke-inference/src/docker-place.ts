import { type Exit, type Host, StepFailure } from "@mia/action-kit";
import {
  clientNotStarted,
  createArguments,
  engineRefusal,
  imageArguments,
  parseContainerState,
  parseImageFacts,
  stateArguments,
} from "@mia/container";
import type { ContainerPlace } from "./container-place.ts";

/** Milliseconds for a call to the engine that does no long work. */
const callMs = 60_000;

/** Lines of the container's output that go into a failure. */
const tailLines = 40;

/** Docker (or what answers to its name) on this host, through its client. */
export function dockerPlace(host: Host): ContainerPlace {
  const call = (args: readonly string[], deadlineMs = callMs): Promise<Exit> =>
    host.exec("docker", args, { deadlineMs, evenIfCancelled: true });
  const must = async (what: string, args: readonly string[], image?: string): Promise<Exit> => {
    const exit = await call(args);
    if (exit.code === 0) return exit;
    if (exit.notStarted) throw new StepFailure(clientNotStarted(exit.notStarted));
    throw new StepFailure(engineRefusal(what, reasonOf(exit), image));
  };
  return {
    async check() {
      const exit = await call(["version", "--format", "{{.Server.Version}}"], 20_000);
      if (exit.code === 0) return;
      if (exit.notStarted) throw new StepFailure(clientNotStarted(exit.notStarted));
      throw new StepFailure({
        code: "engine-missing",
        message: "no Docker engine answers on this machine",
        remedy:
          "Start Docker, and let the runner's user reach its socket (the group docker, or DOCKER_HOST).",
        ...detail(exit),
      });
    },
    async image(reference) {
      const exit = await must("image inspect", imageArguments(reference), reference);
      const facts = parseImageFacts(exit.stdout);
      if (facts) return facts;
      throw new StepFailure(engineRefusal("image inspect", "the answer is not the description of an image"));
    },
    create: async (spec) => void (await must("create", createArguments(spec))),
    start: async (name) => void (await must("start", ["start", name])),
    follow(name, onLine) {
      const client = host.spawn("docker", ["logs", "--follow", name], { onLine });
      return { stop: () => client.stop(), ended: client.exited };
    },
    async lastLines(name) {
      const { stdout, stderr } = await call(["logs", "--tail", String(tailLines), name], 10_000);
      return [stdout, stderr].filter((text) => text.trim() !== "").join("\n");
    },
    async wait(name, { deadlineMs, evenIfCancelled = false }) {
      // The client that waits is ours to kill at once; the container does not notice.
      const exit = await host.exec("docker", ["wait", name], { deadlineMs, evenIfCancelled, graceMs: 100 });
      if (exit.cancelled) return "cancelled";
      return exit.timedOut ? "deadline" : "ended";
    },
    kill: async (name, signal) => (await call(["kill", "--signal", signal, name], 20_000)).code === 0,
    state: async (name) => parseContainerState((await call(stateArguments(name), 20_000)).stdout),
    async remove(name) {
      const exit = await call(["rm", "--force", "--volumes", name]);
      return exit.code === 0 || /No such container/i.test(exit.stderr);
    },
  };
}

function reasonOf(exit: Exit): string {
  if (exit.timedOut) return `no answer within ${callMs / 1000} s\n${exit.stderr}`;
  return exit.stderr.trim() || exit.stdout.trim() || `exit code ${exit.code}, and not a word`;
}

function detail(exit: Exit): { detail?: string } {
  const text = exit.stderr.trim().slice(-4000);
  return text === "" ? {} : { detail: text };
}
