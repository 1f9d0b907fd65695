import { fixOf, insertAt } from "../fixes/edit.ts";
import type { Image } from "../image.ts";
import { readPipCommand } from "../pins/pip-command.ts";
import type { Rule } from "../rule.ts";
import type { ShellCommand, ShellWord } from "../shell/shell-command.ts";
import { atSpan } from "../span-location.ts";
import { mountsOf } from "../stages/mounts.ts";
import { shippedStages } from "../stages/shipped-stages.ts";
import type { Stage, Step } from "../stages/stage.ts";
import { userAt } from "../stages/users.ts";

export const pipLeavesNoCache: Rule = {
  code: "MIA506",
  id: "pip-leaves-no-cache",
  description: "pip leaves no cache of what it downloaded in the image.",
  severity: "info",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  everyPlace: true,
  *check(image) {
    // One piece of advice for a Dockerfile, whose places are all mended at once; a finding has room for so many.
    const all = [...cachingPips(image)];
    const isRoots = all.every(({ ofRoot }) => ofRoot);
    const mount = isRoots ? ", or mount a cache: `RUN --mount=type=cache,target=/root/.cache/pip`" : "";
    for (let from = 0; from < all.length; from += maxPlaces) {
      const words = all.slice(from, from + maxPlaces).map(({ word }) => word);
      // Each place can be mended by itself, so one that cannot does not hold up the others.
      const edits = words.flatMap(({ end }) =>
        end ? [insertAt(image.source.dockerfile, end, " --no-cache-dir")] : [],
      );
      const who = all.length === 1 ? "pip keeps" : `${all.length} pip commands keep`;
      const times = all.length > maxPlaces ? `, of which these are ${words.length}` : "";
      const what = all.length === 1 ? "it downloads in this layer" : "they download in their layers";
      yield {
        message: `${who} a copy of what ${what}${times}, and nothing reads it again`,
        remedy: `Add --no-cache-dir${mount}.`,
        locations: words.map((word) => atSpan(image, word)),
        ...fixOf("Add --no-cache-dir", "safe", ...edits),
      };
    }
  },
};

const maxPlaces = 100;

interface CachingPip {
  /** `install`. */
  word: ShellWord;
  /** It is certainly root's cache, in the place where root's is. */
  ofRoot: boolean;
}

/** Each pip that keeps its cache in a layer somebody gets. */
function* cachingPips(image: Image): Generator<CachingPip> {
  const configured = new Set<Stage>();
  const shipped = new Set(shippedStages(image));
  for (const stage of image.stages) {
    if ((stage.parent && configured.has(stage.parent)) || isConfigured(image, stage)) configured.add(stage);
    if (!shipped.has(stage) || configured.has(stage)) continue;
    const cleaned = new Map<Step, boolean>();
    for (const command of image.commandsOf(stage)) {
      const word = keepsCache(command);
      if (word === undefined) continue;
      const isClean = cleaned.get(command.step) ?? isCleaned(command.step);
      cleaned.set(command.step, isClean);
      if (!isClean) yield { word, ofRoot: isRoots(image, command) };
    }
  }
}

/** Programs that make another user of whoever runs them, or another home. */
const becoming = new Set(["chroot", "doas", "gosu", "runuser", "setpriv", "su", "su-exec", "sudo"]);

function isRoots(image: Image, { via, step }: ShellCommand): boolean {
  const { name } = userAt(image, step);
  const isRoot = name !== undefined && (name === "root" || /^\+?0+$/.test(name));
  const { variables } = step;
  const isAtHome = variables("HOME") === null && variables("XDG_CACHE_HOME") === null;
  return isRoot && isAtHome && !via.some((one) => becoming.has(one));
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
