import { type Host, StepFailure, sourceLinks } from "@mia/action-kit";
import type { StepResult } from "@mia/step-result";
import { renderHtml, renderSummary } from "@mia/summary";

/** What a job summary may weigh, so that the file can be put into one. */
const maxMarkdownBytes = 1_000_000;

export interface PageWishes {
  title: string;
  html: string | undefined;
  markdown: string | undefined;
}

/** Writes the pages that were asked for and returns their paths. Throws a StepFailure that names the input. */
export async function writePages(host: Host, wishes: PageWishes, records: StepResult[]): Promise<string[]> {
  const { title, html, markdown } = wishes;
  const links = await sourceLinks(host);
  const options = links ? { links } : {};
  if (html !== undefined) await write(host, "html", html, renderHtml(records, { ...options, title }));
  if (markdown !== undefined) {
    const text = renderSummary(records, { ...options, maxBytes: maxMarkdownBytes });
    await write(host, "markdown", markdown, text);
  }
  return [html, markdown].filter((path) => path !== undefined);
}

async function write(host: Host, input: string, path: string, content: string): Promise<void> {
  try {
    await host.files.write(path, content);
  } catch (cause) {
    const message = `input ${JSON.stringify(input)}: cannot write ${path}: ${(cause as Error).message}`;
    const remedy = "Name a file in a folder that this user may write to.";
    throw new StepFailure({ code: "invalid-input", message, remedy }, { cause });
  }
}
