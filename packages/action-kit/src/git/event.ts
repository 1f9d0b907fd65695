import type { Host } from "../host.ts";
import { plainLine } from "../plain-text.ts";
import { type ComparisonChoice, chooseComparison } from "./comparison.ts";

/** GitHub refuses webhook payloads above 25 MB (docs: webhook events and payloads, "Payload cap"). */
const maxEventBytes = 25_000_000;

/** Reads the event that started the workflow. Its text comes from strangers: size and shape are checked, nothing throws. */
export async function eventComparison(host: Host): Promise<ComparisonChoice> {
  const { GITHUB_EVENT_NAME: name = "", GITHUB_EVENT_PATH: path } = host.env;
  const choice = chooseComparison(name, undefined);
  // Most kinds of events need no payload to be told apart.
  if (!["pull_request", "pull_request_target", "merge_group", "push"].includes(name)) return choice;
  if (!path) return { reason: "GITHUB_EVENT_PATH is not set" };
  try {
    return chooseComparison(name, JSON.parse(await host.files.read(path, { maxBytes: maxEventBytes })));
  } catch (error) {
    return { reason: `the event file cannot be read: ${plainLine((error as Error).message).slice(0, 300)}` };
  }
}
