import { diskFiles } from "../../../packages/action-kit/src/disk-files.ts";
import {
  type ContextMeasure,
  type ContextSelection,
  measureContext,
  parseIgnore,
} from "../../../packages/build-context/src/index.ts";

export interface Measured {
  measure: ContextMeasure;
  /** What the builder gets, as `kind path`, sorted. */
  sent: string[];
}

/** Measures a folder as the command line does. */
export async function measured(
  folder: string,
  ignore: string,
  selection: ContextSelection | undefined,
): Promise<Measured> {
  const files = diskFiles(folder, "");
  const sent: string[] = [];
  const measure = await measureContext({
    list: (path, options) => files.list(path === "" ? "." : path, options),
    readLink: (path) => files.readLink(path),
    ignore: parseIgnore(ignore),
    selection,
    onPath: (path, kind, _, state) => {
      if (state === "selected") sent.push(`${kind} ${path}`);
    },
  });
  return { measure, sent: sent.sort() };
}
