import { defineAction, failureOf, type Host, lines, optionalText, recordStep, text } from "@mia/action-kit";
import type { ReportResult, StepResult } from "@mia/step-result";
import { type JudgedReport, judgedReport } from "./judged-report.ts";
import { type PageWishes, writePages } from "./pages.ts";
import { type FoundRecords, readFolders } from "./read-folders.ts";
import { refusedFindings } from "./refused-findings.ts";

const inputs = {
  records: lines({
    description:
      "Folders that hold records, one a line; records may also stand one folder down, as downloaded artifacts do. Default: results-dir.",
    placeholder: "FOLDER",
  }),
  html: optionalText({
    description: "File to write the page to as self-contained HTML. Default: none is written.",
    placeholder: "FILE",
  }),
  markdown: optionalText({
    description:
      "File to write the page to as Markdown. Default: none is written; the job summary shows it anyhow.",
    placeholder: "FILE",
  }),
  title: text({ description: "Title of the HTML page.", default: "Model images", placeholder: "TEXT" }),
};

export const report = defineAction({
  name: "report",
  description:
    "Compares the records of all steps with the plan and says in one page whether the change may be merged.",
  inputs,
  outputs: {
    verdict: "passed, failed, missing (a planned step left no record) or skipped.",
    sentence: "The verdict in one sentence.",
    html: "The HTML file that was written, or empty.",
    markdown: "The Markdown file that was written, or empty.",
  },
  positional: "records",
  async run(given, host) {
    const folders = given.records.length > 0 ? given.records : [given["results-dir"]];
    const found = await readFolders(host, folders);
    for (const folder of found.absent)
      host.log.warn(`there is no folder ${folder}: no record was read from it`);
    const judged = judgedReport(found.records, found.refused.length, folders.join(", "));
    const record = await reportRecord(host, found, judged);
    const shown = [record, ...found.records];
    const files = await pagesOrFailure(host, given, shown, record);
    host.log.info(record.sentence);
    for (const file of files) host.log.info(`wrote ${file}`);
    const outputs = {
      verdict: judged.verdict,
      sentence: record.sentence.replace(/\s+/g, " "),
      html: written(given.html, files),
      markdown: written(given.markdown, files),
    };
    return { records: [record], summary: shown, files, outputs };
  },
});

function reportRecord(host: Host, found: FoundRecords, judged: JudgedReport): Promise<ReportResult> {
  const { sentence, rows, evidence, replacedContexts, failure } = judged;
  return recordStep(host, { step: "report", sentence, rows }, async (draft) => {
    Object.assign(draft, { evidence, replacedContexts, findings: refusedFindings(found.refused) });
    if (failure) throw failure;
  });
}

/** A page that cannot be written fails the step, but the verdict is known by then and must not be lost. */
async function pagesOrFailure(
  host: Host,
  wishes: PageWishes,
  shown: StepResult[],
  record: ReportResult,
): Promise<string[]> {
  try {
    return await writePages(host, wishes, shown);
  } catch (thrown) {
    const failure = failureOf(thrown);
    host.log.warn(`${failure.message}. ${failure.remedy}`);
    record.status = "failed";
    record.failure ??= failure;
    return [];
  }
}

function written(path: string | undefined, files: readonly string[]): string {
  return path !== undefined && files.includes(path) ? path : "";
}
