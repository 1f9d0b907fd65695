import { type Host, rulePages } from "@mia/action-kit";
import { ruleList } from "@mia/dockerfile";
import type { Finding } from "@mia/step-result";
import manifest from "../../../package.json" with { type: "json" };
import type { Judged } from "./judge.ts";

/** Where no runner says which repository the action came from. */
const home = "https://github.com/OWNER/model-image-actions/blob/HEAD/docs/rules";

/** Writes findings for code scanning. The renderer loads only here: most runs need none. */
export async function writeSarif(
  host: Host,
  file: string,
  findings: readonly Finding[],
  excused: Judged["excused"],
): Promise<void> {
  const [{ renderSarif }, { gzipSync }] = await Promise.all([
    import("@mia/summary/sarif"),
    import("node:zlib"),
  ]);
  const pages = rulePages(host) ?? home;
  const rules = ruleList.map(({ code, id, description, severity, confidence }) => ({
    code,
    id,
    description,
    severity,
    confidence,
    helpUri: `${pages}/${id}.md`,
    // Secrets and doors, which code scanning counts as security: high for an error, medium for the others.
    ...(/^MIA3(?:0[4-9]|1\d)$/.test(code) && { securitySeverity: severity === "error" ? 8 : 5 }),
  }));
  // What code scanning limits is the packed size.
  const packedBytes = (text: string): number => gzipSync(text).length;
  const tool = { name: "model-image-actions", version: manifest.version, informationUri: pages, rules };
  const suppressed = excused.map(({ finding, reason, by }) => ({
    ...finding,
    suppressed: { kind: by === "comment" ? ("inSource" as const) : ("external" as const), reason },
  }));
  await host.files.write(file, renderSarif([...findings, ...suppressed], { tool, packedBytes }));
}
