import { defineAction, type Host, recordStep } from "@mia/action-kit";
import { type Policy, staleFindings } from "@mia/dockerfile";
import type { Finding, VerifyResult } from "@mia/step-result";
import { goneFiles, readBaseline, writeBaseline } from "./baseline-input.ts";
import { inputs } from "./inputs.ts";
import { type Judged, judge, type Measure } from "./judge.ts";
import { lineOf } from "./line-of.ts";
import { mend, writeMended } from "./mend.ts";
import { Network } from "./online.ts";
import { type Part, partsOf } from "./parts.ts";
import { choosePolicies } from "./policies.ts";
import { writeSarif } from "./sarif-file.ts";
import { chooseFirst, chooseScope } from "./scope.ts";
import { SourceReader } from "./source-reader.ts";
import { findSubjects } from "./subjects.ts";

/** Whether images keep their promises. One record a model, one for all other Dockerfiles; a broken one does not stop the others. */
export const verifyDockerfile = defineAction({
  name: "verify-dockerfile",
  description:
    "Checks that image folders and Dockerfiles keep their promises: versions that fit, a non-root user, no secrets, a small build context.",
  positional: "models",
  inputs,
  outputs: {
    findings: "Number of findings of any severity, over all models and Dockerfiles.",
    errors: "Number of findings of severity error, over all models and Dockerfiles.",
    fixed: "Number of findings that were mended.",
    sarif: "The SARIF file, where one was asked for.",
  },
  async run(given, host) {
    const policies = await choosePolicies(host, given.policy);
    const subjects = await findSubjects(host, given["images-dir"], given.models);
    const parts = partsOf(host, subjects, policies, given.context);
    for (const { path, why } of subjects.skipped.slice(0, 20)) host.log.info(`skipped ${path}: ${why}`);
    const baselineFile = given["write-baseline"] ? undefined : given.baseline;
    const baseline = baselineFile === undefined ? undefined : await readBaseline(host, baselineFile);
    // Said once, with the first record.
    let gone = baseline ? await goneFiles(host, baseline) : new Set<string>();
    const fixed = {
      minSeverity: given["min-severity"],
      minConfidence: given["min-confidence"],
      ignores: policies.ignores,
      baseline,
      inScope: await chooseScope(host, given.scope, given.base),
    };
    const measureOf = ({ enforced }: Policy): Measure => ({ ...fixed, enforced, gone });

    const network = given.online ? new Network(host) : undefined;
    const mended =
      given.fix === "off" ? undefined : await mendAll(host, parts, measureOf, given.fix, network);
    if (mended && !given.diff) await writeMended(host, mended);

    const reader = new SourceReader(host);
    const judged: Judged[] = [];
    const records: VerifyResult[] = [];
    for (const part of parts) {
      const failOn = given["write-baseline"] ? "never" : given["fail-on"];
      const record = await recordStep(
        host,
        part.seed,
        async (draft) => {
          const checked = await part.check(reader);
          draft.context = checked.size;
          const own = judge(checked, measureOf(part.policy));
          if (network) own.findings = await network.answer(checked.images, own.findings);
          gone = new Set();
          judged.push(own);
          const stale = given.scope === "all" ? staleFindings(own.stale, baselineFile ?? "") : [];
          draft.findings = [...own.findings, ...stale].slice(0, maxFindings);
          draft.suppressed = own.suppressed;
          draft.skipped = [...(draft.skipped ?? []), ...checked.unreadable].slice(0, 1000);
          if (own.findings.length > maxFindings)
            host.log.warn(`${own.findings.length} findings; the worst ${maxFindings} are recorded`);
          if (checked.failure) throw checked.failure;
        },
        failOn,
      );
      records.push(record);
      host.log.info(lineOf(record));
    }
    const findings = judged.flatMap((one) => one.findings);
    const files: string[] = [];
    if (given["write-baseline"]) {
      const file = given.baseline ?? defaultBaseline;
      const enforced = [...policies.model.enforced, ...policies.plain.enforced];
      await writeBaseline(
        host,
        file,
        judged.flatMap((one) => one.all),
        enforced,
      );
      files.push(file);
    }
    if (given.sarif !== undefined) {
      await writeSarif(
        host,
        given.sarif,
        findings,
        judged.flatMap((one) => one.excused),
      );
      files.push(given.sarif);
    }
    const inDiff = given.scope === "all" ? await chooseFirst(host, findings) : undefined;
    const lines = new Map<string, readonly string[]>();
    return {
      records,
      files,
      source: (file) => {
        const known = lines.get(file) ?? reader.texts.get(file)?.split(/\r?\n/);
        if (known) lines.set(file, known);
        return known;
      },
      ...(inDiff && { inDiff }),
      ...(mended && given.diff && { print: mended.diff }),
      outputs: {
        findings: String(findings.length),
        errors: String(findings.filter(({ severity }) => severity === "error").length),
        fixed: String(mended?.fixed ?? 0),
        sarif: given.sarif ?? "",
      },
    };
  },
});

/** More would fill a record that nobody reads to its end. The worst come first. */
const maxFindings = 1000;

const defaultBaseline = "mia-baseline.json";

/** What the fixes of all findings that count make of the files. */
async function mendAll(
  host: Host,
  parts: readonly Part[],
  measureOf: (policy: Policy) => Measure,
  safety: "safe" | "unsafe",
  network: Network | undefined,
) {
  const check = async (reader: SourceReader): Promise<Finding[]> => {
    const found: Finding[] = [];
    for (const part of parts) {
      const checked = await part.check(reader);
      const { findings } = judge(checked, measureOf(part.policy));
      found.push(...(network ? await network.answer(checked.images, findings) : findings));
    }
    return found;
  };
  const reader = new SourceReader(host);
  const findings = await check(reader);
  const dockerfiles = new Set(parts.flatMap((part) => part.dockerfiles));
  const again = (changed: ReadonlyMap<string, string>) => check(new SourceReader(host, changed));
  const mended = await mend(reader.texts, findings, safety, again, dockerfiles);
  host.log.info(`${mended.fixed} finding${mended.fixed === 1 ? "" : "s"} mended`);
  for (const { finding, why } of mended.left) {
    const { file = "", line = 1 } = finding.locations[0] ?? {};
    host.log.info(`${file}:${line}: ${finding.rule} is left: ${why}`);
  }
  return mended;
}
