import type { Image } from "../image.ts";
import { nameOf } from "../pins/container-path.ts";
import { originOf } from "../pins/file-origin.ts";
import { SpannedText } from "../syntax/spanned-text.ts";
import { copiedFiles } from "./copied-files.ts";
import { copiedSettings } from "./copied-folders.ts";
import type { FileWrite } from "./file-write.ts";
import type { Stage, Step } from "./stage.ts";
import { linesOfContent } from "./written-lines.ts";

/** Files that matter wherever they come from, a copied folder included. */
const configurations = ["/etc/ssh/sshd_config", "/etc/sudoers", "/etc/apt/apt.conf", "/etc/shadow"];

const configuration =
  /(?:^|\/)(?:sshd_config|sudoers|sshd_config\.d\/[^/]+|sudoers\.d\/[^/]+|pip\.conf|\.condarc|\.npmrc|\.curlrc|\.wgetrc|\.gitconfig|gitconfig|apt\.conf(?:\.d\/[^/]+)?|etc\/(?:shadow|passwd|doas\.conf|doas\.d\/[^/]+)|[^/]+\.list|jupyter_[a-z_]+_config\.(?:py|json))$/;

/** Context paths of configuration files whose texts the rules would read. */
export function wantedConfigurations(image: Image): string[] {
  const wanted = new Set<string>();
  for (const { kind, source, targets } of copiedFiles(image)) {
    // Whether a .pem is a private key stands in it alone.
    const isWanted = targets.some(isConfiguration) || /\.(?:pem|key)$/.test(source);
    if (kind === "context" && !/[*?[]/.test(source) && isWanted) wanted.add(source);
  }
  for (const stage of image.stages) {
    for (const path of configurations)
      for (const one of originOf(image, stage, path)?.context.slice(0, 2) ?? []) wanted.add(one);
  }
  for (const { path } of copiedSettings(image)) wanted.add(path);
  for (const path of filesRead(image)) wanted.add(path);
  return [...wanted];
}

/** Copied files that a command hands on: `chpasswd < file`, `cp file /etc/sudoers.d`, `cat file >> sshd_config`. */
function filesRead(image: Image): Set<string> {
  const byName = new Map<string, string>();
  for (const { kind, source, targets } of copiedFiles(image))
    if (kind === "context" && !/[*?[]/.test(source))
      for (const target of targets) byName.set(nameOf(target), source);
  const found = new Set<string>();
  if (byName.size === 0) return found;
  for (const { name, words, redirects } of image.commands) {
    const isReader = /^(?:chpasswd|newusers|passwd)$/.test(name);
    if (!isReader && !/^(?:cp|mv|install|cat|dd|ln)$/.test(name)) continue;
    const all = [...words.slice(1, 50), ...redirects.slice(0, 10).map(({ target }) => target)];
    const isSetting = all.some(({ value }) => /sudoers|sshd_config|shadow|\/etc\/(?:ssh|doas)/.test(value));
    if (!isReader && !isSetting && name !== "cat") continue;
    for (const { value } of all) {
      const source = byName.get(nameOf(value.replace(/^if=/, "")));
      if (source && found.size < maxRead) found.add(source);
    }
  }
  return found;
}

/** Files that commands read and that are read for it. */
const maxRead = 50;

function isConfiguration(path: string): boolean {
  return configuration.test(path);
}

/** The configuration files that COPY brings into a stage, as far as their texts are there. */
export function* copiedConfigurations(image: Image, stage: Stage): Generator<FileWrite> {
  const seen = new Set<string>();
  const copied = copiedFiles(image).filter(({ step, kind }) => step.stage === stage && kind === "context");
  for (const { source, targets, step } of copied) {
    const target = targets.find(isConfiguration);
    const file = target === undefined ? undefined : image.files.get(source);
    if (file === undefined || seen.has(source)) continue;
    seen.add(source);
    yield copiedWrite(file, target, step);
  }
  for (const { path, copied: by, target } of copiedSettings(image)) {
    const file = by.step.stage === stage && !seen.has(path) ? image.files.get(path) : undefined;
    if (file === undefined) continue;
    seen.add(path);
    yield copiedWrite(file, target, by.step);
  }
  const last = copied.at(-1);
  for (const target of last ? configurations : []) {
    const path = originOf(image, stage, target)?.context.find((one) => image.files.get(one) !== undefined);
    const file = path === undefined ? undefined : image.files.get(path);
    if (file === undefined || path === undefined || seen.has(path) || last === undefined) continue;
    seen.add(path);
    yield copiedWrite(file, target, last.step);
  }
}

/** UTF-16 units; a configuration is short. */
const maxConfiguration = 256 * 1024;

export function copiedWrite(
  file: { path: string; text: string },
  target: string | undefined,
  step: Step,
): FileWrite {
  const lines = file.text
    .slice(0, maxConfiguration)
    .replace(/^\uFEFF/, " ")
    .split("\n");
  const content = SpannedText.join(
    lines.map((line, index) => ({
      text: `${line.replace(/\r$/, " ")}\n`,
      at: { line: index + 1, column: 1 },
    })),
  );
  const rest = { command: undefined, stage: step.stage, step, file: file.path, when: "build" as const };
  return { target, how: "replace", lines: linesOfContent(content), edits: [], ...rest };
}
