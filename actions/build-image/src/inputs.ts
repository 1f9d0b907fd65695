import { duration, fieldMeta, flag, lines, optionalText, requiredText, text } from "@mia/action-kit";
import {
  isImageTag,
  type ParsedPairs,
  parseBuildArgs,
  parseBuildContexts,
  runtimeContextName,
} from "@mia/container";
import * as z from "zod";

const name = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}$/;

export const inputs = {
  model: requiredText({
    description: "The model to build: its folder, or its slug under images-dir.",
    placeholder: "FOLDER",
  }),
  "images-dir": text({
    description: "Folder that holds one folder a model.",
    default: "images",
    placeholder: "FOLDER",
  }),
  target: refined(
    text({ description: "Stage of the Dockerfile to build: runtime or dev.", default: "runtime" }),
    (value) => (name.test(value) ? undefined : "must be the name of a stage"),
  ),
  tags: refined(
    lines({
      description: "Tags of the image, one a line. Default: model-image/<slug>:latest.",
      placeholder: "TAG",
    }),
    tagProblem,
  ),
  push: flag({
    description: "Push the image to the registry of its tags instead of loading it into the engine.",
    default: false,
  }),
  "build-contexts": pairs(
    lines({
      description:
        "Build contexts, one NAME=VALUE a line, where VALUE is a folder or docker-image://REFERENCE. Each replaces the stage or image of that name and makes the result a stand-in.",
      placeholder: "NAME=VALUE",
    }),
    contextPairs,
  ),
  "build-args": pairs(
    lines({
      description:
        "Build arguments, one NAME=VALUE a line, or NAME to take the value from the environment. Not for secrets. One that can change a FROM makes the result a stand-in.",
      placeholder: "NAME=VALUE",
    }),
    parseBuildArgs,
  ),
  builder: refined(
    optionalText({
      description: "Name of the buildx builder. Default: the current one.",
      placeholder: "NAME",
    }),
    (value) => (value === undefined || name.test(value) ? undefined : "must be the name of a buildx builder"),
  ),
  "runtime-context": optionalText({
    description:
      "Folder of the Python package that runs inside every image, given to the build as the context model-runtime. Default: images/runtime of the workspace, or the one these actions ship; any other makes the result a stand-in.",
    placeholder: "FOLDER",
  }),
  timeout: duration({ description: "Time the build may take, such as 90m. Default: 2h." }),
};

/** Adds a check; what action.yml and the help say stays with the field. */
function refined<Out, In>(
  field: z.ZodType<Out, In>,
  problemOf: (value: Out) => string | undefined,
): z.ZodType<Out, In> {
  const checked = field.superRefine((value, context) => {
    const message = problemOf(value);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });
  return checked.meta({ ...fieldMeta(field) }) as z.ZodType<Out, In>;
}

function pairs<In>(
  field: z.ZodType<string[], In>,
  parse: (entries: readonly string[]) => ParsedPairs,
): z.ZodType<Extract<ParsedPairs, { ok: true }>["pairs"], In> {
  const parsed = field.transform((entries, context) => {
    const result = parse(entries);
    if (result.ok) return result.pairs;
    context.addIssue({ code: "custom", message: `has ${result.problems.join("; ")}` });
    return z.NEVER;
  });
  return parsed.meta({ ...fieldMeta(field) }) as never;
}

function contextPairs(entries: readonly string[]): ParsedPairs {
  const result = parseBuildContexts(entries);
  if (!result.ok || !result.pairs.some((pair) => pair.name === runtimeContextName)) return result;
  return {
    ok: false,
    problems: [`the context ${runtimeContextName}; it is set by the input runtime-context`],
  };
}

function tagProblem(tags: readonly string[]): string | undefined {
  const bad = tags.find((tag) => !isImageTag(tag));
  if (bad !== undefined)
    return `has ${JSON.stringify(bad.slice(0, 100))}, which is no image tag; write such as ghcr.io/owner/maptr:v1`;
  return tags.length > 50 ? "has more than 50 lines" : undefined;
}
