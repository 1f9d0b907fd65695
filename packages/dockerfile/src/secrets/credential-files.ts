import type { Image } from "../image.ts";
import type { Report } from "../rule.ts";
import { copiedFiles } from "../stages/copied-files.ts";
import { inCopiedFolders } from "../stages/copied-folders.ts";
import { chainOf } from "../stages/stage.ts";
import { byCopy, isExample, pathsNamed } from "./listed-files.ts";

/** Files whose name says that they hold credentials. */
const credentialFiles: [pattern: RegExp, certain: boolean][] = [
  [/(?:^|\/)\.(?:netrc|pypirc|git-credentials|pgpass|my\.cnf)$/, true],
  [/(?:^|\/)\.aws\/credentials$/, true],
  [/(?:^|\/)(?:\.kaggle\/)?kaggle\.json$/, true],
  [/(?:^|\/)application_default_credentials\.json$/, true],
  [/(?:^|\/)\.docker\/config\.json$/, false],
  [/(?:^|\/)\.(?:aws|kaggle|docker|gnupg)$/, false],
  [/(?:^|\/)\.env(?:\.(?:local|production|prod))?$/, false],
];

const remedy =
  "Put it into .dockerignore. A build gets it by `RUN --mount=type=secret,id=...,target=...`, a container when it starts.";

/** COPY of such a file. What stands in it is not looked at. */
export function* copiedCredentials(image: Image): Generator<Report> {
  for (const { kind, source, keyword, position } of copiedFiles(image)) {
    const match = kind === "context" ? credentialFiles.find(([pattern]) => pattern.test(source)) : undefined;
    if (match === undefined) continue;
    yield {
      message: `${keyword} puts ${source.slice(0, 200)} into the image: ${match[1] ? "such a file holds credentials" : "such files often hold credentials"}, and the layer keeps it`,
      remedy,
      locations: [image.at(position)],
      ...(match[1] ? {} : { severity: "warning" as const, confidence: "medium" as const }),
    };
  }
}

/** Their names inside of copied folders. */
const inFolders = [
  "**/.netrc",
  "**/.pypirc",
  "**/.git-credentials",
  "**/.pgpass",
  "**/.aws/credentials",
  "**/kaggle.json",
  "**/application_default_credentials.json",
  "**/.env",
  "**/.env.local",
  "**/.env.production",
];

/** COPY of a folder that holds such files, by what lies there and .dockerignore leaves. */
export function* credentialsInFolders(image: Image): Generator<Report> {
  const files = inFolders
    .flatMap((pattern) => inCopiedFolders(image, pattern))
    .filter(({ path }) => !isExample(path));
  const shipped = new Set(image.targets.flatMap(chainOf));
  for (const [{ keyword, position, source, step }, paths] of byCopy(files)) {
    const isCertain = (path: string): boolean =>
      credentialFiles.some(([pattern, certain]) => certain && pattern.test(path));
    const certain = paths.filter(isCertain);
    const isShipped = shipped.has(step.stage);
    // What often holds none, in a stage that nobody gets, is no finding.
    if (certain.length === 0 && !isShipped) continue;
    const said = certain.length > 0 ? certain : paths;
    const why = certain.length > 0 ? "such files hold credentials" : "such files often hold credentials";
    yield {
      message: `${keyword} of ${source === "" ? "the whole context" : source.slice(0, 200)} puts ${pathsNamed(said)} into the image: ${why}, and the layer keeps it`,
      remedy,
      locations: [image.at(position)],
      ...(certain.length > 0 && isShipped
        ? {}
        : { severity: "warning" as const, confidence: "medium" as const }),
    };
  }
}
