import type { Image } from "../image.ts";
import { nameOf } from "../pins/container-path.ts";
import type { Report } from "../rule.ts";
import { copiedFiles } from "../stages/copied-files.ts";
import { placeOf } from "../stages/place.ts";
import { scriptFiles } from "../stages/script-files.ts";
import { secretIn } from "./known-secrets.ts";
import { tokenFilesInFolders } from "./listed-files.ts";
import { literalSecret } from "./literal-secret.ts";

/** Tokens known by their shape, anywhere outside comments. */
export function* tokensInDockerfile(image: Image): Generator<Report> {
  for (const [index, line] of image.dockerfile.lines.entries()) {
    if (/^\s*#/.test(line)) continue;
    const found = secretIn(line);
    if (found)
      yield literalSecret(
        found.kind,
        "the Dockerfile",
        image.at({ line: index + 1, column: found.index + 1 }),
      );
  }
}

/** UTF-16 units of a line: JSON often is one. */
const maxLine = 20_000;

/** UTF-16 units of a copied file that are looked at. */
const maxLooked = 256 * 1024;

/** The same in the scripts and other files that COPY brings, once for each. */
export function* tokensInFiles(image: Image): Generator<Report> {
  const paths = new Set(scriptFiles(image).scripts.map(({ path }) => path));
  for (const { kind, source } of copiedFiles(image)) if (kind === "context") paths.add(source);
  for (const path of tokenFilesInFolders(image)) paths.add(path);
  for (const path of paths) {
    const file = image.files.get(path);
    // A key that is copied as such is another rule's.
    if (file === undefined || /^id_|\.pem$|\.key$/.test(nameOf(path))) continue;
    for (const [index, line] of file.text.slice(0, maxLooked).split("\n").entries()) {
      const found = /^\s*#/.test(line) ? undefined : secretIn(line.slice(0, maxLine));
      if (found === undefined || found.kind === "a private key") continue;
      const place = placeOf(image, { file: file.path }, { line: index + 1, column: found.index + 1 });
      yield literalSecret(found.kind, "a file that COPY brings into the image", place);
      break;
    }
  }
}
