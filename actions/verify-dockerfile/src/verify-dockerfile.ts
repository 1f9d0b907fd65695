import { defineAction } from "@mia/action-kit";
import type { Policy } from "@mia/dockerfile";
import type { VerifyResult } from "@mia/step-result";
import { goneFiles, readBaseline, writeBaseline } from "./baseline-input.ts";
import { inputs } from "./inputs.ts";
import type { Judged, Measure } from "./judge.ts";
import { lineOf } from "./line-of.ts";
import { maskSecrets } from "./mask-secrets.ts";
import { writeMended } from "./mend.ts";
import { mendParts } from "./mend-parts.ts";
import { Network } from "./network.ts";
import { partsOf } from "./parts.ts";
import { choosePolicies } from "./policies.ts";
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
      given.fix === "off" ? undefined : await mendParts(host, parts, measureOf, given.fix, network);
    if (mended && !given.diff) await writeMended(host, mended);

    const reader = new SourceReader(host);
    const judged: Judged[] = [];
    const records: VerifyResult[] = [];
    const failOn = given["write-baseline"] ? "never" : given["fail-on"];
    const staleIn = given.scope === "all" ? (baselineFile ?? "") : undefined;
    for (const part of parts) {
      const measure = measureOf(part.policy);
      const { record, own } = await verifyPart(host, part, { reader, measure, network, failOn, staleIn });
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
        fixed: String(mended?.fixed ?? 0),
        sarif: given.sarif ?? "",
      },
    };
  },
});

const defaultBaseline = "mia-baseline.json";
