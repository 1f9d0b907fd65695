import type { Policy } from "./policy.ts";

/** Nothing beyond what is true of every image. */
export const none: Policy = {
  name: "none",
  targets: [],
  requireDigest: false,
  allowSshPort: true,
  // A tree that moves builds today, and so does what a broken pattern sends; what becomes of it is for the image's own people to weigh.
  rules: { "git-is-pinned": "warning", "dockerignore-has-no-trailing-comment": "warning" },
  enforced: [],
};

/** What RunPod's pods need of an image, and what every image of this repository promises. */
export const runpod: Policy = {
  ...none,
  name: "runpod",
  rules: {},
  // Pods mount their volumes for uid 1000.
  user: { name: "runpod", uid: 1000 },
  targets: ["dev"],
  appFolder: "/app",
  mmcvIndex: "cu111/torch1.9",
  configFolders: ["/app"],
};

/** The policies that can be named. */
export const policies: ReadonlyMap<string, Policy> = new Map([none, runpod].map((one) => [one.name, one]));
