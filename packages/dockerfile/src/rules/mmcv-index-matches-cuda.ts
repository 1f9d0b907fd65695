import type { Location } from "@mia/step-result";
import { fixOf } from "../fixes/edit.ts";
import { replaceInLine } from "../fixes/file-of.ts";
import { type Image, locate } from "../image.ts";
import { modelLine } from "../model-lines.ts";
import { baseFacts, inWords } from "../pins/base-facts.ts";
import { type Environment, noted, torchOf } from "../pins/environment.ts";
import { type MmcvIndex, mmcvIndexesIn, mmcvIndexesOf } from "../pins/mmcv-index.ts";
import { momentsOf } from "../pins/timeline.ts";
import { agree, cudaOfLabel, labelOfCuda, minorVersion, publicVersion } from "../pins/versions.ts";
import type { Report, Rule } from "../rule.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { chainOf } from "../stages/stage.ts";

export const mmcvIndexMatchesCuda: Rule = {
  code: "MIA103",
  id: "mmcv-index-matches-cuda",
  description: "The MMCV wheel index is the one for the image's CUDA and PyTorch.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  *check(image) {
    const ofModel = modelExpectation(image);
    const users = usersOf(image);
    for (const place of placesOf(image)) {
      const after = users.get(place.command ?? place.index.url);
      const expected = ofModel ?? (after && environmentExpectation(after));
      const wrong = expected ? differences(place.index, expected) : [];
      if (expected && wrong.length > 0) yield ofImage(image, place, wrong, expected);
      else yield* ofPolicy(image, place, expected);
    }
  },
};

/** What the index must be for. */
interface Expectation {
  cuda: string | undefined;
  torch: string | undefined;
  locations: Location[];
  sure: boolean;
}

interface Place {
  index: MmcvIndex;
  location: Location;
  /** The command whose own words name it. */
  command: ShellCommand | undefined;
}

function differences({ label, torch }: MmcvIndex, expected: Expectation): string[] {
  const wrong: string[] = [];
  const cuda = cudaOfLabel(label);
  if (expected.cuda !== undefined) {
    if (cuda === undefined) wrong.push(`has no CUDA operators (${label})`);
    else if (!agree(cuda, expected.cuda))
      wrong.push(`is for CUDA ${cuda} (${label}), the image has ${expected.cuda}`);
  }
  // Wheels are built for x.y.0 and serve every x.y.z, so only x.y counts.
  if (expected.torch !== undefined && minorVersion(torch) !== minorVersion(expected.torch))
    wrong.push(`is for torch ${torch}, the image has ${publicVersion(expected.torch)}`);
  return wrong;
}

/** Another CUDA of the same major number, for the right torch: its libraries mostly serve. */
function isNear({ label, torch }: MmcvIndex, expected: Expectation): boolean {
  const major = (cuda: string | undefined): string | undefined => cuda?.split(".")[0];
  const sameTorch = expected.torch !== undefined && minorVersion(torch) === minorVersion(expected.torch);
  return sameTorch && major(cudaOfLabel(label)) === major(expected.cuda);
}

/** `cu111/torch1.9`: every torch1.9.x is meant. */
function isAsked({ label, torch }: MmcvIndex, asked: string): boolean {
  const [wanted = "", version = ""] = asked.split("/torch");
  return label === wanted && minorVersion(torch) === minorVersion(version);
}

function ofImage(image: Image, { index, location }: Place, wrong: string[], expected: Expectation): Report {
  const { cuda, torch, locations, sure } = expected;
  const label = cuda === undefined ? index.label : labelOfCuda(cuda);
  const fitting = `${label}/torch${torch === undefined ? "<version>" : `${minorVersion(torch)}.0`}`;
  const isMild = !sure || (image.model === undefined && isNear(index, expected));
  const effect = isMild
    ? "its operators may not load"
    : "pip finds no wheel there and compiles for an hour, or takes one that does not load";
  const [from, to] = [`${index.label}/torch${index.torch}`, fitting].map((part) => `/mmcv/dist/${part}`) as [
    string,
    string,
  ];
  const isKnown = cuda !== undefined && torch !== undefined;
  return {
    message: `the MMCV index ${index.url} ${wrong.join(" and ")}: ${effect}`,
    remedy: `Use https://download.openmmlab.com/mmcv/dist/${fitting}/index.html.`,
    locations: [location, ...locations],
    ...(isMild ? { severity: "warning" as const } : {}),
    ...(isKnown
      ? fixOf(`Take the MMCV index ${fitting}`, "safe", replaceInLine(image, location, from, to))
      : {}),
  };
}

