import type { Host } from "@mia/action-kit";
import { replacedByArguments, replacedContextNames, runtimeContextName } from "@mia/container";
import type { Order } from "./build.ts";
import { isOwnRuntime } from "./sources.ts";

/** buildx reads this file of rules, which may put another source in the place of any that the Dockerfile names. */
const sourcePolicy = "EXPERIMENTAL_BUILDKIT_SOURCE_POLICY";
const maxDockerfileBytes = 1024 * 1024;

/** What the caller put in the place of a part of the image, as far as that is known without reading the Dockerfile. */
export function replacedByOrder(host: Host, order: Order): string[] {
  const names = replacedContextNames(order.contexts);
  if (!isOwnRuntime(host, order.runtimeContext)) names.push(runtimeContextName);
  // Not switched off: it may just as well be what keeps this runner from sources it must not use.
  if (host.env[sourcePolicy]) names.push(`env:${sourcePolicy}`);
  return names.sort();
}

/** Build arguments that may change what the Dockerfile starts from. It is only read where there are any. */
export async function replacedByArgs(host: Host, folder: string, { args }: Order): Promise<string[]> {
  if (args.length === 0) return [];
  const dockerfile = await host.files.read(`${folder}/Dockerfile`, { maxBytes: maxDockerfileBytes });
  return replacedByArguments(dockerfile, args);
}
