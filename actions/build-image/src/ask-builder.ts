import { type Host, StepFailure } from "@mia/action-kit";
import {
  type BuildRequest,
  builderFacts,
  cacheValues,
  driverRefusal,
  fittedRequest,
  inspectArguments,
  loads,
  pushes,
} from "@mia/container";

/** buildx itself waits 20 s for a builder that is not there; a build tells the same sooner. */
const deadlineMs = 8000;

/** Whether what is asked for depends on which driver the builder has. A plain build of one image never does. */
export function dependsOnDriver(request: BuildRequest): boolean {
  return (
    request.builder !== null ||
    request.pushByDigest === true ||
    request.reproducible !== undefined ||
    (request.provenance ?? "off") !== "off" ||
    Boolean(request.sbom) ||
    (request.platforms ?? []).length > 1 ||
    (request.outputs ?? []).length > 0 ||
    (pushes(request) && loads(request)) ||
    cacheValues(request).to.length > 0
  );
}

/** The request as the builder best takes it. Throws what speaks against it; a builder that does not answer is left to the build. */
export async function fitToBuilder(host: Host, request: BuildRequest): Promise<BuildRequest> {
  if (!dependsOnDriver(request)) return request;
  const exit = await host.exec("docker", inspectArguments(request.builder), {
    deadlineMs,
    graceMs: 1000,
    maxBytes: 256 * 1024,
  });
  const facts = exit.code === 0 ? builderFacts(exit.stdout) : undefined;
  if (facts === undefined) return request;
  const refusal = driverRefusal(facts, request);
  if (refusal) throw new StepFailure(refusal);
  return fittedRequest(facts, request);
}
