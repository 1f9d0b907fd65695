import type { ContainerSpec, ContainerState, ImageFacts } from "@mia/container";

/** How waiting for a container ended. `deadline` and `cancelled`: it still runs, as far as we know. */
export type Waited = "ended" | "deadline" | "cancelled";

/**
 * Where a container runs. Docker on this host is the only one yet; a rented machine that boots the image itself would
 * be another. What fails for a reason a person can mend throws a StepFailure. Everything but `wait` is also done after
 * a cancel, since clean-up needs it.
 */
export interface ContainerPlace {
  /** Throws `engine-missing` where nothing answers. */
  check(): Promise<void>;
  /** Throws `image-missing`. Pulls nothing: what runs is what was built. */
  image(reference: string): Promise<ImageFacts>;
  create(spec: ContainerSpec): Promise<void>;
  start(name: string): Promise<void>;
  /** Lines as the container prints them, until it ends or `stop`. */
  follow(name: string, onLine: (line: string) => void): { stop(): Promise<void>; ended: Promise<unknown> };
  /** The end of what it printed. */
  lastLines(name: string): Promise<string>;
  wait(name: string, options: { deadlineMs: number; evenIfCancelled?: boolean }): Promise<Waited>;
  /** False where the signal was not sent: it does not run, or the engine refuses or is silent. `state` tells which. */
  kill(name: string, signal: "SIGTERM" | "SIGKILL"): Promise<boolean>;
  /** Undefined where the container does not exist or nobody answers. */
  state(name: string): Promise<ContainerState | undefined>;
  /** Ends and removes it in whatever state it is; true where it is gone afterwards. */
  remove(name: string): Promise<boolean>;
}
