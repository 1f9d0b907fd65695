import { choice, duration, flag, lines, optionalText, requiredText, text } from "@mia/action-kit";
import {
  isImageTag,
  type ParsedPairs,
  parseBuildArgs,
  parseBuildContexts,
  parseExtraArguments,
  parseSecretEnvs,
  parseSecretFiles,
  parseSsh,
  runtimeContextName,
} from "@mia/container";
import type * as z from "zod";
import { cacheInputs } from "./cache-inputs.ts";
import { mapped, mebibytes, objectName, pairs, refined, wholeNumber } from "./input-fields.ts";
import { outputInputs } from "./output-inputs.ts";

export const inputs = {
  model: requiredText({
    description: "The model to build: its folder, or its slug under images-dir.",
    placeholder: "FOLDER",
  }),
  "images-dir": text({
    description: "Folder that holds one folder a model.",
    default: "images",
    placeholder: "FOLDER",
  }),
  file: optionalText({
    description:
      "Dockerfile to build. Default: the one in the model's folder, which is the build context either way; one from outside of it makes the result a stand-in.",
    placeholder: "FILE",
  }),
  target: refined(
    text({ description: "Stage of the Dockerfile to build: runtime or dev.", default: "runtime" }),
    (value) => (objectName.test(value) ? undefined : "must be the name of a stage"),
  ),
  ...outputInputs,
  ...cacheInputs,
  "build-contexts": pairs(
    lines({
      description:
        "Build contexts, one NAME=VALUE a line, where VALUE is a folder or docker-image://REFERENCE. Each replaces the stage or image of that name and makes the result a stand-in.",
      placeholder: "NAME=VALUE",
    }),
    contextPairs,
  ),
  "build-args": pairs(
    lines({
      description:
        "Build arguments, one NAME=VALUE a line, or NAME to take the value from the environment. Not for secrets. One that can change a FROM makes the result a stand-in.",
      placeholder: "NAME=VALUE",
    }),
    parseBuildArgs,
  ),
  "secret-envs": mapped(
    lines({
      description:
        "Secrets for RUN --mount=type=secret from variables, one ID=VARIABLE a line. Never the value itself.",
      placeholder: "ID=VARIABLE",
    }),
    (entries) => ({ ok: true, value: parseSecretEnvs(entries) }),
  ),
  "secret-files": mapped(
    lines({
      description: "Secrets for RUN --mount=type=secret from files, one ID=PATH a line.",
      placeholder: "ID=PATH",
    }),
    (entries) => ({ ok: true, value: parseSecretFiles(entries) }),
  ),
  ssh: mapped(
    lines({
      description:
        "Keys for RUN --mount=type=ssh, one a line: default for the agent of SSH_AUTH_SOCK, or ID=PATH.",
      placeholder: "ID[=PATH]",
    }),
    (entries) => ({ ok: true, value: parseSsh(entries) }),
  ),
  provenance: choice({
    description:
      "Attach an attestation of how the image was built. off: the digest is the image's own and the same for equal builds; with min or max it is an index that differs at every build.",
    values: ["off", "min", "max"],
    default: "off",
  }),
  sbom: refined(
    text({
      description: "Attach a list of the packages inside: false, true, or the image of another generator.",
      default: "false",
      placeholder: "true|false|IMAGE",
    }),
    (value) =>
      /^(?:true|false)$/.test(value) || isImageTag(value.replace(/@sha256:[0-9a-f]{64}$/, ""))
        ? undefined
        : "must be true, false or the name of an image",
  ),
  compression: choice({
    description:
      "How layers are packed. zstd is smaller and faster to unpack, and needs Docker 23 or containerd 1.5 to pull.",
    values: ["default", "zstd"],
    default: "default",
  }),
  reproducible: flag({
    description:
      "Give every file and the image the time SOURCE_DATE_EPOCH (1980-01-01 where it is not set), so that equal builds have equal digests.",
    default: false,
  }),
  check: choice({
    description:
      "What BuildKit's own checks of the Dockerfile become: nothing, warnings, or errors before anything is built.",
    values: ["off", "warn", "error"],
    default: "warn",
  }),
  "context-budget": mebibytes({
    description: "Fail before the build where it would send more MiB than that, and name the largest files.",
  }),
  lock: optionalText({
    description:
      "Lock file to hold the build against. Default: models.lock.yaml under images-dir, where there is one.",
    placeholder: "FILE",
  }),
  "require-locked": flag({
    description: "Fail where the lock is not there or does not hold everything, before and after the build.",
    default: false,
  }),
  "skip-proven": flag({
    description:
      "Build nothing where the registry already holds an image made of exactly this. Needs push, and every base by digest.",
    default: false,
  }),
  "previous-ref": refined(
    optionalText({
      description:
        "Image that the size is compared with, and that skip-proven asks for. Default: what the first tag named before, asked for only where the image is pushed.",
      placeholder: "IMAGE",
    }),
    (value) =>
      value === undefined || isImageTag(value.replace(/@sha256:[0-9a-f]{64}$/, ""))
        ? undefined
        : "must be the name of an image",
  ),
  retries: wholeNumber({
    description:
      "How often a build is tried again after a failure of the network or a registry that may pass.",
    default: 1,
    most: 10,
    placeholder: "NUMBER",
  }),
  builder: refined(
    optionalText({
      description: "Name of the buildx builder. Default: the current one.",
      placeholder: "NAME",
    }),
    (value) =>
      value === undefined || objectName.test(value) ? undefined : "must be the name of a buildx builder",
  ),
  "runtime-context": optionalText({
    description:
      "Folder of the Python package that runs inside every image, given to the build as the context model-runtime. Default: images/runtime of the workspace, or the one these actions ship; any other makes the result a stand-in.",
    placeholder: "FOLDER",
  }),
  "extra-args": mapped(
    lines({
      description:
        "Further options of docker buildx build, one --option=value a line: --add-host, --allow, --cgroup-parent, --network, --resource, --shm-size, --ulimit.",
      placeholder: "OPTION",
    }),
    (entries) => {
      const read = parseExtraArguments(entries);
      return read.ok ? { ok: true, value: [...read.extra] } : read;
    },
  ),
  timeout: duration({ description: "Time the build may take, such as 90m. Default: 2h." }),
  "dry-run": flag({
    description: "Measure, decide and print the exact command; start nothing.",
    default: false,
  }),
};

/** What the caller asks for, as the definition reads it. */
export type Given = { [Name in keyof typeof inputs]: z.output<(typeof inputs)[Name]> };

function contextPairs(entries: readonly string[]): ParsedPairs {
  const result = parseBuildContexts(entries);
  if (!result.ok || !result.pairs.some((pair) => pair.name === runtimeContextName)) return result;
  return {
    ok: false,
    problems: [`the context ${runtimeContextName}; it is set by the input runtime-context`],
  };
}
