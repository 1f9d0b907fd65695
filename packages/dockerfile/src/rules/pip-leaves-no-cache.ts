import { fixOf, insertAt } from "../fixes/edit.ts";
import type { Image } from "../image.ts";
import { readPipCommand } from "../pins/pip-command.ts";
import type { Rule } from "../rule.ts";
import type { ShellCommand, ShellWord } from "../shell/shell-command.ts";
import { atSpan } from "../span-location.ts";
import { mountsOf } from "../stages/mounts.ts";
import { shippedStages } from "../stages/shipped-stages.ts";
import type { Stage, Step } from "../stages/stage.ts";

export const pipLeavesNoCache: Rule = {
  code: "MIA506",
  id: "pip-leaves-no-cache",
  description: "pip leaves no cache of what it downloaded in the image.",
  severity: "info",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  *check(image) {
    const configured = new Set<Stage>();
    const shipped = new Set(shippedStages(image));
    for (const stage of image.stages) {
      if ((stage.parent && configured.has(stage.parent)) || isConfigured(image, stage)) configured.add(stage);
      if (!shipped.has(stage) || configured.has(stage)) continue;
      for (const [step, commands] of cachingPips(image, stage)) {
        if (isCleaned(step)) continue;
        const edits = commands.map(
          ({ end }) => end && insertAt(image.source.dockerfile, end, " --no-cache-dir"),
        );
        const times = commands.length === 1 ? "" : ` (${commands.length} commands)`;
        yield {
          message: `pip keeps a copy of what it downloads in this layer${times}, and nothing reads it again`,
          remedy: "Add --no-cache-dir, or mount a cache: `RUN --mount=type=cache,target=/root/.cache/pip`.",
          locations: commands.map((word) => atSpan(image, word)),
          ...fixOf("Add --no-cache-dir", "safe", ...edits),
        };
      }
    }
  },
};

/** The word `install` of each pip that keeps its cache, by the step it runs in. */
function cachingPips(image: Image, stage: Stage): Map<Step, ShellWord[]> {
  const found = new Map<Step, ShellWord[]>();
  for (const command of image.commandsOf(stage)) {
    const word = keepsCache(command);
    if (word === undefined) continue;
    const known = found.get(command.step);
    if (known) known.push(word);
    else found.set(command.step, [word]);
  }
  return found;
}

function keepsCache(command: ShellCommand): ShellWord | undefined {
  const pip = readPipCommand(command);
  if (pip?.tool !== "pip" || pip.verb !== "install" || command.step.instruction.keyword !== "RUN")
    return undefined;
  // pip takes every beginning of an option that is no other option's.
  if (pip.options.some(({ name }) => name === "--cache-dir" || name.startsWith("--no-ca"))) return undefined;
  // Nothing is downloaded: what lies in a folder of wheels is not copied into the cache.
  if (pip.options.some(({ name }) => name === "--no-index")) return undefined;
  return command.words.find(({ value }) => value === "install");
}

/** A mount, a variable, or a command of the same RUN that takes the cache away. */
function isCleaned({ instruction, variables }: Step): boolean {
  for (const { options } of mountsOf(instruction)) {
    const target = options.get("target") ?? options.get("dst") ?? options.get("destination") ?? "";
    if (options.get("type") !== "bind" && /pip|\.cache/.test(target)) return true;
  }
  const text = [instruction.body.text, ...instruction.heredocs.map(({ body }) => body.text)].join("\n");
  if (/PIP_NO_CACHE_DIR|PIP_CACHE_DIR|\bcache purge\b/.test(text)) return true;
  if (text.split(/[;&|\n]/).some((part) => part.includes(".cache") && /\brm\s/.test(part))) return true;
  return variables("PIP_NO_CACHE_DIR") !== null || variables("PIP_CACHE_DIR") !== null;
}

/** `pip config set global.no-cache-dir true`, or a pip.conf that nobody here has read. */
function isConfigured(image: Image, stage: Stage): boolean {
  const sets = image
    .commandsOf(stage)
    .some(
      ({ name, words }) =>
        /^pip[\d.]*$/.test(name) && words.some(({ value }) => /^[^-].*no-cache-dir$/.test(value)),
    );
  const copies = ({ instruction: { keyword, body } }: Step): boolean =>
    /^(?:COPY|ADD)$/.test(keyword) && /\bpip\.conf\b/.test(body.text);
  return sets || stage.steps.some(copies);
}
