import { editableDockerfile, fixOf, indentOf, insertLineAbove } from "../fixes/edit.ts";
import type { Image } from "../image.ts";
import { nvidiaAptKey } from "../knowledge/nvidia-apt-key.ts";
import { baseFacts } from "../pins/base-facts.ts";
import type { Report, Rule } from "../rule.ts";
import { operands, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import { atSpan } from "../span-location.ts";
import { chainOf, type Stage } from "../stages/stage.ts";

export const aptKeyIsMended: Rule = {
  code: "MIA505",
  id: "apt-key-is-mended",
  description: "On base images from before April 2022, NVIDIA's lists go before the first apt-get update.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  *check(image) {
    /** The base whose lists still stand at the end of a stage; the stages built on it go on from there. */
    const open = new Map<Stage, Stage>();
    const roots = new Map<Stage, Stage>();
    for (const stage of image.stages) {
      const base = (stage.parent && roots.get(stage.parent)) ?? stage;
      roots.set(stage, base);
      yield* otherReleases(image, stage, base);
      const root = stage.parent
        ? open.get(stage.parent)
        : hasOldKey(stage.base.reference)
          ? stage
          : undefined;
      if (root === undefined) continue;
      const first = image.commandsOf(stage).find((command) => isUpdate(command) || mends(command));
      if (first === undefined) open.set(stage, root);
      else if (isUpdate(first)) yield report(image, first, root);
    }
  },
};

const lists = "/etc/apt/sources.list.d/cuda.list /etc/apt/sources.list.d/nvidia-ml.list";

function report(image: Image, update: ShellCommand, { base }: Stage): Report {
  return {
    message: `apt-get update fails on ${base.reference}: NVIDIA replaced the key that two lists in this image are signed with`,
    remedy: `Before it, \`rm -f ${lists}\`; nothing else needs them.`,
    locations: [
      atSpan(image, {
        position: update.position,
        end: update.words.find(({ value }) => value === "update")?.end,
      }),
      atSpan(image, base.word, "pushed before April 2022"),
    ],
    ...fixFor(image, update),
  };
}

function fixFor(image: Image, { step, position }: ShellCommand): Partial<Report> {
  const file = editableDockerfile(image);
  const { instruction, stage } = step;
  const isSudo = file.lines[position.line - 1]?.startsWith("sudo", position.column - 1);
  // ONBUILD, and a user who may not remove the lists: where the line would have to stand is for a person to say.
  if (isSudo || !stage.steps.some((one) => one.instruction === instruction) || !isRootAt(step)) return {};
  const line = `${indentOf(file, instruction.startLine)}RUN rm -f ${lists}`;
  return fixOf("Remove NVIDIA's lists first", "safe", insertLineAbove(file, instruction.startLine, line));
}

function isRootAt({ stage, instruction }: ShellCommand["step"]): boolean {
  let user = "root";
  for (const { steps } of chainOf(stage)) {
    for (const one of steps) {
      if (one.instruction === instruction) return /^(?:root|0)(?::|$)/.test(user);
      if (one.instruction.keyword === "USER") user = one.instruction.body.text;
    }
  }
  return false;
}

/** The keyring package brings a list with it; the key file alone is the same for every release. */
const ownList =
  /\/repos\/((?:ubuntu|debian|rhel)\d+)\/[^\s"']{0,200}?(?:cuda-keyring_[\w.-]+\.deb|cuda-\w+\.(?:pin|repo))/;

/** A mend that was copied from another release: apt then installs packages that were built for that one. */
function* otherReleases(image: Image, stage: Stage, { base }: Stage): Generator<Report> {
  const os = base.reference === undefined ? undefined : baseFacts(base.reference)?.os;
  if (os === undefined || !/^(?:ubuntu|debian)/.test(os)) return;
  const own = os.replace(".", "");
  for (const { words } of image.commandsOf(stage)) {
    for (const word of words) {
      const named = word.value.length > 2000 ? undefined : ownList.exec(word.value)?.[1];
      if (named === undefined || named === own) continue;
      yield otherRelease(image, word, named, own, base);
    }
  }
}

function otherRelease(
  image: Image,
  word: ShellWord,
  named: string,
  own: string,
  base: Stage["base"],
): Report {
  return {
    message: `this takes NVIDIA's packages for ${named}, but ${base.reference} is ${own}`,
    remedy: `Take it from /repos/${own}/.`,
    locations: [atSpan(image, word), atSpan(image, base.word, `is ${own}`)],
    severity: "warning",
  };
}

function hasOldKey(reference: string | undefined): boolean {
  return reference !== undefined && nvidiaAptKey(reference) === "dead";
}

function isUpdate(command: ShellCommand): boolean {
  return /^apt(?:-get)?$/.test(command.name) && operands(command, ["-o", "-c"])[0]?.value === "update";
}

/** Anything that touches the lists or the key counts: what exactly it does is not for us to guess. */
function mends({ name, words, redirects }: ShellCommand): boolean {
  if (name === "apt-key") return words.some(({ value }) => /^(?:add|adv|del)$/.test(value));
  const names = [...words, ...redirects.map(({ target }) => target)].map(({ value }) => value);
  return names.some((value) =>
    /sources\.list\.d|cuda-keyring|3bf863cc|7fa2af80|A4B469963BF863CC/i.test(value),
  );
}
