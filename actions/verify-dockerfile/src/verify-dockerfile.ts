import { defineAction } from "@mia/action-kit";
import type { Policy } from "@mia/dockerfile";
import type { Finding, VerifyResult } from "@mia/step-result";
import { baselineLine, defaultBaseline, goneFiles, readBaseline, writeBaseline } from "./baseline-input.ts";
import { checkOptions } from "./check-options.ts";
import { inputs } from "./inputs.ts";
import { isWeighty, type Judged, type Measure } from "./judge.ts";
import { lineOf } from "./line-of.ts";
import { maskSecrets } from "./mask-secrets.ts";
import { writeMended } from "./mend.ts";
import { mendParts } from "./mend-parts.ts";
import { mendedLines } from "./mended-lines.ts";
import { Network } from "./network.ts";
import { partsOf } from "./parts.ts";
import { choosePolicies } from "./policies.ts";
import { policyFindings } from "./policy-findings.ts";
import { writeSarif } from "./sarif-file.ts";
import { chooseFirst, chooseScope } from "./scope.ts";
import { SourceReader } from "./source-reader.ts";
import { findSubjects } from "./subjects.ts";
import { verifyPart } from "./verify-part.ts";

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
    await checkOptions(host, given);
    const policies = await choosePolicies(host, given.policy);
    const subjects = await findSubjects(host, given["images-dir"], given.models);
    const parts = partsOf(host, subjects, policies, given.context);
    if (given.context !== undefined && subjects.dockerfiles.length === 0)
      host.log.warn("context is not used: the build context of a model is its own folder");
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
      given.fix === "off" ? undefined : await mendParts(host, parts, measureOf, given.fix, network);
    if (mended && !given.diff) await writeMended(host, mended);
    for (const line of mended ? mendedLines(mended, given.diff) : []) host.log.info(line);

    const reader = new SourceReader(host);
    const judged: Judged[] = [];
    const records: VerifyResult[] = [];
    const failOn = given["write-baseline"] ? "never" : given["fail-on"];
    const staleIn = given.scope === "all" ? (baselineFile ?? "") : undefined;
    const { own: policyFile } = policies;
    if (policyFile) reader.texts.set(policyFile.place.file, policyFile.text);
    const reach = {
      whole: given.models.length === 0 && given.scope === "all",
      folders: subjects.models.length > 0 ? [host.files.relative(given["images-dir"])] : undefined,
    };
    // Said once, with the last record: only then it is known what nothing needed.
    const ofPolicy = (own: Judged): Finding[] =>
      policyFile && records.length === parts.length - 1
        ? policyFindings(policyFile, policies.model, [...judged, own], {
            ...reach,
            whole: reach.whole && judged.length === records.length,
          }).filter((finding) => isWeighty(finding, fixed) && fixed.inScope(finding))
        : [];
    for (const part of parts) {
      const measure = measureOf(part.policy);
      const settings = { reader, measure, network, failOn, staleIn, besides: ofPolicy };
      const { record, own } = await verifyPart(host, part, settings);
      if (own) {
        gone = new Set();
        judged.push(own);
      }
      records.push(record);
      host.log.info(lineOf(record));
    }
    const findings = judged.flatMap((one) => one.findings);
    const files: string[] = [];
    if (given["write-baseline"]) {
      const file = given.baseline ?? defaultBaseline;
      const enforced = [...policies.model.enforced, ...policies.plain.enforced];
      host.log.info(baselineLine(file, await writeBaseline(host, file, judged, enforced)));
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
    const everything = judged.flatMap(({ all, excused }) => [
      ...all,
      ...excused.map(({ finding }) => finding),
    ]);
    const lines = new Map<string, readonly string[]>();
    return {
      records,
      files,
      source: (file) => {
        const text = lines.has(file) ? undefined : reader.texts.get(file);
        if (text !== undefined) lines.set(file, maskSecrets(file, text.split(/\r?\n/), everything));
        return lines.get(file);
      },
      ...(inDiff && { inDiff }),
      ...(mended && given.diff && { print: mended.diff }),
      outputs: {
        findings: String(findings.length),
        errors: String(findings.filter(({ severity }) => severity === "error").length),
        fixed: String(mended?.applied.length ?? 0),
        sarif: given.sarif ?? "",
      },
    };
  },
});
