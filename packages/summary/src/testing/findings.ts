import type { Finding } from "@mia/step-result";

const url = "https://download.openmmlab.com/mmcv/dist/cu118/torch1.9.0/index.html";

/** Files that findings of the tests point into, by line. */
export const sources: Record<string, readonly string[]> = {
  Dockerfile: [
    "FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel",
    "RUN apt-get update \\",
    "    && apt-get install -y \\",
    "       git",
    `RUN pip install --no-cache-dir mmcv-full==1.4.0 -f ${url} && pip check`,
    "USER root",
  ],
  "requirements.txt": ["torch==1.9.1+cu118"],
};

/** Three files that disagree, with a fix. */
export const threePlaces: Finding = {
  rule: "mmcv-index-matches-cuda",
  code: "MIA103",
  severity: "error",
  confidence: "high",
  message: "the MMCV index is for CUDA 11.8 (cu118), the image has 11.1",
  remedy: "Use the index of cu111.",
  locations: [
    { file: "Dockerfile", line: 5, column: 93, endColumn: 98, note: "the index says cu118" },
    { file: "Dockerfile", line: 1, column: 28, endColumn: 36, note: "the base says 11.1" },
    { file: "requirements.txt", line: 1, column: 13, endColumn: 19, note: "and so do the requirements" },
  ],
  fix: {
    title: "name the index of cu111",
    safety: "safe",
    edits: [{ file: "Dockerfile", line: 5, column: 93, endLine: 5, endColumn: 98, text: "cu111" }],
  },
  fingerprint: "0123456789abcdef0123456789abcdef",
};

/** One place that goes over three lines. */
export const threeLines: Finding = {
  rule: "pip-leaves-no-cache",
  code: "MIA506",
  severity: "warning",
  message: "the package lists stay in the layer",
  remedy: "Remove /var/lib/apt/lists in the same RUN.",
  locations: [{ file: "Dockerfile", line: 2, column: 5, endLine: 4, endColumn: 11, note: "this RUN" }],
  fix: {
    title: "remove the lists",
    safety: "unsafe",
    edits: [
      {
        file: "Dockerfile",
        line: 4,
        column: 11,
        endLine: 4,
        endColumn: 11,
        text: " && rm -r /var/lib/apt/lists",
      },
    ],
  },
};

/** A place in a file that is not at hand, from a rule without a code. */
export const elsewhere: Finding = {
  rule: "model-yaml",
  severity: "info",
  message: "no licence is named",
  remedy: "Name it.",
  locations: [{ file: "model.yaml", line: 3, note: "here it would stand" }],
};
