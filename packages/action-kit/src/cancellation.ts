/**
 * The one place where SIGINT and SIGTERM are received. The runner sends SIGINT, 7.5 s later SIGTERM, 2.5 s later
 * SIGKILL, and only to this process (actions/runner, ProcessInvoker.cs): children learn of it from the signal below.
 */
export function cancellationSignal(onCancel: (signal: string) => void): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) return;
      onCancel(name);
      controller.abort(new Error(`cancelled by ${name}`));
    });
  }
  return controller.signal;
}
