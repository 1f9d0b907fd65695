import type { Image } from "../image.ts";
import { baseFacts } from "../pins/base-facts.ts";
import type { Report, Rule } from "../rule.ts";
import { operands, type ShellCommand } from "../shell/shell-command.ts";
import type { Stage } from "../stages/stage.ts";

export const aptKeyIsMended: Rule = {
  code: "MIA505",
  id: "apt-key-is-mended",
  description: "On base images from before April 2022, NVIDIA's lists go before the first apt-get update.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    /** The base whose lists still stand at the end of a stage; the stages built on it go on from there. */
    const open = new Map<Stage, Stage>();
    for (const stage of image.stages) {
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

function report(image: Image, update: ShellCommand, { base }: Stage): Report {
  return {
    message: `apt-get update fails on ${base.reference}: NVIDIA replaced the key that two lists in this image are signed with`,
    remedy:
      "Before it, `rm -f /etc/apt/sources.list.d/cuda.list /etc/apt/sources.list.d/nvidia-ml.list`; nothing else needs them.",
    locations: [image.at(update.position), image.at(base.word.position, "pushed before April 2022")],
  };
}

/**
 * pytorch/pytorch's devel images up to 1.11.0 were pushed before the key was replaced (28 April 2022), 1.12.0 after it.
 * Images of nvidia/cuda were pushed again under the same tags, so their tags tell nothing.
 */
function hasOldKey(reference: string | undefined): boolean {
  const facts = reference === undefined ? undefined : baseFacts(reference);
  if (facts?.flavor !== "devel") return false;
  const [major = 0, minor = 0] = facts.torch.split(".").map(Number);
  return major === 0 || (major === 1 && minor <= 11);
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
