import type { Host } from "@mia/action-kit";
import {
  type BuildPair,
  replacedByArguments,
  replacedContextNames,
  runtimeContextName,
} from "@mia/container";
import { isOwnRuntime } from "./sources.ts";

/** buildx reads this file of rules, which may put another source in the place of any that the Dockerfile names. */
const sourcePolicy = "EXPERIMENTAL_BUILDKIT_SOURCE_POLICY";

export interface CallersParts {
  contexts: readonly BuildPair[];
  runtimeContext: string;
  /** Of the Dockerfile, relative to the workspace. */
  dockerfile: string;
  folder: string;
}

/** What the caller put in the place of a part of the image, as far as that is known without reading the Dockerfile. */
export function replacedByOrder(host: Host, parts: CallersParts): string[] {
  const names = replacedContextNames(parts.contexts);
  if (!isOwnRuntime(host, parts.runtimeContext)) names.push(runtimeContextName);
  // The folder says what the image is; a Dockerfile from elsewhere says something else.
  const inside =
    parts.folder === "."
      ? !parts.dockerfile.startsWith("../")
      : parts.dockerfile.startsWith(`${parts.folder}/`);
  if (!inside) names.push("dockerfile");
  // Not switched off: it may just as well be what keeps this runner from sources it must not use.
  if (host.env[sourcePolicy]) names.push(`env:${sourcePolicy}`);
  return names.sort();
}

/** Build arguments that may change what the Dockerfile starts from. */
export function replacedByArgs(dockerfile: string, args: readonly BuildPair[]): string[] {
  return args.length === 0 ? [] : replacedByArguments(dockerfile, args);
}
