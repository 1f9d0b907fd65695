import type { Image } from "../image.ts";
import type { Report } from "../rule.ts";
import { copiedFiles } from "../stages/copied-files.ts";

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

/** COPY of such a file. What stands in it is not looked at. */
export function* copiedCredentials(image: Image): Generator<Report> {
  for (const { kind, source, keyword, position } of copiedFiles(image)) {
    const match = kind === "context" ? credentialFiles.find(([pattern]) => pattern.test(source)) : undefined;
    if (match === undefined) continue;
    yield {
      message: `${keyword} puts ${source.slice(0, 200)} into the image: ${match[1] ? "such a file holds credentials" : "such files often hold credentials"}, and the layer keeps it`,
      remedy:
        "Put it into .dockerignore. A build gets it by `RUN --mount=type=secret,id=...,target=...`, a container when it starts.",
      locations: [image.at(position)],
      ...(match[1] ? {} : { severity: "warning" as const, confidence: "medium" as const }),
    };
  }
}
