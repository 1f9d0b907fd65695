import type { Image } from "../image.ts";
import { contextPath } from "../pins/container-path.ts";
import { contextPathUses } from "./context-path-uses.ts";
import { mountsOf } from "./mounts.ts";

/**
 * What a Dockerfile takes from its build context. BuildKit sends no more than that; the builder before it, and others,
 * send everything that .dockerignore leaves.
 */
export interface ContextReach {
  /** COPY . or its like: everything is sent. */
  all: boolean;
  /** Paths relative to the context, with wildcards as written. */
  paths: string[];
}

export function contextReach({ stages, dockerfile }: Pick<Image, "stages" | "dockerfile">): ContextReach {
  const paths: string[] = [];
  let all = false;
  for (const { path } of contextPathUses(stages, dockerfile.escapeMark)) {
    const clean = contextPath(path) ?? "";
    if (clean === "" || clean === "*" || clean === "**") all = true;
    else paths.push(clean);
  }
  for (const { instruction } of stages.flatMap(({ steps }) => steps)) {
    if (
      instruction.keyword === "RUN" &&
      [...mountsOf(instruction)].some(({ options }) => takesWhole(options))
    )
      all = true;
  }
  return { all, paths };
}

function takesWhole(options: ReadonlyMap<string, string>): boolean {
  const type = options.get("type") ?? "bind";
  const source = options.get("source") ?? options.get("src") ?? "";
  return type === "bind" && (options.get("from") ?? "") === "" && /^(?:\.?\/?)$/.test(source);
}

/** Whether a path, or a folder above it, is named itself: somebody wants it in the image. */
export function takesByName({ paths }: ContextReach, path: string): boolean {
  return paths.some((one) => one === path || path.startsWith(`${one}/`));
}
