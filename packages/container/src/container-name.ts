const shape = /^mia-smoke-[a-z0-9]{1,32}-[0-9a-f]{8}$/;

/**
 * A name nobody else has, known before the container exists, so that clean-up needs no answer from docker. `run` is the
 * workflow's run id or a process id, `random` 8 hexadecimal digits.
 */
export function smokeContainerName(run: string, random: string): string {
  const cleaned = run.toLowerCase().replace(/[^a-z0-9]/g, "");
  return `mia-smoke-${cleaned.slice(0, 32) || "0"}-${random}`;
}

/** True for names that `smokeContainerName` makes: clean-up removes no other container, whatever its state says. */
export function isSmokeContainerName(name: string): boolean {
  return shape.test(name);
}
