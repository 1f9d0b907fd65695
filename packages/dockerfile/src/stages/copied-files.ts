import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import { contextPath, joinPath, nameOf } from "../pins/container-path.ts";
import type { Heredoc } from "../syntax/heredoc.ts";
import type { Position } from "../syntax/spanned-text.ts";
import { knownText } from "./known-text.ts";
import { isRemoteSource } from "./remote-source.ts";
import type { Step } from "./stage.ts";

/** One source of a COPY, ADD or bind mount, and where in the image it lands. */
export interface CopiedFile {
  step: Step;
  keyword: "COPY" | "ADD";
  /** Path in the context without `./`, wildcards as written; empty for the whole context. Of a URL or a heredoc: as written. */
  source: string;
  kind: "context" | "url" | "heredoc" | "elsewhere";
  /** Of a heredoc. */
  heredoc: Heredoc | undefined;
  /** As written after expansion: `/`, `.` or `/etc/ssh/`. */
  destination: string;
  /** The absolute paths it may have, the likeliest first: a destination without a slash at its end may be a folder already. */
  targets: string[];
  /** `--chown`, as far as it is known: empty where it is there and decided by the build's caller. */
  owner: string | undefined;
  mode: string | undefined;
  /** Of the source's word. */
  position: Position;
}

/** What COPY and ADD bring into the stages, in the order written. Read once for an image. */
export const copiedFiles = onceFor((image: Image): readonly CopiedFile[] =>
  image.stages.flatMap(({ steps }) => steps.flatMap((step) => copiedBy(step, image.dockerfile.escapeMark))),
);

function copiedBy(step: Step, escapeMark: string): CopiedFile[] {
  const instruction = step.instruction.trigger ?? step.instruction;
  const { keyword, words, flags, heredocs } = instruction;
  if (keyword !== "COPY" && keyword !== "ADD") return [];
  const expanded = (text: string): string | undefined => knownText(step, text, escapeMark);
  const flag = (name: string): string | undefined => {
    const value = flags.findLast((one) => one.name === name)?.value;
    return value === undefined ? undefined : (expanded(value) ?? "");
  };
  const destination = expanded(words.at(-1)?.text ?? "");
  if (destination === undefined || words.length < 2) return [];
  const elsewhere = flags.some(({ name, value }) => name === "from" && value !== "");
  let heredoc = 0;
  return words.slice(0, -1).flatMap(({ text, position }) => {
    const isHeredoc = heredocs.length > 0 && /^\d*<</.test(text);
    const given = isHeredoc ? heredocs[heredoc++] : undefined;
    const written = given ? given.name : expanded(text);
    if (written === undefined) return [];
    const isUrl = isRemoteSource(written);
    const kind = given ? "heredoc" : elsewhere ? "elsewhere" : isUrl ? "url" : "context";
    const source = kind === "context" ? contextPath(written) : written;
    if (source === undefined) return [];
    const targets = targetsOf(
      step.folder,
      destination,
      kind === "url" ? (written.split(/[?#]/)[0] ?? "") : source,
      words.length > 2,
    );
    return [
      {
        step,
        keyword,
        source,
        kind,
        heredoc: given,
        destination,
        targets,
        owner: flag("chown"),
        mode: flag("chmod"),
        position,
      },
    ];
  });
}

function targetsOf(folder: string, destination: string, source: string, several: boolean): string[] {
  const path = joinPath(folder, destination);
  if (path === undefined) return [];
  const inside = joinPath(path === "" ? "/" : path, nameOf(source));
  const isFolder = several || /(?:^|\/)\.{0,2}$/.test(destination);
  const all = isFolder ? [inside, path] : [path, inside];
  return all.filter((one) => one !== undefined);
}
