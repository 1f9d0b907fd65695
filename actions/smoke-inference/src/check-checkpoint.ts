import { type Host, StepFailure } from "@mia/action-kit";
import { headBytes, sniffCheckpoint } from "@mia/checkpoint";

/**
 * Throws `checkpoint-missing` or `checkpoint-unreadable` for a file that torch.load could not even begin to read. The path
 * is told as it was given, which is how the caller knows it. Returns the file's bytes; null where they are not known.
 */
export async function checkCheckpoint(host: Host, path: string): Promise<number | null> {
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
  const bytes = await sizeOf(host, path);
  const sniffed = sniffCheckpoint(head, bytes);
  host.log.info(`checkpoint ${path}: ${sniffed.sentence}`);
  if (sniffed.usable) return bytes;
  throw new StepFailure({
    code: "checkpoint-unreadable",
    message: `the checkpoint ${path} cannot be loaded: ${sniffed.sentence}`,
    remedy: sniffed.remedy,
  });
}

/** Caches of downloads are full of links, which `entry` does not follow; `stat` does. */
async function sizeOf(host: Host, path: string): Promise<number | null> {
  const entry = await host.files.entry(path);
  if (entry?.kind === "file") return entry.bytes;
  const args = ["--dereference", "--format=%s", "--", host.files.absolute(path)];
  const { code, stdout } = await host.exec("stat", args, { deadlineMs: 10_000 });
  return code === 0 && /^\d{1,15}\n$/.test(stdout) ? Number(stdout) : null;
}
