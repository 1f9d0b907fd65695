import { actionManifests } from "./action-manifest.ts";
import { actionTable, inputTable, outputTable } from "./action-tables.ts";
import { betweenMarkers } from "./between-markers.ts";
import { type GeneratedFile, onDisk } from "./generated-file.ts";
import { ruleTable } from "./rule-table.ts";

/** Every page with parts that follow from code, as it should read. Pages that do not exist are left out. */
export async function docFiles(): Promise<GeneratedFile[]> {
  const manifests = actionManifests();
  const pages = manifests.map((manifest) =>
    page(`actions/${manifest.folder}/README.md`, {
      inputs: inputTable(manifest),
      outputs: outputTable(manifest),
    }),
  );
  pages.push(page("README.md", { actions: actionTable(manifests) }));
  pages.push(page("docs/rules/README.md", { rules: await ruleTable() }));
  return pages.filter((file) => file !== undefined);
}

function page(path: string, parts: Record<string, string>): GeneratedFile | undefined {
  let text = onDisk(path);
  if (text === undefined) return undefined;
  for (const [name, body] of Object.entries(parts)) {
    const filled = betweenMarkers(text, name, body);
    if (filled === undefined)
      throw new Error(
        `${path}: add the lines <!-- ${name} --> and <!-- /${name} --> where the table belongs`,
      );
    text = filled;
  }
  return { path, content: text };
}
