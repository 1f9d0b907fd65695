import type { Image } from "../image.ts";
import { parseReference, registryOf } from "../pins/image-reference.ts";
import type { Report, Rule } from "../rule.ts";
import { atSpan } from "../span-location.ts";
import { externalImages } from "../stages/external-images.ts";

export const registryIsAllowed: Rule = {
  code: "MIA205",
  id: "registry-is-allowed",
  description: "Images come from the registries that the policy names.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const { policy, stages, dockerfile } = image;
    if (policy.registries === undefined) return;
    const allowed = policy.registries.map((entry) => fullName(entry.replace(/\/+$/, "")));
    for (const { reference, word, by } of externalImages(stages, dockerfile.escapeMark)) {
      const name = reference === undefined ? undefined : fullName(parseReference(reference).image);
      const isAllowed =
        name === undefined ? mayBeAllowed(word.text, allowed) : allowed.some((entry) => isUnder(name, entry));
      if (!isAllowed) yield report(image, by, reference ?? word.text, atSpan(image, word));
    }
    yield* checkFrontend(image, allowed);
  },
};

function report(image: Image, by: string, written: string, location: Report["locations"][number]): Report {
  const shown = written.slice(0, 200);
  const { policy } = image;
  return {
    message: `${by} ${shown} comes from ${registryOf(written).slice(0, 200)}, which the policy ${policy.name} does not allow`,
    remedy: `Take it from ${(policy.registries ?? []).join(", ") || "a stage of this file: the policy allows no registry"}.`,
    locations: [location],
  };
}

/** The host first, always: `docker.io/library/python`. A bare host stays one. */
function fullName(image: string): string {
  const lower = image.toLowerCase().replace(/^(?:index\.|registry-1\.)?docker\.io(?=\/|$)/, "docker.io");
  const [host = "", ...rest] = lower.split("/");
  if (/[.:]/.test(host) || host === "localhost") return lower;
  return rest.length > 0 ? `docker.io/${lower}` : `docker.io/library/${lower}`;
}

function isUnder(name: string, entry: string): boolean {
  if (name === entry || name.startsWith(`${entry}/`)) return true;
  // Docker Hub's own images have a folder that nobody writes.
  return name.replace("docker.io/library/", "docker.io/").startsWith(`${entry}/`);
}

/** A name that a variable ends: what stands before it may already say that no entry fits. */
function mayBeAllowed(written: string, allowed: readonly string[]): boolean {
  const known = written.replace(/^["']/, "").split("$", 1)[0] ?? "";
  const slash = known.lastIndexOf("/");
  if (slash < 0) return true;
  const folder = fullName(`${known.slice(0, slash)}/x`).slice(0, -2);
  return allowed.some((entry) => isUnder(folder, entry) || entry.startsWith(`${folder}/`));
}

/** `# syntax=` runs an image too; Docker's own are part of the builder. */
function* checkFrontend(image: Image, allowed: readonly string[]): Generator<Report> {
  const directive = image.dockerfile.directives.find(({ name }) => name === "syntax");
  const reference = directive?.value.split(/\s/, 1)[0];
  if (directive === undefined || reference === undefined) return;
  const name = fullName(parseReference(reference).image);
  if (/^docker\.io\/docker\/dockerfile(?:-upstream)?$/.test(name)) return;
  if (allowed.some((entry) => isUnder(name, entry))) return;
  yield report(image, "# syntax", reference, image.at({ line: directive.line, column: 1 }));
}
