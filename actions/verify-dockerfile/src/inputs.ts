import { choice, flag, lines, optionalText, text } from "@mia/action-kit";

export const inputs = {
  models: lines({
    description:
      "What to check, one a line: models by slug or folder, Dockerfiles, folders to search, wildcards such as docker/**. Default: every model under images-dir, or every Dockerfile where there is none.",
    placeholder: "MODEL|PATH",
  }),
  "images-dir": text({
    description: "Folder whose subfolders are the image folders.",
    default: "images",
    placeholder: "FOLDER",
  }),
  context: optionalText({
    description:
      "Build context of Dockerfiles that belong to no image folder. Default: the nearest folder that holds what they copy.",
    placeholder: "FOLDER",
  }),
  policy: optionalText({
    description:
      "What is promised of the images: none, runpod, or a policy file. Default: mia-policy.yaml here or in a folder above, up to the repository's top, else runpod for models and none for other Dockerfiles.",
    placeholder: "NAME|FILE",
  }),
  "fail-on": choice({
    description: "The step fails on findings of this severity or worse.",
    values: ["error", "warning", "info", "never"],
    default: "error",
  }),
  "min-severity": choice({
    description: "Findings below this severity are left out.",
    values: ["error", "warning", "info"],
    default: "info",
  }),
  "min-confidence": choice({
    description: "Findings that their rule is less sure of are left out.",
    values: ["high", "medium", "low"],
    default: "medium",
  }),
  scope: choice({
    description: "Which findings count: all, those in files a change touches, or those on its lines.",
    values: ["all", "changed-files", "changed-lines"],
    default: "all",
  }),
  base: optionalText({
    description:
      "Branch, tag or commit that scope compares with, from the commit at which HEAD left it. Default: what the event says.",
    placeholder: "REF",
  }),
  baseline: optionalText({
    description: "File with the findings that are known and accepted for now; they are left out.",
    placeholder: "FILE",
  }),
  "write-baseline": flag({
    description:
      "Writes the baseline file from what is found now, and passes. Default file: mia-baseline.json. Entries of files that were not verified stay.",
    default: false,
  }),
  fix: choice({
    description:
      "Mends what can be mended: safe leaves what the image does as its author meant it, unsafe wants a look.",
    values: ["off", "safe", "unsafe"],
    default: "off",
    implied: "safe",
  }),
  diff: flag({
    description: "With fix: prints the changes as a diff and leaves the files alone.",
    default: false,
  }),
  online: flag({
    description:
      "Asks git and the registry for the commits and digests that fixes suggest. Without it nothing goes over the network.",
    default: false,
  }),
  sarif: optionalText({
    description: "File to write the findings to as SARIF 2.1.0, for code scanning.",
    placeholder: "FILE",
  }),
} as const;
