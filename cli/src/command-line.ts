import { closest } from "@mia/catalog";
import { commandArguments } from "./arguments.ts";
import { generalHelp, verbHelp } from "./help.ts";
import { runVerb } from "./run-verb.ts";
import { findVerb, verbs } from "./verbs.ts";
import { version } from "./version.ts";

/** Runs `mia` on the words after it and gives the exit code: 0 ok, 1 findings or failure, 2 usage or unreadable input. */
export async function runCommandLine(words: string[]): Promise<0 | 1 | 2> {
  const [first, ...rest] = words;
  if (first === "--version" || first === "-v") {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (first === undefined || first === "--help" || first === "-h" || first === "help") {
    const [asked] = first === "help" ? rest : [];
    // The help of a verb is the verb's own, whichever way it is asked for.
    if (asked !== undefined && asked !== "help" && !asked.startsWith("-"))
      return runCommandLine([asked, "--help"]);
    (first === undefined ? process.stderr : process.stdout).write(generalHelp(version));
    return first === undefined ? 2 : 0;
  }
  const asked = explained(first, rest);
  if (asked) return (await import("./explain.ts")).explain(asked);
  if (first === "dockerfile") return (await import("./dockerfile-parse.ts")).dockerfileVerb(rest);
  if (first === "context") return (await import("./context.ts")).contextVerb(rest);
  const verb = findVerb(first);
  if (verb === undefined) return unknownVerb(first);
  const action = await verb.load();
  const given = commandArguments(action, rest);
  if (given.help) {
    process.stdout.write(verbHelp(verb, action));
    return 0;
  }
  return runVerb(action, given);
}

/** The words behind `mia explain`, or behind the `--explain` of the verb whose rules they are. */
function explained(first: string, rest: string[]): string[] | undefined {
  if (first === "explain") return rest;
  const at = rest.findIndex((word) => word === "--explain" || word.startsWith("--explain="));
  if (at < 0 || findVerb(first)?.name !== "verify-dockerfile") return undefined;
  const [, inline] = (rest[at] ?? "").split("=");
  return inline === undefined ? rest.slice(at + 1) : [inline];
}

function unknownVerb(word: string): 2 {
  const names = [
    ...verbs.flatMap((verb) => [verb.name, ...verb.aliases]),
    "explain",
    "dockerfile",
    "context",
    "help",
  ];
  const near = closest(word, names);
  const hint = near ? `Did you mean ${near}?` : `The verbs are ${verbs.map((verb) => verb.name).join(", ")}.`;
  process.stderr.write(`mia: there is no verb ${JSON.stringify(word)}. ${hint} See mia --help.\n`);
  return 2;
}
