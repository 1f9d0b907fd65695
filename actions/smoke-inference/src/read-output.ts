import { type Host, StepFailure } from "@mia/action-kit";
import { outputName } from "./container-spec.ts";

/** What the container left in its output folder. */
export type OutputFile =
  | { kind: "text"; text: string }
  | { kind: "missing" }
  | { kind: "too-large"; bytes: number }
  | { kind: "refused"; why: string };

/** Bytes. The largest of the five models (two topology matrices as text) needs about 3 MB. */
export const maxOutputBytes = 16 * 1024 * 1024;

/**
 * Reads the output file as what it is: something a hostile program wrote. A link is not followed, a FIFO is not waited
 * for, and no more is read than the limit, whatever the size was said to be.
 */
export async function readOutput(host: Host, folder: string): Promise<OutputFile> {
  // Never a listing: the folder may hold a million names.
  const entry = await host.files.entry(`${folder}/${outputName}`);
  if (entry === undefined) return { kind: "missing" };
  if (entry.kind !== "file")
    return { kind: "refused", why: `it is a ${words[entry.kind]}, not a regular file` };
  if (entry.bytes > maxOutputBytes) return { kind: "too-large", bytes: entry.bytes };
  try {
    const text = await host.files.read(`${folder}/${outputName}`, {
      maxBytes: maxOutputBytes,
      followLinks: false,
    });
    return { kind: "text", text };
  } catch (error) {
    if (error instanceof StepFailure) return { kind: "refused", why: error.message };
    throw error;
  }
}

const words = { folder: "folder", link: "symbolic link", other: "device, pipe or socket" } as const;
