import type { ActionManifest } from "./action-manifest.ts";
import { markdownTable } from "./markdown-table.ts";

const code = (text: string): string => `\`${text}\``;

export function inputTable({ inputs }: ActionManifest): string {
  const rows = Object.entries(inputs).map(([name, input]) => [
    code(name),
    input.required ? "required" : shownDefault(input.default),
    input.description ?? "",
  ]);
  return markdownTable(["input", "default", "what it is"], rows);
}

export function outputTable({ outputs }: ActionManifest): string {
  const rows = Object.entries(outputs).map(([name, output]) => [code(name), output.description ?? ""]);
  return markdownTable(["output", "what it is"], rows);
}

/** One line an action, with a link to its page. */
export function actionTable(manifests: readonly ActionManifest[]): string {
  const rows = manifests.map(({ folder, description }) => [`[${folder}](actions/${folder}/)`, description]);
  return markdownTable(["action", "what it does"], rows);
}

function shownDefault(value: unknown): string {
  if (value === undefined || value === "") return "";
  return String(value).trim().split("\n").map(code).join(", ");
}
