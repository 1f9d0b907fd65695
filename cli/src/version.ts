import manifest from "../../package.json" with { type: "json" };

/** One version for all actions and the command line: they exchange one record format. */
export const version: string = manifest.version;
