/** A file or folder of the host, seen inside the container at `target`. */
export interface Mount {
  source: string;
  target: string;
  readonly: boolean;
}

/**
 * The value of `--mount`. Never `-v`: for a missing source that form makes an empty folder, owned by root, on the host.
 * The value is one line of CSV (docker/cli, opts/mount.go), so a field with a comma or a quote is quoted.
 */
export function mountValue({ source, target, readonly }: Mount): string {
  const fields = ["type=bind", `src=${source}`, `dst=${target}`, ...(readonly ? ["readonly"] : [])];
  return fields.map(csvField).join(",");
}

function csvField(field: string): string {
  return /[",\r\n]|^\s/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
