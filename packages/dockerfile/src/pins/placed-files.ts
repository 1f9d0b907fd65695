import type { Image } from "../image.ts";
import { knownText } from "../stages/known-text.ts";
import { mountsOf } from "../stages/mounts.ts";
import { isRemoteSource } from "../stages/remote-source.ts";
import type { Step } from "../stages/stage.ts";
import { joinPath } from "./container-path.ts";
import type { FileEvent, PlacedFrom } from "./file-event.ts";

/** What COPY or ADD puts into the image. */
export function* copiedEvents(image: Image, step: Step): Generator<FileEvent> {
  const { flags, words, json, heredocs } = step.instruction;
  const from = flags.find(({ name }) => name === "from")?.value;
  const parents = flags.some(({ name, value }) => name === "parents" && value !== "false");
  const texts = json ?? words.map(({ text }) => text);
  const target = knownText(step, texts.at(-1) ?? "", image.dockerfile.escapeMark);
  if (target === undefined || texts.length < 2) return;
  const folder = joinPath(step.folder, target);
  if (folder === undefined) return;
  const into = /(?:^|\/)\.{0,2}$/.test(target) || texts.length > 2;
  let heredoc = 0;
  for (const text of texts.slice(0, -1)) {
    if (heredocs.length > 0 && /^\d*<</.test(text)) {
      const { name, body } = heredocs[heredoc++] ?? {};
      const path = into && name !== undefined ? joinPath(folder, name) : folder;
      if (path === undefined || body === undefined) continue;
      const position = body.positionAt(0);
      const word = {
        text: body.text,
        value: body.text,
        known: true,
        position,
        end: undefined,
        content: body,
      };
      yield { kind: "text", path, word };
      continue;
    }
    const source = knownText(step, text, image.dockerfile.escapeMark);
    const remote = source !== undefined && isRemoteSource(source);
    const placed = source === undefined || remote ? { kind: "unknown" as const } : fromOf(image, step, from);
    yield {
      kind: "place",
      from: placed,
      source: source ?? "",
      target: folder,
      into,
      parents,
      wildcards: true,
    };
  }
}

/** What the mounts of a RUN show to its commands. */
export function* mountedEvents(image: Image, step: Step): Generator<FileEvent> {
  for (const { options } of mountsOf(step.instruction)) {
    const option = (...names: string[]): string =>
      names.map((one) => options.get(one)).find((one) => one !== undefined) ?? "";
    const type = option("type") || "bind";
    const target = knownText(step, option("target", "dst", "destination"), image.dockerfile.escapeMark);
    const path = target === undefined || target === "" ? undefined : joinPath(step.folder, target);
    if (path === undefined) continue;
    if (type !== "bind") {
      yield { kind: "replace", path, folder: type !== "secret" };
      continue;
    }
    const source = knownText(step, option("source", "src"), image.dockerfile.escapeMark);
    const from = source === undefined ? { kind: "unknown" as const } : fromOf(image, step, option("from"));
    const rest = { into: false, parents: false, wildcards: false };
    yield { kind: "place", from, source: source ?? "", target: path, ...rest };
  }
}

function fromOf(image: Image, step: Step, written: string | undefined): PlacedFrom {
  if (written === undefined || written === "") return { kind: "context" };
  const name = knownText(step, written, image.dockerfile.escapeMark)?.toLowerCase();
  const number = name !== undefined && /^\d+$/.test(name) ? Number(name) : undefined;
  const stage = image.stages.findLast(
    (one) => one.index < step.stage.index && (one.name === name || one.index === number),
  );
  return stage && name !== undefined ? { kind: "stage", stage } : { kind: "unknown" };
}
