import * as z from "zod";
import { Model } from "../../packages/catalog/src/index.ts";
import { Lock } from "../../packages/catalog/src/lock.ts";
import { PolicyFile } from "../../packages/catalog/src/policy-file.ts";
import * as records from "../../packages/step-result/src/index.ts";
import { VerifyBaseline } from "../../packages/step-result/src/verify-baseline.ts";
import type { GeneratedFile } from "./generated-file.ts";

interface About {
  name: string;
  title: string;
  description: string;
}

/** JSON Schemas of what people write and what other tools read, for editors and for those who do not use zod. */
export function schemaFiles(): GeneratedFile[] {
  return [
    schemaFile(Model, {
      name: "model.v1",
      title: "model/v1",
      description:
        "What is true of one model: images/<slug>/model.yaml. Rules that span two keys (a reason where a hash is null) are checked by verify-dockerfile only.",
    }),
    schemaFile(PolicyFile, {
      name: "verify-policy.v1",
      title: "verify-policy/v1",
      description: "What a team promises of its images, for verify-dockerfile: mia-policy.yaml.",
    }),
    schemaFile(Lock, {
      name: "models-lock.v1",
      title: "models-lock/v1",
      description:
        "What the images are made of by digest, commit and hash: models.lock.yaml, as lock-images writes it. Rules that span two keys (a reason where a value is null) are checked by lock-images only.",
    }),
    schemaFile(VerifyBaseline, {
      name: "verify-baseline.v1",
      title: "verify-baseline/v1",
      description:
        "Findings that are known and accepted for now, as verify-dockerfile writes and reads them.",
    }),
    schemaFile(records.StepResult, {
      name: "step-result.v1",
      title: "step-result/v1",
      description: "The record a step leaves of itself: step-result-<step>[-<model>].json.",
    }),
  ];
}

/** Gives each exported schema of the record its own name, so that the file says `Finding` once and not six times. */
const names = z.registry<{ id: string }>();
const roots: z.ZodType[] = [records.StepResult, VerifyBaseline];
for (const [id, schema] of Object.entries(records)) {
  if (schema instanceof z.ZodType && !roots.includes(schema)) names.add(schema, { id });
}

function schemaFile(schema: z.ZodType, { name, title, description }: About): GeneratedFile {
  // `input`: a schema describes the text somebody writes, not what zod makes of it.
  const { $schema, ...body } = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-2020-12",
    metadata: names,
  });
  const ordered = { $schema, $id: `urn:model-image-actions:${name}`, title, description, ...body };
  return { path: `schemas/${name}.json`, content: `${JSON.stringify(ordered, null, 2)}\n` };
}