function* ofPolicy(
  { policy, model }: Image,
  { index, location }: Place,
  expected: Expectation | undefined,
): Generator<Report> {
  const { name, mmcvIndex } = policy;
  if (mmcvIndex === undefined || isAsked(index, mmcvIndex)) return;
  const url = `https://download.openmmlab.com/mmcv/dist/${mmcvIndex}/index.html`;
  yield {
    message: `the MMCV index ${index.url} is ${index.label}/torch${index.torch}, and the policy ${name} asks for ${mmcvIndex}`,
    remedy: expected ? `Build on the torch and CUDA of ${mmcvIndex}, or change the policy.` : `Use ${url}.`,
    locations: [location, ...(expected?.locations ?? [])],
    // A model of another CUDA needs another index, whatever the others of its policy use.
    ...(model === undefined ? {} : { severity: "info" as const }),
  };
}

/** What model.yaml says, and the base where it says the same. */
function modelExpectation({ model, source, targets, at }: Image): Expectation | undefined {
  if (model === undefined) return undefined;
  const root = targets.at(-1) && chainOf(targets.at(-1) as never)[0];
  const base = root?.base.reference === undefined ? undefined : baseFacts(root.base.reference);
  // On a base without torch, pip's torch brings the CUDA that MMCV has to match: the base's says nothing.
  const facts = base?.torch === undefined ? undefined : base;
  const { cuda } = model.environment;
  const locations: Location[] = [];
  if (root && facts?.cuda !== undefined && agree(facts.cuda, cuda))
    locations.push(at(root.base.word.position, `the base image has ${inWords(facts)}`));
  locations.push(...modelLine(source, "cuda", cuda, `model.yaml says CUDA ${cuda}`));
  return { cuda, torch: model.packages.torch ?? facts?.torch, locations, sure: true };
}

/** The torch that is there when pip has run, and the CUDA it was built for. */
function environmentExpectation(environment: Environment): Expectation | undefined {
  const torch = torchOf(environment);
  if (torch === undefined) return undefined;
  const { version, cuda, sure, from, location } = torch;
  const note = from === "base" ? (location.note ?? "") : `installs torch ${version}`;
  return { cuda, torch: version, locations: [noted(torch, note)], sure };
}

/** What is known behind a command, and behind the first that uses a URL, wherever that stands. */
function usersOf(image: Image): Map<ShellCommand | string, Environment> {
  const users = new Map<ShellCommand | string, Environment>();
  for (const { command, installs, after } of momentsOf(image)) {
    users.set(command, after);
    const words = command.words.map(({ value }) => value);
    const uses = [...new Set(installs.map(({ options }) => options))];
    const urls = [
      ...words.flatMap(mmcvIndexesIn),
      ...uses.flatMap((options) => mmcvIndexesOf(options).map(({ index }) => index)),
    ];
    for (const { url } of urls) if (!users.has(url)) users.set(url, after);
  }
  return users;
}

function* placesOf(image: Image): Generator<Place> {
  const { dockerfile, source } = image;
  const assigned = dockerfile.instructions
    .filter(({ keyword }) => keyword === "ENV" || keyword === "ARG")
    .flatMap(({ assignments }) => assignments);
  for (const { value = "", position } of assigned) yield* placesIn(value, image.at(position), undefined);
  for (const command of image.commands) {
    const { words, redirects } = command;
    for (const { value, text, position } of [...words, ...redirects.map(({ target }) => target)]) {
      // Of a URL that a variable holds, the variable's own line is the place to change.
      for (const place of placesIn(value, image.at(position), command)) {
        const { url } = place.index;
        if (text.includes(url) || !assigned.some((one) => one.value?.includes(url))) yield place;
      }
    }
  }
  for (const { path, options, requirements } of image.requirements) {
    for (const { value, position } of options) yield* placesIn(value, locate(path, position), undefined);
    for (const { url, position } of requirements) {
      if (url) yield* placesIn(url, locate(path, position), undefined);
    }
  }
  const mmcvFindLinks = image.model?.mmcvFindLinks;
  const [line] = mmcvFindLinks ? modelLine(source, "mmcvFindLinks", mmcvFindLinks, "mmcvFindLinks") : [];
  if (mmcvFindLinks && line) yield* placesIn(mmcvFindLinks, line, undefined);
}

function* placesIn(text: string, location: Location, command: ShellCommand | undefined): Generator<Place> {
  for (const index of mmcvIndexesIn(text)) yield { index, location, command };
}
