import type { SourceFile } from "../image.ts";
import { nameOf } from "../pins/container-path.ts";
import { shells } from "../shell/unwrap.ts";
import { SpannedText } from "../syntax/spanned-text.ts";

/** The lines of a shell script, by its first line, its name, or because a shell is told to read it (`isScript`); undefined where another program reads the file, or nobody can. */
export function scriptText({ path, text }: SourceFile, isScript = false): SpannedText | undefined {
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.slice(0, 4096).includes("\0")) return undefined;
  const shebang = /^#![ \t]*(\S+)(?:[ \t]+(?:-S[ \t]+)?(\S+))?/.exec(plain.slice(0, 400));
  const program = shebang?.[1]?.endsWith("/env") ? shebang[2] : shebang?.[1];
  if (
    program === undefined
      ? !isScript && /\.(?!(?:ba|da|z|k)?sh$)\w+$/i.test(nameOf(path))
      : !shells.test(program)
  )
    return undefined;
  const lines = plain.split("\n");
  return SpannedText.join(
    lines.map((line, index) => ({
      text: `${line.replace(/\r$/, "")}\n`,
      at: { line: index + 1, column: 1 },
    })),
  );
}
