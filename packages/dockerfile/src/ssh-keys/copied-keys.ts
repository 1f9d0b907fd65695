import type { Image } from "../image.ts";
import { nameOf } from "../pins/container-path.ts";
import type { Report } from "../rule.ts";
import { byCopy, isExample, pathsNamed } from "../secrets/listed-files.ts";
import { type CopiedFile, copiedFiles } from "../stages/copied-files.ts";
import { type FolderFile, inCopiedFolders } from "../stages/copied-folders.ts";
import { chainOf } from "../stages/stage.ts";
import { privateName, privateText } from "./private-key.ts";

/** COPY and ADD of private keys, or of a folder that holds some. */
export function* copiedKeys(image: Image): Generator<Report> {
  const shipped = new Set(image.targets.flatMap(chainOf));
  for (const one of copiedFiles(image)) {
    const what = keyIn(image, one);
    if (what === undefined) continue;
    const isShipped = shipped.has(one.step.stage);
    const where = isShipped
      ? "its layer keeps it, even where a later RUN removes it"
      : "the stage is left behind, but the build's cache keeps it";
    yield {
      message: `${one.keyword} puts ${what} into the image: ${where}`,
      remedy:
        "Leave it out of the context. For a build that needs it, `RUN --mount=type=ssh` or `--mount=type=secret` lends it and leaves nothing.",
      locations: [image.at(one.position)],
      ...(isShipped && what !== "an .ssh folder" ? {} : { severity: "warning" as const }),
    };
  }
}

/** Keys inside of copied folders, by their names; what can be read has to look like one. */
export function* keysInFolders(image: Image): Generator<Report> {
  const shipped = new Set(image.targets.flatMap(chainOf));
  for (const [{ keyword, position, source, step }, paths] of byCopy(keyFilesInFolders(image))) {
    const isShipped = shipped.has(step.stage);
    const where = isShipped
      ? "its layer keeps it, even where a later RUN removes it"
      : "the stage is left behind, but the build's cache keeps it";
    yield {
      message: `${keyword} of ${source === "" ? "the whole context" : source.slice(0, 200)} puts ${pathsNamed(paths)}, a private key, into the image: ${where}`,
      remedy:
        "Put it into .dockerignore. For a build that needs it, `RUN --mount=type=ssh` or `--mount=type=secret` lends it and leaves nothing.",
      locations: [image.at(position)],
      ...(isShipped ? {} : { severity: "warning" as const }),
    };
  }
}

const keyNames = ["**/id_rsa", "**/id_dsa", "**/id_ecdsa", "**/id_ed25519", "**/ssh_host_*_key"];

function keyFilesInFolders(image: Image): FolderFile[] {
  return keyNames
    .flatMap((pattern) => inCopiedFolders(image, pattern))
    .filter(({ path, copied }) => {
      if (isExample(path) || copied.source === path || !privateName.test(nameOf(path))) return false;
      const text = image.files.get(path)?.text;
      return text === undefined || privateText.test(text.slice(0, 20_000));
    });
}

/** Context paths of files whose names say that they are keys. */
export function wantedKeys(image: Image): string[] {
  return keyNames.flatMap((pattern) => inCopiedFolders(image, pattern).slice(0, 5)).map(({ path }) => path);
}

function keyIn(image: Image, { source, kind, heredoc }: CopiedFile): string | undefined {
  if (heredoc) return privateText.test(heredoc.body.text) ? "a private key" : undefined;
  if (kind !== "context") return undefined;
  const name = nameOf(source);
  const text = image.files.get(source)?.text;
  if (text !== undefined) return privateText.test(text.slice(0, 20_000)) ? "a private key" : undefined;
  if (privateName.test(name)) return `${name}, a private key,`;
  return name === ".ssh" ? "an .ssh folder" : undefined;
}
