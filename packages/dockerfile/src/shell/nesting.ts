/**
 * How deep brackets stand within each other in a script, at most. Quotes are not looked at: a bracket too many makes the
 * answer larger, and it serves as a limit only.
 */
export function bracketDepth(script: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < script.length; at++) {
    const code = script.charCodeAt(at);
    if (code === 40 || code === 123) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if ((code === 41 || code === 125) && depth > 0) depth -= 1;
  }
  return deepest;
}
