import { neutral, plainLine } from "@mia/action-kit";
import { pushes, readableBytes } from "@mia/container";
import type { BuildResult } from "@mia/step-result";
import { dependsOnDriver } from "./ask-builder.ts";
import type { Given } from "./inputs.ts";
import type { Plan } from "./plan-build.ts";
import { shownCommand } from "./run-buildx.ts";

/** What a build would do, for people; nothing was started for it. The command comes last, on one line that can be pasted. */
export function dryRunPage(draft: BuildResult, plan: Plan, given: Given): string {
  const rows: [string, string][] = [
    ["model", `${draft.model} (${draft.folder}), target ${draft.target}`],
    ["tags", draft.tags.join(", ")],
    ["context", contextText(draft)],
    ["lock", lockText(draft, plan)],
    [
      "content key",
      plan.key ?? "none: something is replaced, or the context is too large to be read for nothing",
    ],
    ["replaced", draft.replacedContexts.join(", ") || "nothing"],
    ["cache", cacheText(plan)],
    ["before the build", questions(plan, given)],
  ];
  const largest = (draft.context?.largest ?? [])
    .slice(0, 3)
    .map(({ path, bytes }) => `  ${readableBytes(bytes)}  ${path}`);
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = [
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    ...(largest.length > 0 ? ["", "largest files sent:", ...largest] : []),
    "",
    "nothing was built. The command:",
    plan.blank(shownCommand(plan.request)),
  ];
  return `${lines.map((line) => neutral(plainLine(line))).join("\n")}\n`;
}

function contextText({ context }: BuildResult): string {
  if (!context) return "not measured";
  const { tree, kept, selected } = context;
  const sent = selected === null ? "asked for: not known" : `asked for: ${readableBytes(selected.bytes)}`;
  return `${readableBytes(tree.bytes)}, after .dockerignore ${readableBytes(kept.bytes)}, ${sent}`;
}

function lockText({ lock }: BuildResult, { movable }: Plan): string {
  if (!lock) return "none";
  const open = lock.unknown.length > 0 ? `, ${lock.unknown.length} not known` : "";
  const moving = movable && movable.length > 0 ? `; can move: ${movable.slice(0, 8).join(", ")}` : "";
  return `${lock.file}: ${lock.state}${open}${moving}`;
}

function cacheText({ request: { cache, cacheFrom = [], cacheTo = [] } }: Plan): string {
  const raw = cacheFrom.length + cacheTo.length > 0 ? ", and raw ones" : "";
  if (cache === undefined || cache.mode === "off") return `off${raw}`;
  const place = cache.mode === "registry" ? cache.ref : cache.mode === "gha" ? cache.scope : cache.folder;
  return `${cache.mode} ${place}, ${cache.write ? "read and written" : "only read"}${raw}`;
}

function questions({ request }: Plan, given: Given): string {
  const asked = [
    ...(dependsOnDriver(request) ? ["the builder, for its driver"] : []),
    ...(given["skip-proven"] ? ["the registry, whether it holds the content key"] : []),
    ...(pushes(request) ? ["the registry, for the size of the image before"] : []),
    ...(given.check === "error" ? ["BuildKit, for its checks"] : []),
  ];
  return asked.length > 0 ? `would ask ${asked.join("; ")}` : "would ask nobody";
}
