import type { Report } from "../rule.ts";

/** The same finding once: a file that several stages install is read as often. */
export function* uniqueReports(reports: Iterable<Report | undefined>): Generator<Report> {
  const seen = new Set<string>();
  for (const report of reports) {
    if (report === undefined) continue;
    const [place] = report.locations;
    const key = `${place?.file}:${place?.line}:${place?.column}:${report.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    yield report;
  }
}
