const component = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const host = "[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\\d{1,5})?";
const reference = new RegExp(
  `^(?:${host}/)?${component}(?:/${component})*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?$`,
);

/** True for a name an image can be tagged with: `[HOST[:PORT]/]PATH[:TAG]` (distribution/reference grammar), no digest. */
export function isImageTag(text: string): boolean {
  return text.length <= 383 && reference.test(text);
}

/** The repository of a tag: `ghcr.io/o/maptr:v1` gives `ghcr.io/o/maptr`; the colon of a port stays. */
export function repositoryOfTag(tag: string): string {
  const colon = tag.lastIndexOf(":");
  return colon > tag.lastIndexOf("/") ? tag.slice(0, colon) : tag;
}

/** The tag of a build for which nobody named one. It cannot be pushed: no registry is in it. */
export function defaultTag(slug: string): string {
  return `model-image/${slug}:latest`;
}
