/**
 * Prints the rows of packages/dockerfile/src/knowledge/python-needs.ts from what PyPI says of each file: Requires-Python and
 * the Pythons that Linux x86-64 wheels are for. Run by hand when the table is renewed:
 *   node_modules/.bin/node scripts/python-needs.ts numpy@1.16 scipy@1.2 torch@1.4
 * One request for each package; what is older than the version behind `@` is left out, as are pre-releases and yanked files.
 */
interface IndexFile {
  filename: string;
  "requires-python": string | null;
  yanked?: boolean | string;
}

interface Release {
  version: string;
  requires: string;
  pythons: string;
}

for (const argument of process.argv.slice(2)) {
  const [name = "", since = "0"] = argument.split("@");
  const releases = (await releasesOf(name)).filter(({ version }) => compare(version, since) >= 0);
  const rows: string[] = [];
  let last = "";
  for (const { version, requires, pythons } of releases) {
    const row = `${requires} ${pythons}`;
    if (row !== last) rows.push(`${version} ${row}`);
    last = row;
  }
  const text = `${rows.join("; ")}; ${releases.at(-1)?.version} end`;
  console.log(`  ${JSON.stringify(name)}: ${JSON.stringify(text)},`);
}

async function releasesOf(name: string): Promise<Release[]> {
  const answer = await fetch(`https://pypi.org/simple/${name}/`, {
    headers: { accept: "application/vnd.pypi.simple.v1+json" },
  });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  const { files } = (await answer.json()) as { files: IndexFile[] };
  const byVersion = new Map<string, IndexFile[]>();
  for (const file of files) {
    const version = versionOf(file.filename);
    if (version === undefined || file.yanked) continue;
    byVersion.set(version, [...(byVersion.get(version) ?? []), file]);
  }
  return [...byVersion]
    .sort(([a], [b]) => compare(a, b))
    .map(([version, of]) => ({ version, requires: requiresOf(of), pythons: pythonsOf(of) }));
}

/** Of releases only: `1.19.5`, `1.8.5.post1`. */
function versionOf(filename: string): string | undefined {
  const match =
    /^[^-]+(?:-[a-z][^-]*)*-(\d+(?:\.\d+)*(?:\.post\d+)?)(?:-.*\.whl|\.tar\.(?:gz|bz2)|\.zip)$/i.exec(
      filename,
    );
  return match?.[1];
}

function requiresOf(files: IndexFile[]): string {
  const texts = new Set(files.map((file) => boundsOf(file["requires-python"] ?? "")));
  return [...texts].sort().at(-1) ?? "-";
}

/** Exceptions (`!=3.1.*`, `!=3.14.1`) are left out: the table speaks of x.y, and nobody builds on Python 3.0 to 3.5. */
function boundsOf(text: string): string {
  const bounds = text.split(",").map((one) => one.trim().replace(/\s+/g, "").replace(/\.\*$/, ""));
  const lowest = bounds.find((one) => one.startsWith(">"))?.replace(/^(>=3\.\d+)\..*$/, "$1");
  const highest = bounds.find((one) => one.startsWith("<"));
  return [lowest, highest].filter(Boolean).join(",") || "-";
}

/** `3.6-3.9`, `3.7+` of abi3 wheels; `any` where a wheel fits every Python 3; `-` where none is for Linux x86-64. */
function pythonsOf(files: IndexFile[]): string {
  const pythons = new Set<number>();
  let from = 99;
  for (const { filename } of files) {
    const [tags, abi, platform] = filename
      .replace(/\.whl$/, "")
      .split("-")
      .slice(-3);
    if (!filename.endsWith(".whl") || tags === undefined || platform === undefined) continue;
    if (!/(?:linux.*x86_64|^any$)/.test(platform)) continue;
    for (const tag of tags.split(".")) {
      if (/^py3$|^py2\.py3$/.test(tag)) return "any";
      const minor = /^(?:cp|py)3(\d+)$/.exec(tag)?.[1];
      if (minor === undefined) continue;
      if (abi === "abi3") from = Math.min(from, Number(minor));
      else if (!/t$/.test(abi ?? "")) pythons.add(Number(minor));
    }
  }
  const minors = [...pythons].filter((minor) => minor < from).sort((a, b) => a - b);
  const runs: string[] = from < 99 ? [`3.${from}+`] : [];
  for (let at = 0; at < minors.length; at += 1) {
    const first = minors[at] ?? 0;
    while (minors[at + 1] === (minors[at] ?? 0) + 1) at += 1;
    runs.push(first === minors[at] ? `3.${first}` : `3.${first}-3.${minors[at]}`);
  }
  return runs.join(",") || "-";
}

function compare(a: string, b: string): number {
  const left = a.split(/[.]|post/).map(Number);
  const right = b.split(/[.]|post/).map(Number);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
