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
  const image = (hasTag ? named.slice(0, colon) : named).replace(/^(?:index\.)?docker\.io\//, "");
  return { image: image.replace(/^library\//, ""), tag: hasTag ? named.slice(colon + 1) : undefined, digest };
}
