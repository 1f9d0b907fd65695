import { fileKindOf } from "./ignores/file-kind.ts";
import type { VerifiedFile } from "./ignores/find-comments.ts";
import type { Image, SourceFile } from "./image.ts";

/** Every file of an image that was read, and so may hold findings and the comments that ignore them. */
export function verifiedFiles({ source, dockerfile }: Image): VerifiedFile[] {
  const files: VerifiedFile[] = [{ ...source.dockerfile, kind: "dockerfile", dockerfile }];
  const add = (file: SourceFile | undefined, kind = file && fileKindOf(file.path)): void => {
    if (file === undefined || kind === undefined || files.some(({ path }) => path === file.path)) return;
    files.push({ path: file.path, text: file.text, kind });
  };
  add(source.dockerignore, "dockerignore");
  for (const file of source.requirements) add(file, "requirements");
  add(source.modelFile, "model");
  add(source.matrixFile);
  for (const file of source.files?.values() ?? []) add(file);
  return files;
}
