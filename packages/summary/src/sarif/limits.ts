/**
 * What GitHub code scanning takes of one run (docs.github.com, "SARIF results exceed one or more limits" and "SARIF support
 * for code scanning"). An upload above a limit is refused as a whole.
 */
export const limits = {
  results: 25_000,
  rules: 25_000,
  /** Of one result. */
  locations: 1000,
  /** Of one rule. */
  tags: 20,
  /** Characters of a rule's id and name. */
  name: 255,
  /** Characters of a rule's short and full description. */
  description: 1024,
  /** GitHub counts 10 MB after gzip. Text this long cannot be more, however badly it packs. */
  bytes: 10_000_000,
  /** Ours: 25,000 results with three places each are about 30 MB, which gzip packs into one. */
  unpackedBytes: 64_000_000,
} as const;
