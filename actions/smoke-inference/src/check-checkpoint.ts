import { type Host, StepFailure } from "@mia/action-kit";
import { headBytes, sniffCheckpoint } from "@mia/checkpoint";

/**
 * Throws `checkpoint-missing` or `checkpoint-unreadable` for a file that torch.load could not even begin to read. The path
 * is told as it was given, which is how the caller knows it.
 */
export async function checkCheckpoint(host: Host, path: string): Promise<void> {
  const kind = await host.files.kind(path);
  if (kind !== "file")
    throw new StepFailure({
      code: "checkpoint-missing",
      message:
        kind === undefined
          ? `there is no checkpoint ${path}`
          : `the checkpoint ${path} is a ${kind}, not a file`,
      remedy: "Download the weights first; checkpoint.url in model.yaml says where upstream publishes them.",
    });
  const head = await host.files.readHead(path, headBytes);
  const sniffed = sniffCheckpoint(head, await sizeOf(host, path));
  host.log.info(`checkpoint ${path}: ${sniffed.sentence}`);
  if (sniffed.usable) return;
  throw new StepFailure({
    code: "checkpoint-unreadable",
    message: `the checkpoint ${path} cannot be loaded: ${sniffed.sentence}`,
    remedy: sniffed.remedy,
  });
}

/** Null for a link: listing does not follow it. */
async function sizeOf(host: Host, path: string): Promise<number | null> {
  const absolute = host.files.absolute(path);
  const cut = absolute.lastIndexOf("/");
  const entries = await host.files.list(absolute.slice(0, cut) || "/");
  const entry = entries.find(({ name }) => name === absolute.slice(cut + 1));
  return entry?.kind === "file" ? entry.bytes : null;
}
