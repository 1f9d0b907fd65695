import * as z from "zod";

const maxEntries = 5000;
const Config = z.object({
  history: z
    .array(z.object({ created_by: z.string().optional(), empty_layer: z.boolean().optional() }))
    .max(maxEntries)
    .nullish(),
});
const HistoryLine = z.object({ CreatedBy: z.string(), Size: z.string() });

/** Prints the configuration of a pushed image of one platform, for `layerInstructions`. */
export function configArguments(reference: string): string[] {
  return ["buildx", "imagetools", "inspect", "--format", "{{json .Image}}", reference];
}

/** The instruction behind each layer, first layer first, out of an image's configuration. Empty where it has no history. */
export function layerInstructions(config: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(config);
  } catch {
    return [];
  }
  const parsed = Config.safeParse(value);
  if (!parsed.success) return [];
  return (parsed.data.history ?? [])
    .filter(({ empty_layer }) => empty_layer !== true)
    .map(({ created_by }) => readableInstruction(created_by ?? ""));
}

/** Prints the history of an image in the engine, newest first. */
export function historyArguments(image: string): string[] {
  return ["history", "--no-trunc", "--human=false", "--format", "json", image];
}

/** Instructions of `docker history`, first one first, with the unpacked bytes of each; entries without bytes are left out. */
export function parseHistory(text: string): { instruction: string; bytes: number }[] {
  return text
    .split("\n")
    .slice(0, maxEntries)
    .flatMap((line) => {
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        return [];
      }
      const parsed = HistoryLine.safeParse(value);
      const bytes = parsed.success && /^\d{1,15}$/.test(parsed.data.Size) ? Number(parsed.data.Size) : 0;
      return parsed.success && bytes > 0
        ? [{ instruction: readableInstruction(parsed.data.CreatedBy), bytes }]
        : [];
    })
    .reverse();
}

/**
 * As the Dockerfile had it: BuildKit adds `# buildkit` and the shell, the legacy builder put `#(nop)` before what ran nothing.
 */
function readableInstruction(text: string): string {
  return text
    .slice(0, 2000)
    .replace(/^\/bin\/sh -c #\(nop\) +/, "")
    .replace(/^(?:\|\d+ [^\n]* )?\/bin\/sh -c /, "RUN ")
    .replace(/^RUN (?:\|\d+ [^\n]*? )?\/bin\/sh -c /, "RUN ")
    .replace(/ # buildkit$/, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 500);
}
