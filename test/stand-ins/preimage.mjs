// @ts-check
// Rebuilds, from a patch alone, files that the patch applies to: its context and removed lines at their places, empty
// lines in between. So the real patch runs against a tree that has nothing else of upstream.

/**
 * @param {string} patch a unified diff
 * @returns {Map<string, string>} path (without its a/ prefix) -> content; files that the patch creates are left out
 */
export function preImages(patch) {
  const images = new Map();
  const lines = patch.split("\n");
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith("--- ") || !lines[index + 1]?.startsWith("+++ ")) continue;
    const path = oldPath(line);
    if (path !== undefined) images.set(path, imageOf(lines.slice(index + 2)));
  }
  return images;
}

/** @param {string} line */
function oldPath(line) {
  // What follows a tab is a time stamp.
  const path = line.slice(4).replace(/\t.*/, "").trim();
  return path === "/dev/null" ? undefined : path.replace(/^[^/]+\//, "");
}

/**
 * The old file as the hunks at the beginning of `lines` know it.
 * @param {string[]} lines
 */
function imageOf(lines) {
  /** @type {string[]} */
  const image = [];
  let end = "\n";
  let hunk = hunkHeader(lines[0]);
  for (let at = 1; hunk !== undefined; hunk = hunkHeader(lines[at++])) {
    let { place, oldLeft, newLeft } = hunk;
    while (oldLeft > 0 || newLeft > 0) {
      const line = lines[at++] ?? "";
      if (!line.startsWith("+")) {
        image[place++] = line.slice(1);
        oldLeft--;
      }
      if (!line.startsWith("-")) newLeft--;
      if (!lines[at]?.startsWith("\\")) continue;
      // "\ No newline at end of file" speaks of the line above it; an added line is not the old file's.
      at++;
      if (!line.startsWith("+")) end = "";
    }
  }
  return image.length === 0 ? "" : Array.from(image, (line) => line ?? "").join("\n") + end;
}

/** @param {string | undefined} line */
function hunkHeader(line) {
  const found = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line ?? "");
  if (found === null) return undefined;
  return {
    place: Number(found[1]) - 1,
    oldLeft: Number(found[2] ?? 1),
    newLeft: Number(found[3] ?? 1),
  };
}
