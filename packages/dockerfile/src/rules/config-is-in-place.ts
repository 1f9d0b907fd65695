import { hasModel, type ModelImage } from "../image.ts";
import { modelLine } from "../model-lines.ts";
import { inside } from "../pins/container-path.ts";
import { historyOf } from "../pins/stage-files.ts";
import type { Report, Rule } from "../rule.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { chainOf, type Stage } from "../stages/stage.ts";

export const configIsInPlace: Rule = {
  code: "MIA116",
  id: "config-is-in-place",
  description:
    "The configuration model.yaml names stands in a folder the policy allows, and something puts it into the image.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    if (!hasModel(image)) return;
    const { config } = image.model;
    const { configFolders: folders = [], name } = image.policy;
    if (folders.length > 0 && !folders.some((folder) => inside(folder, config) !== undefined)) {
      yield {
        message: `config is ${config}, and the policy ${name} wants it below ${folders.join(" or ")}`,
        remedy: `Put the configuration below ${folders[0]}, or add its folder to configFolders of the policy.`,
        locations: modelLine(image.source, "config", config, "the configuration a run starts from"),
      };
    }
    yield* absent(image, config);
  },
};

/** Nothing that the Dockerfile copies reaches the path, and no command that might make it is in the way. */
function* absent(image: ModelImage, config: string): Generator<Report> {
  const target = image.stages.at(-1);
  const base = target && chainOf(target)[0]?.base.reference;
  // A base of one's own may bring the file, and a command may clone or unpack it.
  if (target === undefined || base === undefined || mayMake(image, target, config)) return;
  const [line] = modelLine(image.source, "config", config, "the configuration a run starts from");
  if (line === undefined) return;
  yield {
    message: `nothing in the Dockerfile puts ${config} into the image: a run ends before it begins`,
    remedy: "COPY the folder that holds it, or correct `config` in model.yaml.",
    locations: [line, image.at(target.from.position, "the stage that is run")],
  };
}

function mayMake(image: ModelImage, target: Stage, config: string): boolean {
  const top = `/${config.split("/")[1] ?? ""}`;
  let beside = false;
  for (const stage of chainOf(target)) {
    const { events, commands } = historyOf(image, stage);
    if (commands.some(({ command }) => makesFiles(command))) return true;
    for (const event of events) {
      if (event.kind === "derive") return true;
      const path = event.kind === "place" ? event.target : event.path;
      if (reaches(path, config)) return true;
      if (event.kind === "place" && reaches(top, path)) beside = true;
    }
  }
  // Who copies nothing at all to where the configuration should be has another way to bring it, a volume perhaps.
  return !beside;
}

function reaches(target: string, path: string): boolean {
  return target === path || inside(target, path) !== undefined;
}

/** What may leave files at places that no COPY names. Only a Dockerfile without any of these is certain. */
const makers =
  /^$|^(?:git|wget|curl|aria2c|tar|unzip|7z|gunzip|cp|mv|ln|rsync|python[\d.]*|make|cmake|bash|sh|source|\.|mim|hf|huggingface-cli)$/;

function makesFiles({ name, words }: ShellCommand): boolean {
  const onlyFolders = words.some(({ value }) => value === "-d" || value === "--directory");
  return name === "install" ? !onlyFolders : makers.test(name) || name.includes("/");
}
