const block = 512;
const kinds: Record<string, string> = { "0": "file", "1": "file", "2": "link", "5": "folder" };

/** What an archive holds, as `kind path`, sorted. Reads what BuildKit writes: ustar, with pax headers where a name wants one. */
export function tarPaths(archive: Buffer): string[] {
  const paths: string[] = [];
  let given: string | undefined;
  for (let at = 0; at + block <= archive.length; ) {
    const header = archive.subarray(at, at + block);
    // Of a name without any ASCII the header itself has nothing, so the checksum tells where the archive ends.
    if (field(header, 148, 8) === "") break;
    const size = Number.parseInt(field(header, 124, 12).trim() || "0", 8);
    const type = field(header, 156, 1);
    const content = archive.subarray(at + block, at + block + size);
    at += block + Math.ceil(size / block) * block;
    if (type === "x") given = paxPath(content);
    else {
      const path = given ?? [field(header, 345, 155), field(header, 0, 100)].filter(Boolean).join("/");
      paths.push(`${kinds[type] ?? "other"} ${path.replace(/\/$/, "")}`);
      given = undefined;
    }
  }
  return paths.sort();
}

/** A text of a header, which ends at its first zero. */
function field(header: Buffer, start: number, length: number): string {
  const bytes = header.subarray(start, start + length);
  const end = bytes.indexOf(0);
  return bytes.toString("utf8", 0, end < 0 ? length : end);
}

/** A record is its own length, a space, `key=value` and a line end. */
function paxPath(content: Buffer): string | undefined {
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at);
    const length = Number(content.toString("latin1", at, space));
    const record = content.toString("utf8", space + 1, at + length - 1);
    if (record.startsWith("path=")) return record.slice("path=".length);
    at += length;
  }
  return undefined;
}
