import { type Host, recordStep } from "@mia/action-kit";
import { staleFindings, worstFirst } from "@mia/dockerfile";
import type { Finding, Severity, VerifyResult } from "@mia/step-result";
import { type Judged, judge, type Measure } from "./judge.ts";
import type { Network } from "./network.ts";
import type { Part } from "./parts.ts";
import type { SourceReader } from "./source-reader.ts";

export interface PartSettings {
  reader: SourceReader;
  measure: Measure;
  network: Network | undefined;
  failOn: Severity | "never";
  /** The baseline file whose entries are told that nothing needs them any more; undefined where the run is about less than all. */
  staleIn: string | undefined;
  /** What is to be said besides, once this part is judged. */
  besides: (own: Judged) => Finding[];
}

/** More would fill a record that nobody reads to its end. The worst come first. */
const maxFindings = 1000;

/** The record of one part, and what was judged for it; without the latter where the part could not be checked. */
export async function verifyPart(
  host: Host,
  part: Part,
  { reader, measure, network, failOn, staleIn, besides }: PartSettings,
): Promise<{ record: VerifyResult; own: Judged | undefined }> {
  let own: Judged | undefined;
  const record = await recordStep(
    host,
    part.seed,
    async (draft) => {
      const checked = await part.check(reader);
      draft.context = checked.size;
      const judged = judge(checked, measure);
      if (network) judged.findings = await network.answer(checked.images, judged.findings);
      judged.findings = [...judged.findings, ...besides(judged)].sort(worstFirst);
      own = judged;
      const stale = staleIn === undefined ? [] : staleFindings(judged.stale, staleIn);
      draft.findings = [...judged.findings, ...stale].slice(0, maxFindings);
      draft.suppressed = judged.suppressed;
      draft.skipped = [...(draft.skipped ?? []), ...checked.unreadable].slice(0, 1000);
      if (judged.findings.length > maxFindings)
        host.log.warn(`${judged.findings.length} findings; the worst ${maxFindings} are recorded`);
      if (checked.failure) throw checked.failure;
    },
    failOn,
  );
  return { record, own };
}
