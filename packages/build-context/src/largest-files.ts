export interface LargestFile {
  path: string;
  bytes: number;
}

/** The largest of many files, the largest first; equal ones by path. */
export class LargestFiles {
  readonly files: LargestFile[] = [];
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  add(path: string, bytes: number): void {
    const last = this.files.at(-1);
    if (this.files.length === this.limit && last && last.bytes >= bytes) return;
    this.files.push({ path: path.slice(0, 4096), bytes });
    this.files.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
    if (this.files.length > this.limit) this.files.pop();
  }
}
