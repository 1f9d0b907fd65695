import * as z from "zod";

const commit = z
  .string()
  .regex(/^[0-9a-f]{40}$/, "must be a full commit of 40 hexadecimal digits, not a branch or tag");
const httpsUrl = z.url({ protocol: /^https$/, error: "must be an https address" }).max(2000);
const version = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[0-9]+(?:\.[0-9A-Za-z]+)*(?:\+[0-9A-Za-z.]+)?$/, "must be one exact version");

/** A git tree the image contains, pinned by commit. `branch` and `ref` are for people and never checked out. */
export const Upstream = z.strictObject({
  repository: httpsUrl,
  commit,
  branch: z.string().max(200),
  licence: z.string().max(100),
});

export const Source = z.strictObject({
  name: z.string().min(1).max(100),
  repository: httpsUrl,
  commit,
  ref: z.string().max(200).optional(),
  licence: z.string().max(100),
});

const digestShape = z.string().regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 hexadecimal digits");

/** A value that may be unknown must say why: nobody may mistake "not looked up" for "not needed". */
function reasonIffNull(known: string | null, reason: string | undefined): boolean {
  return (known === null) === (reason !== undefined);
}

export const BaseImage = z
  .strictObject({
    image: z.string().min(1).max(300),
    tag: z.string().min(1).max(200),
    digest: digestShape.nullable(),
    digestReason: z.string().min(1).max(1000).optional(),
  })
  .refine((base) => reasonIffNull(base.digest, base.digestReason), {
    path: ["digestReason"],
    message: "goes with `digest: null`, and only with it: say why the digest is not known",
  });

export const Environment = z.strictObject({
  python: z.string().regex(/^3\.\d+$/, 'must be a quoted minor version such as "3.8"'),
  cuda: z.string().regex(/^\d+\.\d+$/, 'must be a quoted CUDA version such as "11.1"'),
});

export const Packages = z.record(
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
    .max(100),
  version,
);

export const Checkpoint = z
  .strictObject({
    url: httpsUrl,
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits")
      .nullable(),
    sha256Reason: z.string().min(1).max(1000).optional(),
    licence: z.string().max(300),
  })
  .refine((file) => reasonIffNull(file.sha256, file.sha256Reason), {
    path: ["sha256Reason"],
    message: "goes with `sha256: null`, and only with it: say why the hash is not known",
  });

export { httpsUrl };
