import { type Token, tokenize } from "./marker-tokens.ts";

/** A condition as a tree: an operand is a name of the machine, or a text in quotes. */
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

/** Conditions within conditions; no honest marker comes near. */
const maxDepth = 50;

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
