import type { Host } from "@mia/action-kit";
import { ruleList } from "@mia/dockerfile";
import type { Finding } from "@mia/step-result";
import manifest from "../../../package.json" with { type: "json" };
import type { Judged } from "./judge.ts";
import { rulePages } from "./rule-pages.ts";

/** Writes findings for code scanning. The renderer loads only here: most runs need none. */
export async function writeSarif(
  host: Host,
  file: string,
  findings: readonly Finding[],
  excused: Judged["excused"],
): Promise<void> {
  const { renderSarif } = await import("@mia/summary/sarif");
  const pages = rulePages(host.env);
  const rules = ruleList.map(({ code, id, description, severity, confidence }) => ({
    code,
    id,
    description,
    severity,
    confidence,
    helpUri: `${pages}/${id}.md`,
  }));
  const tool = { name: "model-image-actions", version: manifest.version, informationUri: pages, rules };
  const suppressed = excused.map(({ finding, reason }) => ({
    ...finding,
    suppressed: { kind: "inSource" as const, reason },
  }));
  await host.files.write(file, renderSarif([...findings, ...suppressed], { tool }));
}
