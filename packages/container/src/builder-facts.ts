/** What `docker buildx inspect` says of one machine of a builder. */
export interface BuilderNode {
  name: string;
  endpoint: string;
  /** `running`, `inactive`, `stopped`, or empty. */
  status: string;
  /** As written: v0.26.2, or v0.0.0+unknown where a distribution built it. */
  buildkit: string | null;
  platforms: string[];
  /** What went wrong when it was asked. */
  error: string | null;
}

export interface BuilderFacts {
  name: string;
  /** `docker`, `docker-container`, `kubernetes`, `remote` or `cloud`. */
  driver: string;
  nodes: BuilderNode[];
  /**
   * Whether the engine keeps images in containerd; null for other drivers than `docker`. Its worker has containerd's
   * labels then, and with the classic store none (seen on Docker Engine 28).
   */
  containerdStore: boolean | null;
}

const maxText = 256 * 1024;
const maxNodes = 100;

/** The question that `builderFacts` reads the answer to. It starts no builder. */
export function inspectArguments(builder: string | null): string[] {
  return ["buildx", "inspect", ...(builder === null ? [] : [builder])];
}

/**
 * Reads `docker buildx inspect`, which has no JSON form: `Key: value` lines, the builder's before the line `Nodes:`,
 * then a block for each node that begins with `Name:`. Undefined where the text is none.
 */
export function builderFacts(text: string): BuilderFacts | undefined {
  const head = new Map<string, string>();
  const nodes: BuilderNode[] = [];
  let node: BuilderNode | undefined;
  let containerd = false;
  let inNodes = false;
  for (const line of text.slice(0, maxText).split("\n")) {
    if (/^Nodes:\s*$/.test(line)) inNodes = true;
    // Indented lines are labels and rules of garbage collection.
    if (inNodes && /^\s+org\.mobyproject\.buildkit\.worker\.containerd\./.test(line)) containerd = true;
    const [, key, value = ""] = /^([A-Z][A-Za-z ]{0,30}):[ \t]*(.*)$/.exec(line.trimEnd()) ?? [];
    if (key === undefined) continue;
    if (!inNodes) head.set(key, value);
    else if (key === "Name") {
      if (nodes.length >= maxNodes) break;
      node = { name: value, endpoint: "", status: "", buildkit: null, platforms: [], error: null };
      nodes.push(node);
    } else if (node) note(node, key, value);
  }
  const [name, driver] = [head.get("Name"), head.get("Driver")];
  if (!name || !driver) return undefined;
  const running = nodes.some(({ status }) => status === "running");
  return { name, driver, nodes, containerdStore: driver === "docker" && running ? containerd : null };
}

function note(node: BuilderNode, key: string, value: string): void {
  if (key === "Endpoint") node.endpoint = value;
  else if (key === "Status") node.status = value;
  else if (key === "Error") node.error = value;
  else if (key === "BuildKit version" || key === "Buildkit") node.buildkit = value || null;
  // A star marks those that were set by hand.
  else if (key === "Platforms")
    node.platforms = value
      .split(/,\s*/)
      .map((name) => name.replace(/\*$/, ""))
      .filter(Boolean);
}
