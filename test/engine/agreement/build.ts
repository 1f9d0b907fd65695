import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import type { ImageConfig } from "./image-config.ts";

const run = promisify(execFile);

/** A build by the real BuildKit, its Dockerfile from standard input; null where BuildKit refuses it. */
async function build(args: string[], dockerfile: string): Promise<null | undefined> {
  const started = run("docker", ["buildx", "build", "--quiet", ...args], { maxBuffer: 64 * 1024 * 1024 });
  started.child.stdin?.end(dockerfile);
  try {
    await started;
    return undefined;
  } catch (error) {
    const { stderr = "", code } = error as { stderr?: string; code?: number | string };
    // Anything but a refusal is a fault of the machine, and no verdict about a Dockerfile.
    if (code === 1 && /failed to solve|failed to build/.test(stderr)) return null;
    throw error;
  }
}

/** The files a build writes, by path, as listed by tar. */
export async function builtFiles(
  args: string[],
  dockerfile: string,
  folder: string,
): Promise<string[] | null> {
  const archive = `${folder}/${randomUUID()}.tar`;
  if ((await build([...args, "--output", `type=tar,dest=${archive}`], dockerfile)) === null) return null;
  const { stdout } = await run("tar", ["--list", "--quoting-style=literal", "--file", archive], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.split("\n").filter((name) => name !== "" && !name.endsWith("/"));
}

/** The image that BuildKit makes of a Dockerfile without a context, in the words of our own reading. */
export async function builtConfig(
  dockerfile: string,
  wantsFiles: boolean,
  folder: string,
): Promise<ImageConfig | null> {
  const image = `mia-agreement:${randomUUID()}`;
  if ((await build(["--load", "--tag", image, "-"], dockerfile)) === null) return null;
  try {
    const { stdout } = await run("docker", ["image", "inspect", image]);
    const config = configOf(JSON.parse(stdout)[0].Config);
    if (wantsFiles) config.files = await writtenFiles(dockerfile, folder);
    return config;
  } finally {
    await run("docker", ["image", "rm", "--force", image]);
  }
}

async function writtenFiles(dockerfile: string, folder: string): Promise<Record<string, string>> {
  const archive = `${folder}/${randomUUID()}.tar`;
  await build(["--output", `type=tar,dest=${archive}`, "-"], dockerfile);
  const { stdout } = await run("tar", ["--list", "--file", archive]);
  const names = stdout.split("\n").filter((name) => name !== "" && !name.endsWith("/"));
  const contents = await Promise.all(
    names.map((name) => run("tar", ["--extract", "--to-stdout", "--file", archive, name])),
  );
  return Object.fromEntries(names.map((name, index) => [`/${name}`, contents[index]?.stdout ?? ""]));
}

interface DockerConfig {
  Labels: Record<string, string> | null;
  Env: string[] | null;
  OnBuild: string[] | null;
  Cmd: string[] | null;
  Entrypoint: string[] | null;
  Shell?: string[] | null;
  Healthcheck?: { Test: string[] } | null;
  WorkingDir: string;
  User: string;
  Volumes: Record<string, object> | null;
  ExposedPorts?: Record<string, object> | null;
  StopSignal?: string;
}

function configOf(config: DockerConfig): ImageConfig {
  const variables = (config.Env ?? []).map((entry) => {
    const equals = entry.indexOf("=");
    return [entry.slice(0, equals), entry.slice(equals + 1)] as const;
  });
  const env = Object.fromEntries(variables.filter(([name]) => name !== "PATH"));
  const all: Record<keyof Omit<ImageConfig, "files">, unknown> = {
    labels: config.Labels,
    env: Object.keys(env).length > 0 ? env : undefined,
    onbuild: config.OnBuild?.map((text) => text.trimEnd()),
    cmd: config.Cmd,
    entrypoint: config.Entrypoint,
    shell: config.Shell,
    healthcheck: config.Healthcheck?.Test,
    workdir: config.WorkingDir === "/" ? undefined : config.WorkingDir,
    user: config.User,
    volumes: Object.keys(config.Volumes ?? {}).sort(),
    ports: Object.keys(config.ExposedPorts ?? {}).sort(),
    stopsignal: config.StopSignal,
  };
  const isSet = ([, value]: [string, unknown]): boolean =>
    value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(all).filter(isSet));
}
