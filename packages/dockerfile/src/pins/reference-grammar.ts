/** Longer than any registry takes. */
const maxReference = 1000;

const component = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/;
const host =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9a-fA-F:.]+\])(?::\d+)?$/;
const tagShape = /^\w[\w.-]{0,127}$/;
const digestShape = /^[A-Za-z][\w+.-]*:[0-9a-fA-F]{32,}$/;

/** Why the builder refuses `registry/name:tag@digest`; undefined where it takes it. Source: distribution/reference's grammar. */
export function referenceProblem(reference: string): string | undefined {
  if (reference === "") return "is empty";
  if (reference.length > maxReference) return "is longer than any image's name";
  if (/\s/.test(reference)) return "has white space in it";
  const at = reference.indexOf("@");
  const named = at < 0 ? reference : reference.slice(0, at);
  if (at >= 0 && !digestShape.test(reference.slice(at + 1))) return "has a digest that is none";
  const colon = named.lastIndexOf(":");
  const hasTag = colon > named.lastIndexOf("/");
  if (hasTag && !tagShape.test(named.slice(colon + 1)))
    return colon === named.length - 1 ? "ends in a colon without a tag" : "has a tag that is none";
  const parts = (hasTag ? named.slice(0, colon) : named).split("/");
  const [first = ""] = parts;
  const isHost = parts.length > 1 && (/[.:[]/.test(first) || first === "localhost" || /[A-Z]/.test(first));
  if (isHost && !host.test(first)) return `has a registry that is none: ${first.slice(0, 80)}`;
  const wrong = parts.slice(isHost ? 1 : 0).find((part) => !component.test(part));
  if (wrong === undefined) return undefined;
  if (wrong === "") return "has an empty part before or behind a slash, or no name";
  return /[A-Z]/.test(wrong)
    ? `has capitals in it: ${wrong.slice(0, 80)}`
    : `has a part that is no name: ${wrong.slice(0, 80)}`;
}
