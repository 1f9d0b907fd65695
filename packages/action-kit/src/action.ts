import type { Finding, StepResult } from "@mia/step-result";
import * as z from "zod";
import type { Host } from "./host.ts";
import { type InputShape, text } from "./inputs.ts";

/** What an action has to say: its records, and the values later steps of a workflow read. */
export interface Outcome {
  records: StepResult[];
  /** What people are shown, where that is more than the records this run made. Default: the records. */
  summary?: StepResult[];
  outputs?: Record<string, string>;
  /** The lines of a file that findings point into, as it was read; for showing the place. */
  source?: (file: string) => readonly string[] | undefined;
  /** Whether a finding lies on lines the change touches; those are annotated first. */
  inDiff?: (finding: Finding) => boolean;
  /** What a person at a terminal gets instead of the page about the records, such as a diff. */
  print?: string;
  /** Files written for people, named in the log. Paths relative to the workspace. */
  files?: string[];
}

/** A verb, for both doors: a workflow's `uses:` and `mia <verb>`. */
export interface Action<S extends InputShape = InputShape> {
  name: string;
  /** One sentence: the action.yml description and the first line of help. */
  description: string;
  inputs: z.ZodObject<S>;
  /** Output name to description, beside those every action has. */
  outputs: Record<string, string>;
  /** The input that plain arguments of the command line fill. */
  positional?: string;
  run(inputs: z.output<z.ZodObject<S>>, host: Host): Promise<Outcome>;
  /** Runs in the `post` phase, whatever became of `run`; it finds what `host.state` kept. */
  post?(host: Host): Promise<void>;
}

/** Folder for records, relative to the workspace. Not hidden: upload-artifact leaves hidden folders out by default. */
export const defaultResultsDir = "model-image-results";

const everyInput = {
  "results-dir": text({
    description: "Folder the records are written to, one JSON file per step and model.",
    default: defaultResultsDir,
    placeholder: "FOLDER",
  }),
};

export const everyOutput = {
  status: "passed or failed.",
  "results-dir": "Folder the records were written to.",
};

type WithCommon<S extends InputShape> = S & typeof everyInput;

/** Adds the inputs and outputs every action has. */
export function defineAction<S extends InputShape>(
  action: Omit<Action<WithCommon<S>>, "inputs"> & { inputs: S },
): Action<WithCommon<S>> {
  const inputs = z.object({ ...action.inputs, ...everyInput }) as unknown as z.ZodObject<WithCommon<S>>;
  return { ...action, inputs, outputs: { ...everyOutput, ...action.outputs } };
}
