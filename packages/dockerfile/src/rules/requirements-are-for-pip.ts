import type { Image } from "../image.ts";
import { joinPath } from "../pins/container-path.ts";
import type { PlacedCommand } from "../pins/file-event.ts";
import { originOf } from "../pins/file-origin.ts";
import { textOf } from "../pins/file-text.ts";
import { readInstalls } from "../pins/installs.ts";
import { type PipOption, readPipCommand } from "../pins/pip-command.ts";
import type { RequirementsFile } from "../pins/requirements.ts";
import { historyOf } from "../pins/stage-files.ts";
import type { Report, Rule } from "../rule.ts";
import { atSpan, locateSpan } from "../span-location.ts";
import type { Stage } from "../stages/stage.ts";

export const requirementsAreForPip: Rule = {
  code: "MIA504",
  id: "requirements-are-for-pip",
  description: "A file that is given to pip holds what pip can read, not what conda exports.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const seen = new Set<RequirementsFile>();
    for (const stage of image.stages) {
      for (const { file, option } of givenToPip(image, stage)) {
        if (file.problems.length === 0 || seen.has(file)) continue;
        seen.add(file);
        yield report(image, file, option);
      }
    }
  },
};

interface Given {
  file: RequirementsFile;
  option: PipOption;
}

/** The files of the context that `pip install -r` reads as they are. */
function* givenToPip(image: Image, stage: Stage): Generator<Given> {
  const { files } = readInstalls(image, stage);
  if (files.size === 0) return;
  for (const placed of historyOf(image, stage).commands) {
    const pip = readPipCommand(placed.command);
    for (const option of pip?.options ?? []) {
      if (option.name !== "--requirement" || !option.known) continue;
      const file = fileOf(image, stage, placed, option.value, files);
      if (file) yield { file, option };
    }
  }
}

function fileOf(
  image: Image,
  stage: Stage,
  { folder, seen, mounts }: PlacedCommand,
  value: string,
  files: ReadonlyMap<string, RequirementsFile>,
): RequirementsFile | undefined {
  const path = folder === undefined && !value.startsWith("/") ? undefined : joinPath(folder ?? "", value);
  const origin = path === undefined ? undefined : originOf(image, stage, path, seen, mounts);
  // What a command wrote or filtered before may well be something that pip reads.
  if (origin === undefined || origin.changed) return undefined;
  const text = origin.context.map((one) => textOf(image, one)).find((one) => one !== undefined);
  return text && files.get(text.path);
}

const exported: Partial<Record<RequirementsFile["kind"], string>> = {
  "conda-list": "it is a list that `conda list --export` wrote, name=version=build",
  "conda-explicit": "it is a list of URLs for conda",
  "conda-environment": "it is an environment.yml of conda",
  "pip-list": "it is the table that `pip list` prints",
  toml: "it is a TOML file",
};

function report(image: Image, { path, kind, problems }: RequirementsFile, { word }: PipOption): Report {
  const [first] = problems;
  const more = problems.length > 1 ? `, and at ${problems.length - 1} lines more` : "";
  const why = exported[kind] ?? first?.message ?? "";
  const forConda = kind.startsWith("conda") ? ", or give the file to conda" : "";
  return {
    message: `pip refuses ${path}${more}: ${why}`.slice(0, 1000),
    remedy: `Write name==version, one a line (\`pip list --format=freeze\` prints it)${forConda}.`,
    locations: [
      locateSpan(path, first ?? { position: { line: 1, column: 1 } }),
      atSpan(image, word, "pip is given the file here"),
    ],
  };
}
