import type { Position } from "../syntax/spanned-text.ts";
import { knownText } from "./known-text.ts";
import { mountsOf } from "./mounts.ts";
import { isRemoteSource } from "./remote-source.ts";
import type { Stage, Step } from "./stage.ts";

/** A path that an instruction takes from the main build context. */
export interface ContextPathUse {
  /** Expanded, as written otherwise: it may be absolute, and go up with `..`. */
  path: string;
  /** COPY and ADD know wildcards, a bind mount does not. */
  wildcards: boolean;
  keyword: string;
  position: Position;
}

/**
 * Every source of COPY, ADD and bind mounts that comes from the main build context. Left out: other stages, images and
 * contexts (`from`), URLs, git trees, heredocs, a mount of the whole context, and what depends on a variable that the
 * file does not set.
 */
export function* contextPathUses(stages: readonly Stage[], escapeMark: string): Generator<ContextPathUse> {
  for (const { steps } of stages) {
    for (const step of steps) {
      const { keyword } = step.instruction;
      if (keyword === "COPY" || keyword === "ADD") yield* copied(step, escapeMark);
      else if (keyword === "RUN") yield* mounted(step, escapeMark);
    }
  }
}

function* copied(step: Step, escapeMark: string): Generator<ContextPathUse> {
  const { keyword, flags, words, heredocs } = step.instruction;
  if (flags.some(({ name, value }) => name === "from" && value !== "")) return;
  for (const { text, position } of words.slice(0, -1)) {
    if (heredocs.length > 0 && /^\d*<</.test(text)) continue;
    const path = knownText(step, text, escapeMark);
    if (path !== undefined && !isRemote(path)) yield { path, wildcards: true, keyword, position };
  }
}

/** URLs and git trees in all their spellings; COPY refuses them, which is not for this list to say. */
function isRemote(source: string): boolean {
  return isRemoteSource(source) || /^github\.com\//i.test(source);
}

function* mounted(step: Step, escapeMark: string): Generator<ContextPathUse> {
  for (const { flag, options } of mountsOf(step.instruction)) {
    const source = options.get("source") ?? options.get("src") ?? "";
    if ((options.get("type") ?? "bind") !== "bind" || (options.get("from") ?? "") !== "" || source === "")
      continue;
    const path = knownText(step, source, escapeMark);
    if (path !== undefined) yield { path, wildcards: false, keyword: "RUN --mount", position: flag.position };
  }
}
