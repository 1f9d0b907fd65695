import type { Host } from "@mia/action-kit";
import type { Policy } from "@mia/dockerfile";
import type { Finding } from "@mia/step-result";
import { judge, type Measure } from "./judge.ts";
import { type Mended, mend } from "./mend.ts";
import type { Network } from "./network.ts";
import type { Part } from "./parts.ts";
import { SourceReader } from "./source-reader.ts";

/** What the fixes of all findings that count make of the files. */
export async function mendParts(
  host: Host,
  parts: readonly Part[],
  measureOf: (policy: Policy) => Measure,
  safety: "safe" | "unsafe",
  network: Network | undefined,
): Promise<Mended> {
  const check = async (reader: SourceReader): Promise<Finding[]> => {
    const found: Finding[] = [];
    for (const part of parts) {
      const checked = await part.check(reader);
      const { findings } = judge(checked, measureOf(part.policy));
      found.push(...(network ? await network.answer(checked.images, findings) : findings));
    }
    return found;
  };
  const reader = new SourceReader(host);
  const findings = await check(reader);
  const dockerfiles = new Set(parts.flatMap((part) => part.dockerfiles));
  const again = (changed: ReadonlyMap<string, string>) => check(new SourceReader(host, changed));
  const mended = await mend(reader.texts, findings, safety, again, dockerfiles);
  return mended;
}
