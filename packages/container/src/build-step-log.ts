/** Lines of a step that are kept for the message, should it fail. */
const maxKept = 60;
const maxLine = 4096;

/** The output of one step: chunks of bytes in, whole lines out, the last of them kept. */
export interface StepLog {
  push(data: Uint8Array): string[];
  /** The line that has no end yet, if any. */
  end(): string[];
  last(): readonly string[];
}

/** Cuts at line feeds; of a line that a progress bar wrote over with carriage returns only the last state stays. */
export function stepLog(): StepLog {
  const decoder = new TextDecoder();
  let pending = "";
  let kept: string[] = [];
  const keep = (lines: string[]): string[] => {
    const shown = lines.map((line) => line.replace(/\r$/, "").split("\r").at(-1)?.slice(0, maxLine) ?? "");
    kept = [...kept, ...shown.slice(-maxKept)].slice(-maxKept);
    return shown;
  };
  return {
    push(data) {
      const parts = (pending + decoder.decode(data, { stream: true })).split("\n");
      pending = parts.pop() ?? "";
      if (pending.length > maxLine) {
        parts.push(pending);
        pending = "";
      }
      return keep(parts);
    },
    end() {
      const rest = pending + decoder.decode();
      pending = "";
      return rest === "" ? [] : keep([rest]);
    },
    last: () => kept,
  };
}
