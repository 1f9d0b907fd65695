import type { Location } from "@mia/step-result";
import { hasModel, type Image } from "../image.ts";
import { modelLine } from "../model-lines.ts";
import { environmentOf, noted } from "../pins/environment.ts";
import { parseReference } from "../pins/image-reference.ts";
import { type MatrixRow, matrixRows } from "../pins/version-matrix.ts";
import { agree, publicVersion } from "../pins/versions.ts";
import type { Report, Rule } from "../rule.ts";
import { chainOf } from "../stages/stage.ts";

export const matrixMatchesImages: Rule = {
  code: "MIA115",
  id: "matrix-matches-images",
  description: "The table of versions in a document says what the image is made of.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const { matrixFile, folder } = image.source;
    if (matrixFile === undefined) return;
    const names = hasModel(image)
      ? [image.model.slug, image.model.name]
      : [folder.split("/").findLast((part) => part !== "") ?? folder];
    const facts = factsOf(image);
    for (const row of matrixRows(matrixFile.text, names)) yield* checkRow(matrixFile.path, row, facts);
  },
};

type Column = MatrixRow["cells"][number]["column"];

interface Known {
  value: string;
  location: Location;
}

function* checkRow(
  path: string,
  { line, cells }: MatrixRow,
  facts: ReadonlyMap<Column, Known>,
): Generator<Report> {
  for (const { column, head, text, start, end } of cells) {
    const known = facts.get(column);
    if (known === undefined || isSame(column, text, known.value)) continue;
    const has = column === "base" ? known.value : publicVersion(known.value);
    yield {
      message: `the table says ${head} ${text}, the image has ${has}`,
      remedy: `Write ${has} into the table, or change the image.`,
      locations: [
        { file: path, line, column: start, endLine: line, endColumn: end },
        { ...known.location, note: `${head} ${has}`.slice(0, 1000) },
      ],
    };
  }
}

function isSame(column: Column, text: string, known: string): boolean {
  if (column !== "base") return agree(publicVersion(text), publicVersion(known));
  const [left, right] = [parseReference(text), parseReference(known)];
  const last = (name: string): string => name.split("/").at(-1) ?? name;
  // People leave the organisation out: `pytorch:1.9.1-cuda11.1-cudnn8-devel`.
  const sameName = left.image === right.image || left.image === last(right.image);
  const onlyTag = left.tag === undefined && left.image === right.tag;
  return onlyTag || (sameName && (left.tag === undefined || left.tag === right.tag));
}

/** What model.yaml pins; what it leaves out, and everything where there is none, as the last stage ends. */
function factsOf(image: Image): Map<Column, Known> {
  const facts = new Map<Column, Known>();
  const last = image.stages.at(-1);
  if (last) {
    const { python, cuda, base, packages } = environmentOf(image, last);
    if (python?.sure) facts.set("python", python);
    const torch = packages.get("torch");
    const built = torch ? torch.cuda : cuda?.value;
    if (built !== undefined && torch?.sure !== false)
      facts.set("cuda", {
        value: built,
        location: torch?.location ?? cuda?.location ?? image.at({ line: 1, column: 1 }),
      });
    const root = chainOf(last)[0];
    if (base && root?.base.reference)
      facts.set("base", { value: root.base.reference, location: noted(base, "the base image") });
    for (const { name, version, location, sure } of packages.values()) {
      const column = columnOfPackage[name];
      if (column && version !== undefined && sure) facts.set(column, { value: version, location });
    }
  }
  if (!hasModel(image)) return facts;
  const { model, source } = image;
  const pins: [Column | undefined, string, string][] = [
    ["python", "python", model.environment.python],
    ["cuda", "cuda", model.environment.cuda],
    ...Object.entries(model.packages).map(([name, version]): [Column | undefined, string, string] => [
      columnOfPackage[name],
      name,
      version,
    ]),
  ];
  for (const [column, key, value] of pins) {
    const [location] = modelLine(source, key, value, "");
    if (column && location) facts.set(column, { value, location });
  }
  const [tag] = modelLine(source, "tag", model.base.tag, "");
  if (tag) facts.set("base", { value: `${model.base.image}:${model.base.tag}`, location: tag });
  return facts;
}

const columnOfPackage: Record<string, Column> = {
  torch: "torch",
  torchvision: "torchvision",
  torchaudio: "torchaudio",
  mmcv: "mmcv",
  "mmcv-full": "mmcv",
  mmdet: "mmdet",
  mmdet3d: "mmdet3d",
  mmsegmentation: "mmseg",
};
