import { baseFacts } from "../pins/base-facts.ts";
import type { Rule } from "../rule.ts";
import { operands, type ShellCommand } from "../shell/shell-command.ts";
import { chainOf } from "../stages/stage.ts";

export const aptKeyIsMended: Rule = {
  id: "apt-key-is-mended",
  description: "On base images from before April 2022, NVIDIA's lists go before the first apt-get update.",
  severity: "error",
  *check(image) {
    const reported = new Set<ShellCommand>();
    for (const target of image.stages) {
      const chain = chainOf(target);
      const reference = chain[0]?.base.reference;
      if (reference === undefined || !hasOldKey(reference)) continue;
      const commands = image.commands.filter(({ step }) => chain.includes(step.stage));
      const update = commands.find((command) => isUpdate(command) || mends(command));
      if (update === undefined || !isUpdate(update) || reported.has(update)) continue;
      reported.add(update);
      yield {
        message: `apt-get update fails on ${reference}: NVIDIA replaced the key that its two lists in this image were signed with`,
        remedy:
          "Before it, `rm -f /etc/apt/sources.list.d/cuda.list /etc/apt/sources.list.d/nvidia-ml.list`; nothing else needs them.",
        locations: [
          image.at(update.position),
          image.at(chain[0]?.base.word.position ?? update.position, "pushed before April 2022"),
        ],
      };
    }
  },
};

/**
 * pytorch/pytorch's devel images up to 1.11.0 were pushed before the key was replaced (28 April 2022), 1.12.0 after it.
 * Images of nvidia/cuda were pushed again under the same tags, so their tags tell nothing.
 */
function hasOldKey(reference: string): boolean {
  const facts = baseFacts(reference);
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
