import { packageName, type UnknownPin } from "@mia/catalog/lock";
import { withoutSecrets } from "@mia/step-result";
import type { Image } from "../image.ts";
import type { ShellCommand, ShellWord } from "../shell/shell-command.ts";
import { shellSource } from "../shell/shell-source.ts";
import type { Step } from "../stages/stage.ts";
import { readInstalls } from "./installs.ts";

/** More of one kind than anybody reads. */
const maxNames = 100;

/** Programs that install what a file of theirs names, and the words by which they do. */
const projectTools: Record<string, RegExp> = {
  uv: /^(?:sync|add|run|tool)$/,
  poetry: /^(?:install|sync|add|update)$/,
  pdm: /^(?:install|sync|add|update)$/,
  pipenv: /^(?:install|sync|update)$/,
  pixi: /^(?:install|add)$/,
  pipx: /^(?:install|run|inject)$/,
  hatch: /^(?:env|run)$/,
};

/** What an image installs by ways that cannot be followed to a file: each by its name. */
export function* unlockableInstalls(image: Image): Generator<UnknownPin> {
  for (const command of image.commands) {
    yield* byMim(image, command);
    yield* byProject(image, command);
  }
  for (const stage of image.stages) {
    for (const { path, location } of readInstalls(image, stage).missing)
      yield { what: shown(`the packages of ${path}`), why: "that file could not be read", location };
    for (const step of stage.steps) yield* inOtherShell(image, step);
  }
}

/** OpenMMLab's pip finds the index for MMCV by the torch that is there when it runs. */
function* byMim(image: Image, command: ShellCommand): Generator<UnknownPin> {
  const words = behindProgram(command, "mim");
  if (words?.[0]?.value !== "install") return;
  const why = "mim chooses the index by the torch that is there when it runs";
  for (const word of words.slice(1, maxNames)) {
    if (word.value.startsWith("-")) continue;
    const isFile = /[/\\]|\.txt$/.test(word.value);
    const what = isFile ? `the packages of ${word.value}` : `the package ${plain(word.value)}`;
    yield { what: shown(what), why, location: image.at(word.position) };
  }
}

function* byProject(image: Image, command: ShellCommand): Generator<UnknownPin> {
  for (const [program, verbs] of Object.entries(projectTools)) {
    const words = behindProgram(command, program);
    const verb = words?.find(({ value }) => !value.startsWith("-"))?.value ?? "";
    if (!words || !verbs.test(verb)) continue;
    yield {
      what: `the packages that \`${program} ${verb}\` installs`,
      why: `${program} takes them from a file of its own, which is not read`,
      location: image.at(command.position),
    };
  }
}

/** The words behind a program, called by its name or as a module of Python. */
function behindProgram({ name, words }: ShellCommand, program: string): ShellWord[] | undefined {
  if (name === program) return words.slice(1);
  if (!/^python[\d.]*$/.test(name)) return undefined;
  const at = words.findIndex(({ value }, index) => value === "-m" && words[index + 1]?.value === program);
  return at < 0 ? undefined : words.slice(at + 2);
}

const installs = /\b(?:pip[\d.]*|mim)\s{1,20}(?:install|wheel|download)\s{1,20}([^\n;&|]{0,4000})/g;

/** `SHELL ["conda", "run", ...]`: what such a program makes of its words is not read. */
function* inOtherShell(image: Image, step: Step): Generator<UnknownPin> {
  const { instruction } = step;
  if (instruction.keyword !== "RUN" || instruction.json || shellSource(step)) return;
  const texts = [instruction.body.text, ...instruction.heredocs.map(({ body }) => body.text)];
  const words = texts.flatMap((text) =>
    Array.from(text.matchAll(installs), ([, named = ""]) => named.split(/\s+/)),
  );
  const why = "it is installed in a SHELL whose commands are not read";
  for (const word of words.flat().slice(0, maxNames)) {
    const name = plain(word.replace(/["']/g, ""));
    if (/^[A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?(?:[=<>!~ ].*)?$/.test(name))
      yield { what: shown(`the package ${name}`), why, location: image.at(instruction.position) };
  }
}

/** `mmcv==2.0.0` as people say it. */
function plain(requirement: string): string {
  const [, name, version] = /^([A-Za-z0-9][\w.-]{0,100})={2,3}([\w.!+-]{1,100})$/.exec(requirement) ?? [];
  return name && version ? `${packageName(name)} ${version}` : requirement;
}

function shown(what: string): string {
  return withoutSecrets(what)
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, " ")
    .slice(0, 300);
}
