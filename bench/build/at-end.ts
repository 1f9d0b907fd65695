const waiting = new Set<() => void>();

// Also where a signal ends the benchmark: what it leaves in an engine is counted in gigabytes.
process.on("exit", () => {
  for (const undo of [...waiting].reverse()) undo();
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(130));

/** Sees to it that something is undone, now by calling the result or, failing that, when this process ends. Once only. */
export function atEnd(undo: () => void): () => void {
  const once = (): void => {
    if (waiting.delete(once)) undo();
  };
  waiting.add(once);
  return once;
}
