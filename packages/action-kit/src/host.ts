/** The world as an action may see it. Tests make one of their own; nothing else reaches GitHub, a process, the clock or the disk. */
export interface Host {
  exec(command: string, args: readonly string[], options?: ExecOptions): Promise<Exit>;
  spawn(command: string, args: readonly string[], options?: SpawnOptions): Spawned;
  /** Signals a process that an earlier one of ours left behind; false where there is none, or it is somebody else's. */
  kill(pid: number, signal: "SIGINT" | "SIGKILL"): boolean;
  files: Files;
  log: Log;
  now(): Date;
  env: Readonly<Record<string, string | undefined>>;
  /** Absolute path that relative paths of inputs and findings start from. */
  workspace: string;
  /** Absolute path of the checkout this program runs from: a consumer's workspace lacks what ships with the actions. */
  ownFolder: string;
  /** Fires once when the run is cancelled (SIGINT or SIGTERM); everything must be over 10 s later. */
  signal: AbortSignal;
  /** Kept for the `post` phase of the same step. */
  state: { save(name: string, value: string): void; get(name: string): string };
}

export interface SpawnOptions {
  /** Relative to the workspace. */
  cwd?: string;
  /** Added to the environment of this process. */
  env?: Record<string, string>;
  /** Whole lines as they come, without line ends; a longer line than `maxLine` comes in parts. */
  onLine?: (line: string, stream: "stdout" | "stderr") => void;
  /** Characters of a line that `onLine` gets in one piece. Default 16 KiB; more for machine-readable output. */
  maxLine?: number;
}

export interface ExecOptions extends SpawnOptions {
  /** Milliseconds until the process is asked to end. */
  deadlineMs?: number;
  /** What asks it to end, on deadline or cancel. Default SIGTERM. */
  endSignal?: "SIGINT" | "SIGTERM";
  /** Milliseconds between asking and SIGKILL. Default 5000. */
  graceMs?: number;
  /** Bytes of each stream kept; the middle is dropped. Default 1 MiB. */
  maxBytes?: number;
  /** Clean-up must run although the run was cancelled. */
  evenIfCancelled?: boolean;
}

export interface Exit {
  /** Null where a signal ended the process, or where it never started. */
  code: number | null;
  signal: string | null;
  /** The program was not found or may not be run: the reason. */
  notStarted?: string;
  timedOut: boolean;
  cancelled: boolean;
  stdout: string;
  stderr: string;
}

export interface Spawned {
  pid: number | undefined;
  /** Sends SIGTERM, then SIGKILL a second later. */
  stop(): Promise<void>;
  exited: Promise<Exit>;
}

export type EntryKind = "file" | "folder" | "link" | "other";

export interface Entry {
  name: string;
  kind: EntryKind;
  /** Of files; 0 for everything else. */
  bytes: number;
  /** Of a file with more than one name, where sizes were asked for. */
  inode?: number;
  /** A file that this process may not read, where sizes were asked for. */
  locked?: true;
}

export interface ReadOptions {
  maxBytes: number;
  /**
   * False for paths that hostile code may have made: a symbolic link is then refused. `inside`: links are followed as long
   * as they stay in the workspace, since what is read is shown to people. Default true.
   */
  followLinks?: boolean | "inside";
}

/** Paths are relative to the workspace or absolute. Reading opens regular files only and never blocks on a FIFO. */
export interface Files {
  /** Throws a StepFailure `unreadable-input` that says why: missing, not a file, too large, not permitted. */
  read(path: string, options: ReadOptions): Promise<string>;
  /** The first bytes of a file, for telling its format. */
  readHead(path: string, bytes: number): Promise<Uint8Array>;
  exists(path: string): Promise<boolean>;
  /** Undefined where nothing is there. Follows links. */
  kind(path: string): Promise<EntryKind | undefined>;
  /** One path alone; undefined where nothing is there. A link is told as one, unless it is to be followed. */
  entry(path: string, options?: { followLinks?: boolean }): Promise<Entry | undefined>;
  /**
   * Sorted by name; empty where the folder is missing. Does not follow links. Without `sizes` every `bytes` is 0, and a folder of
   * thousands of files is listed in half the time. Of a name that is not UTF-8 each stray byte becomes a lone surrogate
   * (U+DC80 to U+DCFF), and such a name may be listed in turn.
   */
  list(folder: string, options?: { sizes?: boolean }): Promise<Entry[]>;
  /** What a symbolic link holds; undefined for what is none, and where nothing is. */
  readLink(path: string): Promise<string | undefined>;
  /** Of a regular file, read in pieces: a name for its content, and its permission bits. Throws as `read` does. */
  hash(path: string): Promise<{ sha256: string; mode: number }>;
  /** Bytes that are free on the disk of a path; undefined where nobody can tell. */
  freeBytes(path: string): Promise<number | undefined>;
  /** Makes parent folders; the file appears whole or not at all. Throws a StepFailure `invalid-input` that says why. */
  write(path: string, content: string): Promise<void>;
  /**
   * The same for a file that is there and stays what it is: its mode, its owner, and a link that stays in the workspace is
   * written through.
   */
  rewrite(path: string, content: string): Promise<void>;
  /**
   * Makes a file that only one process can make, for work that two must not do at once; `remove` lets go of it. False where another one
   * holds it for less than `staleMs` milliseconds. Throws `invalid-input`.
   */
  claim(path: string, staleMs: number): Promise<boolean>;
  /** Throws the same failure before any work is done, where it can be foreseen: a folder, a pipe, no permission. */
  refuseUnwritable(path: string): Promise<void>;
  makeFolder(path: string, options?: { mode?: number }): Promise<void>;
  /** A fresh folder under the runner's temporary folder. */
  makeTemporaryFolder(prefix: string): Promise<string>;
  /** With everything in it; folders that lock their owner out are opened first. */
  remove(path: string): Promise<void>;
  absolute(path: string): string;
  /** Relative to the workspace with forward slashes, as findings and annotations want it. */
  relative(path: string): string;
}

export interface Log {
  info(text: string): void;
  warn(text: string): void;
  /** Opens a block for what other programs print, which the runner must not read as commands. Close it before logging. */
  foreign(title: string): ForeignOutput;
}

export interface ForeignOutput {
  line(text: string): void;
  close(): void;
}
