import { type Host, StepFailure } from "@mia/action-kit";
import { headBytes, sniffCheckpoint } from "@mia/checkpoint";

const kinds = { file: "a file", folder: "a folder", link: "a link", other: "a device or a pipe" } as const;

/**
 * Throws `checkpoint-missing` or `checkpoint-unreadable` for a file that torch.load could not even begin to read. The path
 * is told as it was given, which is how the caller knows it. Returns the file's bytes.
 */
export async function checkCheckpoint(host: Host, path: string): Promise<number> {
  // Caches of downloads are full of links.
  const entry = await host.files.entry(path, { followLinks: true });
  if (entry?.kind !== "file")
    throw new StepFailure({
      code: "checkpoint-missing",
      message:
        entry === undefined
          ? `there is no checkpoint ${path}`
          : `the checkpoint ${path} is ${kinds[entry.kind]}, not a file`,
      remedy: "Download the weights first; checkpoint.url in model.yaml says where upstream publishes them.",
    });
  const head = await host.files.readHead(path, headBytes);
  const sniffed = sniffCheckpoint(head, entry.bytes);
  host.log.info(`checkpoint ${path}: ${sniffed.sentence}`);
  if (sniffed.usable) return entry.bytes;
  throw new StepFailure({
    code: "checkpoint-unreadable",
    message: `the checkpoint ${path} cannot be loaded: ${sniffed.sentence}`,
    remedy: sniffed.remedy,
  });
}
