import { type Exit, type Host, StepFailure } from "@mia/action-kit";

/** A pip that can say what it would install. */
export interface Pip {
  run(args: readonly string[], options: { onLine?: (line: string) => void }): Promise<Exit>;
  /** False once the time for all questions is over. */
  hasTime(): boolean;
  /** An empty folder that is removed at the end. */
  folder: string;
}

/** Milliseconds one call may take: a wheel of torch weighs two gigabytes, and its page does not say its hash. */
const callMs = 10 * 60_000;

/**
 * The pip of this machine, with the user's own configuration; or why there is none. It runs in a folder of its own: `-m pip` would
 * else run a pip.py that lies in the workspace.
 */
export async function findPip(
  host: Host,
  folder: string,
  budgetMs: number,
): Promise<Pip | { missing: string }> {
  const end = performance.now() + budgetMs;
  const env = {
    LC_ALL: "C",
    PIP_USER: "0",
    PIP_REQUIRE_VIRTUALENV: "0",
    PYTHONSAFEPATH: "1",
    ...noOwnPlaces,
  };
  for (const python of ["python3", "python"]) {
    const exit = await host.exec(python, ["-m", "pip", "--version"], {
      cwd: folder,
      env,
      deadlineMs: 30_000,
    });
    if (exit.cancelled) throw cancelled();
    const version = /^pip (\d+)\.(\d+)/.exec(exit.stdout);
    if (exit.code !== 0 || !version) continue;
    if (Number(version[1]) * 100 + Number(version[2]) < 2202)
      return { missing: "the pip that was asked is older than 22.2" };
    const own = await host.exec(python, ["-m", "pip", "config", "list"], {
      cwd: folder,
      env,
      deadlineMs: 30_000,
    });
    if (own.cancelled) throw cancelled();
    if (own.code !== 0 || choosesFiles(own.stdout))
      return { missing: "the configuration of the pip that was asked names places of its own" };
    const run: Pip["run"] = async (args, { onLine }) => {
      const deadlineMs = Math.max(1, Math.min(callMs, end - performance.now()));
      const done = await host.exec(python, ["-m", "pip", ...args], {
        cwd: folder,
        env,
        deadlineMs,
        ...(onLine && { onLine }),
      });
      if (done.cancelled) throw cancelled();
      return done;
    };
    return { run, folder, hasTime: () => performance.now() < end };
  }
  return { missing: "there was no Python with pip to ask with" };
}

/** What this machine's pip looks at beside its index is not what the image's pip looks at. An empty variable counts as none. */
const noOwnPlaces = {
  PIP_ABI: "",
  PIP_CONSTRAINT: "",
  PIP_EXTRA_INDEX_URL: "",
  PIP_FIND_LINKS: "",
  PIP_IMPLEMENTATION: "",
  PIP_NO_BINARY: "",
  PIP_NO_INDEX: "",
  PIP_ONLY_BINARY: "",
  PIP_PLATFORM: "",
  PIP_PREFER_BINARY: "",
  PIP_PYTHON_VERSION: "",
};

/** `global.extra-index-url='...'` of a configuration file, which no variable takes back. */
function choosesFiles(listing: string): boolean {
  return /^(?!:env:)[\w-]{1,100}\.(?:abi|constraint|extra-index-url|find-links|implementation|no-binary|no-index|only-binary|platform|prefer-binary|python-version)=/m.test(
    listing,
  );
}

export function cancelled(): StepFailure {
  return new StepFailure({
    code: "cancelled",
    message: "the run was cancelled before everything was asked; the lock file is as it was",
    remedy: "Run it again.",
  });
}
