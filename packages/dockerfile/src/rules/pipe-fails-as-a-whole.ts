import type { Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { shells } from "../shell/unwrap.ts";
import { shellsOf } from "../stages/shells.ts";
import type { Step } from "../stages/stage.ts";

export const pipeFailsAsAWhole: Rule = {
  code: "MIA508",
  id: "pipe-fails-as-a-whole",
  description: "A pipe fails where its left side fails: the shell looks at the last command only.",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  *check(image) {
    const shellOf = shellsOf(image.stages);
    const careful = new Map<Step, boolean>();
    const inMiddle = new Set(image.commands.flatMap(({ pipedFrom }) => pipedFrom ?? []));
    for (const command of image.commands) {
      const { step, pipedFrom } = command;
      if (pipedFrom === undefined || inMiddle.has(command) || step.instruction.keyword !== "RUN") continue;
      const known = careful.get(step) ?? setsPipefail(step, shellOf.get(step));
      careful.set(step, known);
      if (known) continue;
      const report = judge(image, command);
      if (report) yield report;
    }
  },
};

/** Wherever the word stands, somebody thought of it. */
function setsPipefail({ instruction }: Step, shell: readonly string[] | undefined): boolean {
  const texts = [
    instruction.body.text,
    ...instruction.heredocs.map(({ body }) => body.text),
    ...(shell ?? []),
  ];
  return texts.some((text) => text.includes("pipefail"));
}

/** They fetch something, and fail for reasons that lie elsewhere. */
const fetching = /^(?:aria2c|aws|curl|gh|gsutil|wget)$/;

function fetches({ name, words }: ShellCommand): boolean {
  return fetching.test(name) || (name === "git" && words[1]?.value === "ls-remote");
}

/**
 * Commands that take nothing at all for an answer: with empty input they do nothing and say that all is well. tar, gunzip, gpg,
 * apt-key, grep and `git apply` are not among them: they fail on it (tried).
 */
const contentWithNothing =
  /^(?:awk|base64|cut|dd|debconf-set-selections|jq|patch|python[\d.]*|sed|sort|tail|tee|tr|uniq)$/;

/** Those of them that only change a text: what becomes of it is seen further on. */
const filters = /^(?:awk|base64|cut|jq|sed|sort|tail|tr|uniq)$/;

/** Links of one pipe that are followed. */
const maxLinks = 100;

function judge(image: Image, last: ShellCommand): Report | undefined {
  const isContent = shells.test(last.name) || contentWithNothing.test(last.name);
  if (!isContent || last.words.some(({ value }) => value === "-c")) return undefined;
  const first = sourceOf(last);
  if (first === undefined || !fetches(first) || stopsReading(last)) return undefined;
  const writes = last.redirects.some(({ operator }) => operator.startsWith(">"));
  // A script that is run unseen is no-piped-installer's warning, and what mends that mends this.
  const isInstaller = shells.test(last.name) || last.name.startsWith("python");
  return {
    message: `where ${first.name} fails, ${last.name} gets nothing, is content with it, and the build goes on`,
    remedy:
      'Write SHELL ["/bin/bash", "-o", "pipefail", "-c"] above, begin the RUN with `set -o pipefail` in bash, or fetch into a file first.',
    locations: [image.at(first.position)],
    // What a filter gives into a variable is looked at where the variable is used.
    ...(isInstaller || (filters.test(last.name) && !writes) ? { severity: "info" as const } : {}),
  };
}

/**
 * Somebody in the pipe takes what they need and leaves: what writes to them then ends with an error, and pipefail would stop the
 * build where nothing is wrong.
 */
function stopsReading(last: ShellCommand): boolean {
  let link: ShellCommand | undefined = last;
  for (let count = 0; link && count < maxLinks; count++, link = link.pipedFrom)
    if (leavesEarly(link)) return true;
  return false;
}

function leavesEarly({ name, words }: ShellCommand): boolean {
  const has = (pattern: RegExp): boolean => words.slice(1).some(({ value }) => pattern.test(value));
  if (/^[ef]?grep$/.test(name)) return has(/^-[a-zA-Z]*[qm]|^--(?:quiet|silent|max-count)/);
  if (name === "sed") return has(/(?:^|[\s\d;{}$!/])[qQ]\s*\d*\s*(?:$|[;}\n])/);
  if (name === "awk") return has(/\bexit\b/);
  return name === "head" || (name === "dd" && has(/^count=/));
}

/** The command that begins the pipe. */
function sourceOf(last: ShellCommand): ShellCommand | undefined {
  let link = last;
  for (let count = 0; link.pipedFrom && count < maxLinks; count++) link = link.pipedFrom;
  return link === last ? undefined : link;
}
