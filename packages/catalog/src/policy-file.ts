import * as z from "zod";
import { readYaml, type YamlProblem } from "./read-yaml.ts";

const Rule = z.string().regex(/^(?:MIA\d{3}|[a-z0-9]+(?:-[a-z0-9]+)*)$/, "must be a rule's id or code");
const Weight = z.enum(["error", "warning", "info", "off"]);
const InImage = z.string().max(4096).regex(/^\//, "must be an absolute path in the image");

/** Findings of some rules in some files that a team accepts, and why. */
const Ignore = z.strictObject({
  rules: z.array(Rule).min(1).max(100),
  files: z.array(z.string().min(1).max(4096)).min(1).max(1000).meta({
    description: "Paths relative to the workspace, with the wildcards of .dockerignore: `docker/**`.",
  }),
  reason: z.string().trim().min(3).max(1000),
});

/** A team's policy as it writes it: what it takes from a built-in one, and what is its own. */
export const PolicyFile = z.strictObject({
  schema: z.literal("verify-policy/v1"),
  extends: z.string().max(100).optional().meta({
    description:
      "A built-in policy whose promises hold where this file does not say otherwise: none or runpod.",
  }),
  user: z
    .strictObject({
      name: z.string().regex(/^[a-z_][a-z0-9_-]{0,31}$/, "must be a name that useradd takes"),
      uid: z.int().min(1).max(2_147_483_647),
    })
    .optional()
    .meta({ description: "The account every stage that is run ends as." }),
  targets: z.array(z.string().min(1).max(200)).max(100).optional().meta({
    description: "Stages somebody runs besides the last one.",
  }),
  appFolder: InImage.optional().meta({ description: "The folder in the image that the user owns." }),
  registries: z.array(z.string().min(1).max(400)).max(1000).optional().meta({
    description: "Registries, or parts of them, that images may come from: `docker.io/pytorch`, `ghcr.io`.",
  }),
  gpus: z.array(z.string().min(1).max(100)).max(100).optional().meta({
    description: "The GPUs the images must run on: `RTX 4090`, `sm_86` or `8.6`.",
  }),
  contextBudgetMiB: z.number().positive().max(10_000_000).optional().meta({
    description: "The most a build context may hold after .dockerignore, in MiB.",
  }),
  requireDigest: z.boolean().optional().meta({ description: "FROM must name a digest." }),
  mmcvIndex: z
    .string()
    .regex(/^(?:cu\d{2,4}|cpu)\/torch\d+(?:\.\d+)+$/, "must look like cu111/torch1.9.0")
    .optional()
    .meta({
      description: "The MMCV wheel index of images with that torch and CUDA, as the part behind /mmcv/dist/.",
    }),
  configFolders: z.array(InImage).max(100).optional().meta({
    description: "Folders in the image where a model's configuration may stand.",
  }),
  matrix: z
    .strictObject({ file: z.string().min(1).max(4096) })
    .optional()
    .meta({ description: "A Markdown file whose table names the versions of each model." }),
  allowSshPort: z.boolean().optional().meta({
    description: "Port 22 may be exposed where sshd takes keys only.",
  }),
  rules: z.record(Rule, Weight).optional().meta({
    description: "Weighs rules differently, or leaves them out. Keys are ids or codes.",
  }),
  enforced: z.array(Rule).max(1000).optional().meta({
    description: "Rules that no comment in a file may silence.",
  }),
  ignore: z.array(Ignore).max(1000).optional().meta({
    description: "Findings that are accepted, each with its reason.",
  }),
});
export type PolicyFile = z.infer<typeof PolicyFile>;

/** Larger than any honest policy by two orders of magnitude. */
export const maxPolicyBytes = 256 * 1024;

export type ParsedPolicy =
  | { ok: true; policy: PolicyFile; lineOf: (path: readonly PropertyKey[]) => number }
  | { ok: false; problems: YamlProblem[] };

/** Checks the text of a policy file. Reports every problem at once, each with its line. Never throws. */
export function parsePolicy(text: string): ParsedPolicy {
  const read = readYaml(text, PolicyFile, "a policy");
  return read.ok ? { ok: true, policy: read.value, lineOf: read.lineOf } : read;
}
