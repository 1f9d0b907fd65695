import type { LockEntry } from "@mia/step-result";

/**
 * `moved`: locked is one thing, found another. `unknown`: nobody could say what it is. `unasked`: locked, and nobody was
 * asked whether it still is that.
 */
export function entryState({ locked, resolved, asked }: LockEntry): "held" | "moved" | "unknown" | "unasked" {
  if (resolved === null) return "unknown";
  if (locked !== resolved) return "moved";
  return asked === false ? "unasked" : "held";
}
