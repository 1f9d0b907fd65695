import type { Failure } from "@mia/step-result";
import { cacheValues } from "./build-cache.ts";
import { type BuildRequest, loads } from "./build-request.ts";
import type { BuilderFacts } from "./builder-facts.ts";

const otherBuilder =
  "Name another builder in the input builder (docker/setup-buildx-action makes one of the docker-container driver)";
const otherStore =
  'or keep images in containerd: {"features": {"containerd-snapshotter": true}} in the engine\'s daemon.json';

/**
 * Why this builder cannot do what is asked, before it is asked; undefined where nothing speaks against it. Each limit was
 * seen with buildx 0.29 on Docker Engine 28: most in buildx's own words, the one of `rewrite-timestamp` in BuildKit's.
 */
export function driverRefusal(facts: BuilderFacts, request: BuildRequest): Failure | undefined {
  return (
    unreachable(facts) ??
    (facts.driver === "docker" ? dockerLimits(facts, request) : archiveLimits(facts, request))
  );
}

/** buildx waits 20 s for a remote builder that is not there. Builders of the other drivers are started by the build. */
function unreachable({ name, driver, nodes }: BuilderFacts): Failure | undefined {
  const silent = nodes.filter(({ status, error }) => error !== null || status !== "running");
  if (driver !== "remote" || nodes.length === 0 || silent.length < nodes.length) return undefined;
  const where = silent.map(({ endpoint }) => endpoint).join(", ");
  return {
    code: "builder-missing",
    message: `the remote builder "${name}" does not answer at ${where}`,
    remedy: "Start buildkitd there, or name another builder in the input builder.",
  };
}

function dockerLimits({ containerdStore, name }: BuilderFacts, request: BuildRequest): Failure | undefined {
  const cannot = (what: string, remedy: string): Failure => ({
    code: "invalid-input",
    message: `the builder "${name}" is the engine itself (driver docker) and cannot ${what}`,
    remedy,
  });
  if (request.pushByDigest) return cannot("push by digest", `${otherBuilder}, or push with a tag.`);
  if (request.reproducible && (loads(request) || request.push)) {
    return cannot(
      "rewrite the times of files, since it unpacks what it builds",
      `${otherBuilder}, or write an archive with outputs: type=oci,dest=...,rewrite-timestamp=true,oci-mediatypes=true.`,
    );
  }
  // An unknown store is left to speak for itself.
  if (containerdStore !== false) return undefined;
  const withClassicStore = (what: string): Failure =>
    cannot(`${what} with its classic image store`, `${otherBuilder}, ${otherStore}.`);
  const exported = cacheValues(request).to.filter((value) => !/(?:^|,)"?type=inline\b/.test(value));
  if (exported.length > 0) return withClassicStore("write a cache");
  if ((request.platforms ?? []).length > 1) return withClassicStore("build for several platforms");
  if ((request.provenance ?? "off") !== "off" || request.sbom || (request.attests ?? []).length > 0) {
    return withClassicStore("attach provenance or an SBOM");
  }
  if ((request.outputs ?? []).some((output) => /(?:^|,)"?type=oci\b/.test(output))) {
    return withClassicStore("write an OCI archive");
  }
  return undefined;
}

function archiveLimits({ name }: BuilderFacts, request: BuildRequest): Failure | undefined {
  if (!loads(request) || (request.platforms ?? []).length < 2) return undefined;
  return {
    code: "invalid-input",
    message: `the builder "${name}" cannot load an image of several platforms into the engine`,
    remedy: "Push it, or build for one platform.",
  };
}

/**
 * The request as this builder best takes it. The docker driver keeps what it pushes, and exporting the same name
 * twice at once can fail with `already exists`.
 */
export function fittedRequest(facts: BuilderFacts, request: BuildRequest): BuildRequest {
  return facts.driver === "docker" && request.push && loads(request) && facts.containerdStore === true
    ? { ...request, load: false }
    : request;
}
