/** `registry/name:tag@digest`, taken apart. Docker Hub's own names lose the prefixes that change nothing. */
export interface ImageReference {
  image: string;
  tag: string | undefined;
  digest: string | undefined;
}

export function parseReference(reference: string): ImageReference {
  const [named = "", digest] = reference.split("@", 2);
  const colon = named.lastIndexOf(":");
  // A colon before the last slash belongs to a registry's port.
  const hasTag = colon > named.lastIndexOf("/");
  const image = (hasTag ? named.slice(0, colon) : named).replace(
    /^(?:(?:index|registry-1)\.)?docker\.io\//,
    "",
  );
  return { image: image.replace(/^library\//, ""), tag: hasTag ? named.slice(colon + 1) : undefined, digest };
}

/** The registry that serves an image: `docker.io` where the name has no host in front. */
export function registryOf(reference: string): string {
  const { image } = parseReference(reference);
  const [host = "", ...rest] = image.split("/");
  const isHost = rest.length > 0 && (/[.:]/.test(host) || host === "localhost");
  return isHost ? host : "docker.io";
}

/** Hosts that serve Docker Hub's images under Docker Hub's names, and the part of the path that is theirs. */
const mirrors = /^(?:mirror\.gcr\.io|registry\.hub\.docker\.com|public\.ecr\.aws\/docker)\/(?:library\/)?/;

/** The name an image has at its source: behind a public mirror of Docker Hub, Docker Hub's. */
export function sourceName(reference: string): string {
  return parseReference(reference).image.replace(mirrors, "");
}
