import { isSpecifier, satisfies } from "./specifiers.ts";

/** What is known of the machine that pip runs on. A name that is missing is not known. */
export type MarkerEnvironment = Readonly<Partial<Record<string, string>>>;

export type Applies = boolean | "unknown";

/** Every image is Linux with CPython; which Python and which processor, another place knows or nobody. */
export const linux: MarkerEnvironment = {
  extra: "",
  implementation_name: "cpython",
  os_name: "posix",
  platform_python_implementation: "CPython",
  platform_system: "Linux",
  sys_platform: "linux",
};

export type Marker =
  | { kind: "and" | "or"; parts: Marker[] }
  | { kind: "compare"; left: Operand; operator: string; right: Operand };

interface Operand {
  name: string | undefined;
  value: string;
}

const aliases: Record<string, string> = {
  "os.name": "os_name",
  "platform.machine": "platform_machine",
  "platform.python_implementation": "platform_python_implementation",
  "platform.version": "platform_version",
  python_implementation: "platform_python_implementation",
  "sys.platform": "sys_platform",
};

const variables = new Set([
  ...Object.values(aliases),
  "extra",
  "implementation_name",
  "implementation_version",
  "platform_release",
  "platform_system",
  "python_full_version",
  "python_version",
]);

const tokens = /\s*(?:('[^']*'|"[^"]*")|([()])|(===|==|~=|!=|<=|>=|<|>)|([A-Za-z_][\w.]*))/y;

/** Conditions within conditions, and parts of one; no honest marker comes near. */
const maxDepth = 50;
const maxTokens = 1000;

/** A frozen file has the same few conditions on hundreds of lines. */
const parsed = new Map<string, Marker | undefined>();
const maxParsed = 1000;

/** The condition behind `;` (PEP 508); undefined for what pip refuses. */
export function parseMarker(text: string): Marker | undefined {
  if (parsed.has(text)) return parsed.get(text);
  const marker = readMarker(text);
  if (parsed.size < maxParsed && text.length < 200) parsed.set(text, marker);
  return marker;
}

function readMarker(text: string): Marker | undefined {
  const read = tokenize(text);
  if (read === undefined) return undefined;
  const parser = new MarkerParser(read);
  const marker = parser.alternatives(0);
  return parser.isAtEnd() ? marker : undefined;
}

/** Whether a condition holds there. `undefined` as marker: there is none, so it does. */
export function markerApplies(text: string | undefined, environment: MarkerEnvironment = linux): Applies {
  if (text === undefined || text.trim() === "") return true;
  const marker = parseMarker(text);
  return marker === undefined ? "unknown" : evaluate(marker, environment);
}

function evaluate(marker: Marker, environment: MarkerEnvironment): Applies {
  if (marker.kind === "compare") return compare(marker, environment);
  const decisive = marker.kind === "or";
  let result: Applies = !decisive;
  for (const part of marker.parts) {
    const one = evaluate(part, environment);
    if (one === decisive) return decisive;
    if (one === "unknown") result = "unknown";
  }
  return result;
}

function compare(
  { left, operator, right }: Marker & { kind: "compare" },
  environment: MarkerEnvironment,
): Applies {
  // Two names, or two texts, say nothing about the machine; pip's versions differ on them.
  if ((left.name === undefined) === (right.name === undefined)) return "unknown";
  const name = left.name ?? right.name ?? "";
  if (name === "python_full_version" && environment[name] === undefined && left.name !== undefined)
    return fullVersion(operator, right.value, environment.python_version);
  const value = environment[name];
  if (value === undefined) return "unknown";
  const [a, b] = left.name === undefined ? [left.value, value] : [value, right.value];
  return holds(a, operator, b, /version$/.test(name));
}

/** Of `3.8` every 3.8.x is meant: known where the first and the last of them agree and the text names none of them. */
function fullVersion(operator: string, wanted: string, minor: string | undefined): Applies {
  if (minor === undefined || wanted === minor || wanted.startsWith(`${minor}.`)) return "unknown";
  const first = holds(`${minor}.0`, operator, wanted, true);
  return first === holds(`${minor}.999`, operator, wanted, true) ? first : "unknown";
}

function holds(a: string, operator: string, b: string, isVersion: boolean): Applies {
  if (operator === "in") return b.includes(a);
  if (operator === "not in") return !b.includes(a);
  if (isVersion && isSpecifier({ operator, version: b }))
    return satisfies(a, [{ operator, version: b }]) ?? "unknown";
  switch (operator) {
    case "==":
      return a === b;
    case "!=":
      return a !== b;
    default:
      // What pip makes of an order of words differs between its versions.
      return "unknown";
  }
}

interface Token {
  text: string;
  kind: "string" | "bracket" | "operator" | "word";
}

function tokenize(text: string): Token[] | undefined {
  const found: Token[] = [];
  const end = text.trimEnd().length;
  tokens.lastIndex = 0;
  for (let at = 0; at < end; at = tokens.lastIndex) {
    tokens.lastIndex = at;
    const match = tokens.exec(text);
    if (match === null || found.length >= maxTokens) return undefined;
    const [, string, bracket, operator, word = ""] = match;
    if (string !== undefined) found.push({ text: string.slice(1, -1), kind: "string" });
    else if (bracket !== undefined) found.push({ text: bracket, kind: "bracket" });
    else if (operator !== undefined) found.push({ text: operator, kind: "operator" });
    else found.push({ text: word, kind: "word" });
  }
  return found;
}

class MarkerParser {
  private readonly tokens: Token[];
  private at = 0;

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  alternatives(depth: number): Marker | undefined {
    return this.joined("or", () => this.joined("and", () => this.atom(depth)));
  }

  private joined(kind: "and" | "or", next: () => Marker | undefined): Marker | undefined {
    const parts: Marker[] = [];
    do {
      const part = next();
      if (part === undefined) return undefined;
      parts.push(part);
    } while (this.take("word", kind));
    return parts.length === 1 ? parts[0] : { kind, parts };
  }

  private atom(depth: number): Marker | undefined {
    if (!this.take("bracket", "(")) return this.comparison();
    const inner = depth < maxDepth ? this.alternatives(depth + 1) : undefined;
    return inner && this.take("bracket", ")") ? inner : undefined;
  }

  private comparison(): Marker | undefined {
    const left = this.operand();
    const operator = left && this.operator();
    const right = operator && this.operand();
    if (!left || !operator || !right) return undefined;
    return { kind: "compare", left, operator, right };
  }

  private operand(): Operand | undefined {
    const token = this.tokens[this.at++];
    if (token?.kind === "string") return { name: undefined, value: token.text };
    const name = token?.kind === "word" ? (aliases[token.text] ?? token.text) : "";
    return variables.has(name) ? { name, value: "" } : undefined;
  }

  private operator(): string | undefined {
    const token = this.tokens[this.at++];
    if (token?.kind === "operator") return token.text;
    if (token?.kind !== "word") return undefined;
    if (token.text === "in") return "in";
    return token.text === "not" && this.take("word", "in") ? "not in" : undefined;
  }

  private take(kind: Token["kind"], text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== kind || token.text !== text) return false;
    this.at += 1;
    return true;
  }
}
