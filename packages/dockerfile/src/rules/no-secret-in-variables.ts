import type { Rule } from "../rule.ts";
import { commandSecrets } from "../secrets/command-secrets.ts";
import { copiedCredentials, credentialsInFolders } from "../secrets/credential-files.ts";
import { keptLogins } from "../secrets/program-logins.ts";
import { secretArguments } from "../secrets/secret-arguments.ts";
import { secretVariables } from "../secrets/secret-variables.ts";
import { tokensInDockerfile, tokensInFiles } from "../secrets/written-tokens.ts";

export const noSecretInVariables: Rule = {
  code: "MIA311",
  id: "no-secret-in-variables",
  description:
    "No token, key or other secret stands in the Dockerfile, its variables, its scripts, or a file that COPY brings.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    // One place is one finding, whatever ways lead to it.
    const seen = new Set<string>();
    const parts = [
      tokensInDockerfile(image),
      tokensInFiles(image),
      keptLogins(image),
      commandSecrets(image),
      copiedCredentials(image),
      credentialsInFolders(image),
      secretVariables(image),
      secretArguments(image),
    ];
    for (const report of parts.flatMap((part) => [...part])) {
      const [place] = report.locations;
      const key = `${place?.file}:${place?.line}`;
      if (!seen.has(key)) yield report;
      seen.add(key);
    }
  },
};
