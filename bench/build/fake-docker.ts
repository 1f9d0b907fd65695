import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const digest = `sha256:${"b658daf8".repeat(8)}`;
const config = `sha256:${"0073123a".repeat(8)}`;
const metadata = JSON.stringify({
  "buildx.build.ref": "default/default/bj96hgq18hwpkj9gv5ad00qtt",
  "containerimage.config.digest": config,
  "containerimage.descriptor": {
    mediaType: "application/vnd.docker.distribution.manifest.v2+json",
    digest,
    size: 1282,
    platform: { architecture: "amd64", os: "linux" },
  },
  "containerimage.digest": digest,
  "image.name": "docker.io/model-image/maptr:latest",
});
const record = JSON.stringify({
  Name: "maptr",
  Ref: "bj96hgq18hwpkj9gv5ad00qtt",
  Status: "completed",
  Duration: 1_000_000_000,
  NumCompletedSteps: 5,
  NumTotalSteps: 5,
  NumCachedSteps: 0,
  Platform: ["linux/amd64"],
});
const step = (number: number): string => {
  const times = { started: "2026-01-01T00:00:00Z", completed: "2026-01-01T00:00:01Z" };
  const name = `[runtime ${number}/5] COPY part-${number} /`;
  return JSON.stringify({ vertexes: [{ digest: `sha256:${`${number}`.repeat(64)}`, name, ...times }] });
};
const progress = [1, 2, 3, 4, 5].map(step);

/** In single quotes for a shell; nothing here holds one. */
const say = (...lines: string[]): string => `printf '%s\\n' ${lines.map((line) => `'${line}'`).join(" ")}`;

/**
 * Uses only what the shell has built in, so that an answer costs one start of /bin/sh and nothing else. Every call is
 * noted; one that it does not know ends with exit code 1, and the benchmark says so.
 */
const script = (calls: string): string => `#!/bin/sh
printf '%s\\n' "\${1-} \${2-} \${3-}" >> '${calls}'
metadata= iid= output= plain=1 previous=
for argument; do
  case "$previous" in --metadata-file) metadata=$argument ;; --iidfile) iid=$argument ;; --output|-o) output=$argument ;; esac
  case "$argument" in --metadata-file=*) metadata=\${argument#*=} ;; --iidfile=*) iid=\${argument#*=} ;; rawjson|--progress=rawjson) plain= ;; esac
  previous=$argument
done
case "\${1-} \${2-}" in
  "buildx build")
    if [ "$plain" ]; then ${say("#1 [runtime 1/5] COPY part-1 /", "#1 DONE 1.0s", "#2 exporting to image", "#2 DONE 0.1s")} >&2
    else ${say(...progress)} >&2; fi
    [ "$metadata" ] && ${say(metadata)} > "$metadata"
    [ "$iid" ] && printf '%s' '${config}' > "$iid"
    exit 0 ;;
  "buildx version") ${say("github.com/docker/buildx v0.29.1 a32761aeb3debd39be1eca514af3693af0db334b")} ;;
  "buildx inspect") ${say(
    "Name:   default",
    "Driver: docker",
    "",
    "Nodes:",
    "Name:             default",
    "Endpoint:         default",
    "Status:           running",
    "BuildKit version: v0.25.1",
    "Platforms:        linux/amd64, linux/amd64/v2",
  )} ;;
  "buildx history")
    case "$3" in inspect) ${say(record)} ;; export) ${say("record")} > "$output" ;; esac ;;
  "buildx ") ${say("Usage:  docker buildx [OPTIONS] COMMAND")} ;;
  "version "*) ${say("28.5.2")} ;;
  "info "*) ${say("Server Version: 28.5.2", " Storage Driver: overlay2")} ;;
  "image inspect") ${say("[4242]")} ;;
  "context "*) ${say("default")} ;;
  *) echo "the docker of this benchmark does not know: $*" >&2; exit 1 ;;
esac
`;

export interface FakeDocker {
  /** The folder to put first on PATH. */
  bin: string;
  /** The first three words of each call since the last time this was asked. */
  takeCalls(): string[];
}

/** A `docker` that does nothing and says what a real one says, so that what is measured is the action alone. */
export function fakeDocker(folder: string): FakeDocker {
  const [bin, calls] = [path.join(folder, "bin"), path.join(folder, "calls")];
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(bin, "docker"), script(calls));
  chmodSync(path.join(bin, "docker"), 0o755);
  writeFileSync(calls, "");
  return {
    bin,
    takeCalls() {
      const lines = readFileSync(calls, "utf8").split("\n").slice(0, -1);
      writeFileSync(calls, "");
      return lines.map((line) => line.trim());
    },
  };
}
