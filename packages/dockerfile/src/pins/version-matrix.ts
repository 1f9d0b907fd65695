/** One cell of a table of versions. Columns of the file count from 1, the end is behind the last character. */
export interface MatrixCell {
  column:
    | "python"
    | "cuda"
    | "torch"
    | "torchvision"
    | "torchaudio"
    | "mmcv"
    | "mmdet"
    | "mmdet3d"
    | "mmseg"
    | "base";
  /** The column's head, as written. */
  head: string;
  text: string;
  start: number;
  end: number;
}

export interface MatrixRow {
  line: number;
  cells: MatrixCell[];
}

const heads: Record<string, MatrixCell["column"]> = {
  python: "python",
  cuda: "cuda",
  pytorch: "torch",
  torch: "torch",
  torchvision: "torchvision",
  torchaudio: "torchaudio",
  mmcv: "mmcv",
  "mmcv-full": "mmcv",
  mmdet: "mmdet",
  mmdetection: "mmdet",
  mmdet3d: "mmdet3d",
  mmdetection3d: "mmdet3d",
  mmseg: "mmseg",
  mmsegmentation: "mmseg",
  base: "base",
  "base image": "base",
  基础镜像: "base",
};

/** Rows of a document that are looked at, and the length of a line of a table. */
const maxLines = 20_000;
const maxLine = 4096;

/** The rows of a document's tables whose first cell is one of the names, with the cells that hold a version. */
export function* matrixRows(text: string, names: readonly string[]): Generator<MatrixRow> {
  const wanted = new Set(names.map(plain));
  const lines = text.split(/\r?\n/, maxLines);
  let columns: { column: MatrixCell["column"] | undefined; head: string }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.length > maxLine || !line.includes("|")) {
      columns = [];
      continue;
    }
    if (isRule(lines[index + 1] ?? "") && !isRule(line)) {
      columns = cellsOf(line).map(({ text }) => ({ column: heads[plain(text)], head: shown(text) }));
      continue;
    }
    if (columns.length === 0 || isRule(line)) continue;
    const [first, ...rest] = cellsOf(line);
    if (first === undefined || !wanted.has(plain(first.text))) continue;
    const cells = rest.flatMap(({ text, start, end }, at): MatrixCell[] => {
      const { column, head } = columns[at + 1] ?? {};
      const value = shown(text);
      return column && head && isValue(column, value) ? [{ column, head, text: value, start, end }] : [];
    });
    yield { line: index + 1, cells };
  }
}

/** `| --- | :-: |` */
function isRule(line: string): boolean {
  return line.includes("-") && /^[\s|:-]+$/.test(line.slice(0, maxLine)) && line.includes("|");
}

function cellsOf(line: string): { text: string; start: number; end: number }[] {
  const cells: { text: string; start: number; end: number }[] = [];
  const last = line.trimEnd().length;
  let from = line.length - line.trimStart().length;
  if (line[from] === "|") from += 1;
  for (let at = from; at <= last; at++) {
    if (at < last && (line[at] !== "|" || line[at - 1] === "\\")) continue;
    const raw = line.slice(from, at);
    const lead = raw.length - raw.trimStart().length;
    if (at < last || raw.trim() !== "") {
      const text = raw.trim();
      cells.push({ text, start: from + lead + 1, end: from + lead + 1 + text.length });
    }
    from = at + 1;
  }
  return cells;
}

/** Without links, emphasis and code marks. */
function shown(text: string): string {
  return text
    .replace(/\[([^\][]*)\]\([^()]*\)/g, "$1")
    .replace(/[`*]/g, "")
    .trim();
}

function plain(text: string): string {
  return shown(text).toLowerCase();
}

function isValue(column: MatrixCell["column"], value: string): boolean {
  if (column === "base")
    return /^[\w./-]+(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?$/.test(value) && /\d/.test(value);
  return /^\d+(?:\.\d+)+(?:(?:a|b|rc)\d+)?(?:\.post\d+)?(?:\+\w+)?$/.test(value);
}
