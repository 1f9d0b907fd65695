/** What every image of this repository promises, apart from its own pins. */
export const policy = {
  /** The account the container runs as, and its number: pods mount their volumes for it. */
  user: "runpod",
  uid: 1000,
  /** Stages somebody runs besides the last one. */
  targets: ["dev"],
} as const;
