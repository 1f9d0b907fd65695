import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Performance, perform } from "@mia/action-kit";
import { type TestHost, testHost } from "@mia/action-kit/testing";
import type { BuildResult } from "@mia/step-result";
import { buildImage } from "./build-image.ts";
import { modelYaml } from "./model-yaml.fixture.ts";

export const captured = new URL("../../../packages/container/src/fixtures/build/", import.meta.url).pathname;

export interface Place {
  folder: string;
  put(file: string, content: string): void;
  read(file: string): string;
  /** A `docker` that notes its arguments, then does what `script` says; `$metadata` is the file it shall write. */
  docker(script: string, env?: Record<string, string>): TestHost;
  run(
    host: TestHost,
    inputs?: Record<string, string>,
  ): Promise<Performance & { record: BuildResult; calls: string[] }>;
  /** What was left in the temporary folder. */
  left(): string[];
  remove(): void;
}

/** A workspace with the model `tiny`, whose temporary folder is one of its own. */
export function place(): Place {
  const folder = mkdtempSync(path.join(tmpdir(), "build-image-story-"));
  const real = process.env.TMPDIR;
  process.env.TMPDIR = path.join(folder, "temporary");
  const put = (file: string, content: string): void => {
    const whole = path.join(folder, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, content);
  };
  put("images/tiny/model.yaml", modelYaml("tiny"));
  put("images/tiny/Dockerfile", "FROM scratch AS runtime\nCOPY data /data\n");
  put("images/tiny/data/one", "1234567890");
  put("images/runtime/x", "");
  const calls = path.join(folder, "calls");
  return {
    folder,
    put,
    read: (file) => readFileSync(path.join(folder, file), "utf8"),
    docker(script, env = {}) {
      const find = `metadata=; previous=; for a; do [ "$previous" = --metadata-file ] && metadata="$a"; previous="$a"; done`;
      put("bin/docker", `#!/bin/sh\necho "$*" >> ${calls}\n${find}\n${script}\n`);
      chmodSync(path.join(folder, "bin/docker"), 0o755);
      return testHost(folder, { PATH: `${path.join(folder, "bin")}:${process.env.PATH}`, ...env });
    },
    async run(host, inputs = {}) {
      const performance = await perform(buildImage, { model: "tiny", ...inputs }, host);
      return {
        ...performance,
        record: performance.records[0] as BuildResult,
        calls: existsSync(calls) ? readFileSync(calls, "utf8").trim().split("\n") : [],
      };
    },
    left: () =>
      existsSync(path.join(folder, "temporary")) ? readdirSync(path.join(folder, "temporary")) : [],
    remove() {
      if (real === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = real;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Everything a good build asks of docker, answered; `registry` is what `imagetools inspect` does. */
export const answers = (registry = "exit 1"): string => `case "$1 $2" in
  "buildx build") cat ${captured}built.txt >&2; cp ${captured}metadata-loaded.json "$metadata" ;;
  "image inspect") echo '[4242]' ;;
  "buildx imagetools") ${registry} ;;
  "buildx inspect") cat ${captured}inspect-docker.txt ;;
esac`;
