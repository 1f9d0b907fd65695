import type { ShellCommand, ShellWord } from "../shell/shell-command.ts";
import type { Stage } from "../stages/stage.ts";

/** Something that happens to files of an image, in the order it happens. */
export type FileEvent =
  | {
      kind: "place";
      from: PlacedFrom;
      source: string;
      /** The container's path. `into`: it is a folder for sure. */
      target: string;
      into: boolean;
      /** `--parents`: the source's own folders are made inside the target. */
      parents: boolean;
      wildcards: boolean;
    }
  /** Its lines come from other files, some of them or changed ones. */
  | { kind: "derive"; path: string; sources: string[] }
  | { kind: "edit"; path: string }
  /** Whatever lay there before is something else now. */
  | { kind: "replace"; path: string; folder: boolean }
  | { kind: "text"; path: string; word: ShellWord };

/** Where the sources of a placement come from: the build context, a stage as it ends, the image itself (`cp`), or nobody knows. */
export type PlacedFrom = { kind: "context" | "unknown" | "here" } | { kind: "stage"; stage: Stage };

/** A command of a stage's chain, with the folder it runs in and how many events came before it. */
export interface PlacedCommand {
  command: ShellCommand;
  /** Undefined where it is not known. */
  folder: string | undefined;
  /** Events of the same stage that came before. */
  seen: number;
  /** What only this RUN sees. */
  mounts: FileEvent[];
}
