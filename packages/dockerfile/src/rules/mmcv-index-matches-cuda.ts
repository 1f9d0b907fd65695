import type { Location } from "@mia/step-result";
import { type Image, locate } from "../image.ts";
import { modelLine } from "../model-lines.ts";
import { baseFacts } from "../pins/base-facts.ts";
import { agree, cudaOfLabel, labelOfCuda, minorVersion, publicVersion } from "../pins/versions.ts";
import type { Report, Rule } from "../rule.ts";
import { chainOf } from "../stages/stage.ts";

/** `.../mmcv/dist/cu111/torch1.9.0/index.html` */
const indexUrl = /https?:\/\/\S*?\/mmcv\/dist\/(cu\d+|cpu)\/torch(\d+(?:\.\d+)*)/g;

export const mmcvIndexMatchesCuda: Rule = {
  code: "MIA103",
  id: "mmcv-index-matches-cuda",
  description: "The MMCV wheel index is the one for the image's CUDA and PyTorch.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const expected = expectation(image);
    if (expected === undefined) return;
    for (const { url, label, torch, location } of indexesOf(image)) {
      const wrong: string[] = [];
      if (cudaOfLabel(label) === undefined) wrong.push(`has no CUDA operators (${label})`);
      else if (!agree(cudaOfLabel(label) ?? "", expected.cuda))
        wrong.push(`is for CUDA ${cudaOfLabel(label)} (${label}), the image has ${expected.cuda}`);
      // Wheels are built for x.y.0 and serve every x.y.z, so only x.y counts.
      if (expected.torch !== undefined && minorVersion(torch) !== minorVersion(expected.torch))
        wrong.push(`is for torch ${torch}, the image has ${publicVersion(expected.torch)}`);
      if (wrong.length === 0) continue;
      yield report(url, wrong, [location, ...expected.locations], expected);
    }
  },
};

interface Expectation {
  cuda: string;
  torch: string | undefined;
  locations: Location[];
}

function report(url: string, wrong: string[], locations: Location[], { cuda, torch }: Expectation): Report {
  const fitting = `${labelOfCuda(cuda)}/torch${torch === undefined ? "<version>" : `${minorVersion(torch)}.0`}`;
  return {
    message: `the MMCV index ${url} ${wrong.join(" and ")}: pip finds no wheel there and compiles for an hour, or takes one that does not load`,
    remedy: `Use https://download.openmmlab.com/mmcv/dist/${fitting}/index.html.`,
    locations,
  };
}

/** What model.yaml says, and the base where it says the same. */
function expectation({ model, source, targets, at }: Image): Expectation | undefined {
  const root = targets.at(-1) && chainOf(targets.at(-1) as never)[0];
  const facts = root?.base.reference === undefined ? undefined : baseFacts(root.base.reference);
  const cuda = model?.environment.cuda ?? facts?.cuda;
  if (cuda === undefined) return undefined;
  const torch = model?.packages.torch ?? facts?.torch;
  const locations: Location[] = [];
  if (root && facts && agree(facts.cuda, cuda))
    locations.push(
      at(root.base.word.position, `the base image has torch ${facts.torch} and CUDA ${facts.cuda}`),
    );
  if (model) locations.push(...modelLine(source, "cuda", cuda, `model.yaml says CUDA ${cuda}`));
  return { cuda, torch, locations };
}

interface Index {
  url: string;
  label: string;
  torch: string;
  location: Location;
}

function* indexesOf(image: Image): Generator<Index> {
  const { dockerfile, source } = image;
  const assigned = dockerfile.instructions
    .filter(({ keyword }) => keyword === "ENV" || keyword === "ARG")
    .flatMap(({ assignments }) => assignments);
  for (const { value = "", position } of assigned) yield* indexesIn(value, image.at(position));
  for (const { words, redirects } of image.commands) {
    for (const { value, text, position } of [...words, ...redirects.map(({ target }) => target)]) {
      // Of a URL that a variable holds, the variable's own line is the place to change.
      for (const index of indexesIn(value, image.at(position))) {
        if (text.includes(index.url) || !assigned.some((one) => one.value?.includes(index.url))) yield index;
      }
    }
  }
  for (const { path, options, requirements } of image.requirements) {
    for (const { value, position } of options) yield* indexesIn(value, locate(path, position));
    for (const { url, position } of requirements) {
      if (url) yield* indexesIn(url, locate(path, position));
    }
  }
  const mmcvFindLinks = image.model?.mmcvFindLinks;
  const [line] = mmcvFindLinks ? modelLine(source, "mmcvFindLinks", mmcvFindLinks, "mmcvFindLinks") : [];
  if (mmcvFindLinks && line) yield* indexesIn(mmcvFindLinks, line);
}

function* indexesIn(text: string, location: Location): Generator<Index> {
  for (const [url, label = "", torch = ""] of text.matchAll(indexUrl)) yield { url, label, torch, location };
}
