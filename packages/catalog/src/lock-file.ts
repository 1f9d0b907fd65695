import { ModelSlug } from "@mia/step-result";
import * as z from "zod";

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 hexadecimal digits");
const commit = z.string().regex(/^[0-9a-f]{40}$/, "must be a full commit of 40 hexadecimal digits");
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits");
/** Visible text on one line: it is printed into YAML and shown to people. */
const visible = /^[^\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]*$/u;
const reason = z.string().min(1).max(500).regex(visible, "must be one line of text");
const repository = z
  .string()
  .min(1)
  .max(2000)
  .regex(/^[^\s\p{Cc}]+$/u, "must be the address of a git repository")
  .refine((url) => !/^[a-z+]+:\/\/[^/@]*:[^/@]*@/i.test(url), "must not hold a password");

/** An image that a build starts from or copies from. `image` is its name with the tag, as the Dockerfile says it. */
export const LockedBase = z
  .strictObject({
    image: z
      .string()
      .max(700)
      .regex(/^[A-Za-z0-9][\w.:/@-]*$/, "must be the name of an image"),
    digest: digest.nullable(),
    reason: reason.optional(),
  })
  .refine((base) => explains(base.reason, [base.digest]), whyRule("digest"));
export type LockedBase = z.infer<typeof LockedBase>;

/** A repository inside a repository, at the commit that the outer one holds. */
export const LockedSubmodule = z.strictObject({
  path: z.string().min(1).max(1000).regex(visible, "must be a path"),
  repository: repository.nullable(),
  commit,
});
export type LockedSubmodule = z.infer<typeof LockedSubmodule>;

/** A git tree that the image takes in. `ref` is what the Dockerfile or model.yaml asks for; null is the default branch. */
export const LockedSource = z
  .strictObject({
    repository,
    ref: z.string().min(1).max(300).regex(visible, "must be a branch, tag or commit").nullable(),
    commit: commit.nullable(),
    /** Those of the repository itself; theirs are fixed by their commits. */
    submodules: z.array(LockedSubmodule).max(200).nullable(),
    reason: reason.optional(),
  })
  .refine(
    (source) => explains(source.reason, [source.commit, source.submodules]),
    whyRule("commit or submodules"),
  );
export type LockedSource = z.infer<typeof LockedSource>;

/** A Python package: the one file that pip takes for it, or `built` where the Dockerfile makes the wheel. */
export const LockedPackage = z
  .strictObject({
    name: z
      .string()
      .max(200)
      .regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/, "must be the name of a package"),
    version: z
      .string()
      .max(100)
      .regex(/^[A-Za-z0-9][A-Za-z0-9.!+_-]*$/, "must be one exact version")
      .nullable(),
    built: z.literal(true).optional(),
    file: z
      .string()
      .max(300)
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9._+!-]*\.(?:whl|tar\.gz|tar\.bz2|zip)$/,
        "must be the name of a wheel or an archive",
      )
      .nullable()
      .optional(),
    sha256: sha256.nullable().optional(),
    from: z
      .string()
      .max(253)
      .regex(/^[a-z0-9][a-z0-9.:-]*$/, "must be the host it was found on")
      .optional(),
    reason: reason.optional(),
  })
  .check((context) => {
    const { built, file, sha256: hash, from, reason: why, version } = context.value;
    const refuse = (key: string, message: string): void =>
      void context.issues.push({ code: "custom", path: [key], message, input: context.value });
    if (built) {
      for (const [key, value] of Object.entries({ file, sha256: hash, from, reason: why }))
        if (value !== undefined) refuse(key, "does not go with `built: true`: nothing is fetched");
      return;
    }
    if (file === undefined) refuse("file", "is missing; write null and a reason where it is not known");
    if (hash === undefined) refuse("sha256", "is missing; write null and a reason where it is not known");
    if ((file === null) !== (hash === null)) refuse("sha256", "is known exactly where `file` is");
    if (typeof file === "string" && from === undefined) refuse("from", "is missing: the host of the file");
    if (!explains(why, [file, version])) refuse("reason", whyRule("file").message);
  });
export type LockedPackage = z.infer<typeof LockedPackage>;

/** What one model's image is made of. `platform` is the newest wheel tag that its system takes. */
export const LockedModel = z.strictObject({
  python: z.string().regex(/^3\.\d{1,2}$/, 'must be a quoted minor version such as "3.8"'),
  platform: z
    .string()
    .regex(/^manylinux_2_\d{1,2}_(?:x86_64|aarch64)$/, "must look like manylinux_2_27_x86_64"),
  bases: z.array(LockedBase).max(500),
  sources: z.array(LockedSource).max(500),
  packages: z.array(LockedPackage).max(4000),
});
export type LockedModel = z.infer<typeof LockedModel>;

/** models.lock.yaml: what everything that has a movable name was when a server was last asked. */
export const Lock = z.strictObject({
  schema: z.literal("models-lock/v1"),
  models: z.record(ModelSlug, LockedModel),
});
export type Lock = z.infer<typeof Lock>;

/** Nobody may mistake "not looked up" for "not needed": a null has a reason, and only a null has one. */
function explains(why: string | undefined, values: readonly unknown[]): boolean {
  return (why !== undefined) === values.some((value) => value === null);
}

function whyRule(keys: string): { path: string[]; message: string } {
  return {
    path: ["reason"],
    message: `goes with null as ${keys}, and only with it: say why it is not known`,
  };
}
