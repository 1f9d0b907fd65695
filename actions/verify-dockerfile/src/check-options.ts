import { type Host, nearPath, StepFailure } from "@mia/action-kit";
import { defaultBaseline, formerBaseline } from "./baseline-input.ts";
import { inputs } from "./inputs.ts";

type Given = { [Name in keyof typeof inputs]: ReturnType<(typeof inputs)[Name]["parse"]> };

interface Problem {
  message: string;
  remedy: string;
}

/**
 * Refuses options that cannot mean what their author hopes for, before anything is read or written: each would otherwise do
 * less than was asked, and say nothing. Throws `invalid-input` with every one of them.
 */
export async function checkOptions(host: Host, given: Given): Promise<void> {
  const problems = [
    ...contradictions(given),
    ...(await missingFolder(host, "context", given.context)),
    // The default may be missing: then every Dockerfile is checked.
    ...(await missingFolder(
      host,
      "images-dir",
      isDefault(given["images-dir"]) ? undefined : given["images-dir"],
    )),
  ];
  if (problems.length > 0) {
    throw new StepFailure({
      code: "invalid-input",
      message: problems.map(({ message }) => message).join("; "),
      remedy: problems.map(({ remedy }) => remedy).join(" "),
    });
  }
  if (given.sarif !== undefined) await refuseSarif(host, given.sarif);
  if (given["write-baseline"]) {
    const file = given.baseline ?? defaultBaseline;
    await host.files.refuseUnwritable(file);
    await formerBaseline(host, file);
  }
}

function contradictions({ diff, fix, base, scope }: Given): Problem[] {
  const problems: Problem[] = [];
  if (diff && fix === "off") {
    problems.push({
      message: "diff shows what fix would change, and fix is off",
      remedy: "Set fix to safe or unsafe (--fix --diff), or leave diff out.",
    });
  }
  if (base !== undefined && scope === "all") {
    problems.push({
      message: "base is what scope compares with, and scope is all, which compares with nothing",
      remedy: "Set scope to changed-lines or changed-files, or leave base out.",
    });
  }
  return problems;
}

function isDefault(imagesDir: string): boolean {
  return imagesDir === inputs["images-dir"].parse(undefined);
}

async function missingFolder(host: Host, input: string, folder: string | undefined): Promise<Problem[]> {
  if (folder === undefined) return [];
  const kind = await host.files.kind(folder);
  if (kind === "folder") return [];
  const near = kind === undefined ? await nearPath(host.files, folder) : undefined;
  const what = kind === undefined ? `there is no folder ${folder}` : `${folder} is not a folder`;
  return [
    {
      message: `${input}: ${what}${near === undefined ? "" : `; did you mean ${near}?`}`,
      remedy: `Name a folder with ${input}, relative to the workspace.`,
    },
  ];
}

/** A Dockerfile named by mistake would be gone: what is written over must be JSON, as SARIF is. */
async function refuseSarif(host: Host, file: string): Promise<void> {
  await host.files.refuseUnwritable(file);
  if (!(await host.files.exists(file))) return;
  const head = new TextDecoder().decode(await host.files.readHead(file, 64)).trimStart();
  if (head === "" || head.startsWith("{")) return;
  throw new StepFailure({
    code: "invalid-input",
    message: `sarif: ${file} is there and holds something else, so it is not written over`,
    remedy: "Name another file with sarif, or remove this one.",
  });
}
