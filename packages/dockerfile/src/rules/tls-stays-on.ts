import type { Rule } from "../rule.ts";
import { insecureConfigurations } from "../tls/insecure-configurations.ts";
import { insecureDownloads } from "../tls/insecure-downloads.ts";
import { insecureVariables } from "../tls/insecure-variables.ts";

export const tlsStaysOn: Rule = {
  code: "MIA310",
  id: "tls-stays-on",
  description: "No download, and no program of the image, takes what somebody on the way may have changed.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    yield* insecureVariables(image);
    yield* insecureDownloads(image);
    yield* insecureConfigurations(image);
  },
};
