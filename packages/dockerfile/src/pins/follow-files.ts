import { folderOf, joinPath } from "./container-path.ts";
import { isUrl } from "./package-url.ts";
import type { Requirement } from "./requirement.ts";
import type { RequirementOption } from "./requirement-options.ts";
import type { RequirementsFile } from "./requirements.ts";

/** One thing that reading a requirements file, and the files it names, gives; in pip's order. */
export type FollowedItem =
  | { kind: "requirement"; requirement: Requirement; file: RequirementsFile; constraint: boolean }
  | { kind: "option"; option: RequirementOption; file: RequirementsFile }
  /** A file that nobody has the text of. */
  | {
      kind: "missing";
      path: string;
      option: RequirementOption | undefined;
      file: RequirementsFile | undefined;
    };

/** Files within files, and all of them together. */
const maxDepth = 10;
const maxFiles = 200;

/**
 * A requirements file and what it names by `-r` and `-c`, relative to its own folder as pip takes them. A file that names itself
 * is read once. `open` gives a file by its path.
 */
export function* followFiles(
  path: string,
  constraint: boolean,
  open: (path: string) => RequirementsFile | undefined,
): Generator<FollowedItem> {
  yield* new Follower(open).follow(path, constraint, undefined, undefined, 0);
}

class Follower {
  private readonly open: (path: string) => RequirementsFile | undefined;
  private readonly within = new Set<string>();
  private left = maxFiles;

  constructor(open: (path: string) => RequirementsFile | undefined) {
    this.open = open;
  }

  *follow(
    path: string,
    constraint: boolean,
    option: RequirementOption | undefined,
    from: RequirementsFile | undefined,
    depth: number,
  ): Generator<FollowedItem> {
    if (this.within.has(path)) return;
    const file = depth > maxDepth || this.left <= 0 || isUrl(path) ? undefined : this.open(path);
    this.left -= 1;
    if (file === undefined) {
      yield { kind: "missing", path, option, file: from };
      return;
    }
    this.within.add(path);
    let next = 0;
    for (const one of file.options) {
      const { line, column } = one.position;
      for (; next < file.requirements.length; next++) {
        const requirement = file.requirements[next] as Requirement;
        const { position } = requirement;
        if (position.line > line || (position.line === line && position.column > column)) break;
        yield { kind: "requirement", requirement, file, constraint };
      }
      if (one.name !== "--requirement" && one.name !== "--constraint")
        yield { kind: "option", option: one, file };
      else {
        const named = isUrl(one.value) ? one.value : joinPath(folderOf(path), one.value);
        const isConstraint = one.name === "--constraint";
        if (named === undefined || !one.known) yield { kind: "missing", path: one.value, option: one, file };
        else yield* this.follow(named, isConstraint, one, file, depth + 1);
      }
    }
    for (const requirement of file.requirements.slice(next))
      yield { kind: "requirement", requirement, file, constraint };
    this.within.delete(path);
  }
}
