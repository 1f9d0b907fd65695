/** One step of a build as BuildKit tells it. Times are RFC 3339; a step is told again whenever it changes. */
export interface ProgressVertex {
  digest: string;
  name: string;
  started?: string | undefined;
  completed?: string | undefined;
  cached: boolean;
  error: string;
}

/** Bytes moved by a step: `current` of `total` (0 where nobody knows the total). */
export interface ProgressStatus {
  id: string;
  vertex: string;
  current: number;
  total: number;
  started?: string | undefined;
  completedAt?: string | undefined;
}

export interface ProgressLog {
  vertex: string;
  /** Output of the step, not cut at line ends. */
  data: Uint8Array;
}

export interface ProgressEvent {
  vertexes: ProgressVertex[];
  statuses: ProgressStatus[];
  logs: ProgressLog[];
}

type Fields = Record<string, unknown>;

/**
 * Reads one line of `--progress=rawjson` (moby/buildkit, client.SolveStatus; all keys are optional). Undefined where
 * the line is something else: buildx writes warnings and its last words as plain text into the same stream.
 */
export function parseProgressLine(line: string): ProgressEvent | undefined {
  if (!line.startsWith("{")) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const event = value as Fields;
  if (!["vertexes", "statuses", "logs", "warnings"].some((key) => Array.isArray(event[key])))
    return undefined;
  return {
    vertexes: objects(event.vertexes).map(vertex),
    statuses: objects(event.statuses).map(status),
    logs: objects(event.logs).map((log) => ({ vertex: text(log.vertex), data: bytes(text(log.data)) })),
  };
}

function vertex(fields: Fields): ProgressVertex {
  return {
    digest: text(fields.digest),
    name: text(fields.name),
    started: text(fields.started) || undefined,
    completed: text(fields.completed) || undefined,
    cached: fields.cached === true,
    error: text(fields.error),
  };
}

function status(fields: Fields): ProgressStatus {
  return {
    id: text(fields.id),
    vertex: text(fields.vertex),
    current: count(fields.current),
    total: count(fields.total),
    started: text(fields.started) || undefined,
    completedAt: text(fields.completed) || undefined,
  };
}

function objects(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "object" && item !== null) : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function count(value: unknown): number {
  return typeof value === "number" && value >= 0 && Number.isSafeInteger(value) ? value : 0;
}

function bytes(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
