import * as z from "zod";

/**
 * What a record proves. `stand-in` means that some part of the real image was replaced (stub wheels, a small base,
 * a model that only imitates the output's shape): it proves the plumbing and nothing about the model. `unknown` means
 * that nothing says how the image was built, or that the step failed before it could look: it is no proof either.
 */
export const Evidence = z.enum(["real", "stand-in", "unknown"]);
export type Evidence = z.infer<typeof Evidence>;

/** Names of the build contexts the caller put in place of the Dockerfile's own stages, sorted. */
export const ReplacedContexts = z.array(z.string().min(1).max(200)).max(50);
