import { isIgnored, parseIgnore } from "../../packages/build-context/src/parse-ignore.ts";
import { parsedView } from "../../packages/dockerfile/src/parsed-view.ts";
import { parseRequirements } from "../../packages/dockerfile/src/pins/requirements.ts";
import { runpod } from "../../packages/dockerfile/src/policy/built-in.ts";
import { verifyImage } from "../../packages/dockerfile/src/verify-image.ts";
import type { Corpus } from "./corpus.ts";

/** A reader of texts from outside. */
export interface Target {
  name: string;
  /** What kind of text it reads. */
  reads: keyof Corpus;
  run(text: string): void;
}

const paths = [
  "a",
  "a/b/c.pth",
  "w/ckpts/x.tar.gz",
  ".git/refs/heads/x",
  `${"a/".repeat(100)}a`,
  "é",
  "a".repeat(500),
];

function verify(dockerfile: string, requirements: string): void {
  const source = {
    folder: ".",
    dockerfile: { path: "Dockerfile", text: dockerfile },
    requirements: [{ path: "requirements.txt", text: requirements }],
  };
  verifyImage(source, undefined, { ...runpod, gpus: ["sm_86"], registries: ["docker.io"] });
}

/** Parser, stages, expansion, shell and all rules; requirements; ignore files. */
export const targets: Target[] = [
  { name: "parse", reads: "dockerfile", run: (text) => void parsedView(text) },
  { name: "verify", reads: "dockerfile", run: (text) => verify(text, "torch==1.9.1\n") },
  {
    name: "requirements",
    reads: "requirements",
    run: (text) => void parseRequirements("requirements.txt", text),
  },
  {
    name: "verify requirements",
    reads: "requirements",
    run: (text) =>
      verify("FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel\nRUN pip install -r requirements.txt\n", text),
  },
  {
    name: "ignore",
    reads: "ignore",
    run: (text) => {
      const ignore = parseIgnore(text);
      for (const path of paths) isIgnored(ignore, path);
    },
  },
];
