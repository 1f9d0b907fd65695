/** Fields that Go's `encoding/csv` and buildx's own reader take as they stand, bare spaces at the ends excepted. */
const plainField = /^[^",\r\n\s](?:[^",\r\n]*[^",\r\n\s])?$/;

/**
 * One field of a buildx option that is a CSV record (`--output`, `--secret`, `--cache-to`): a field with a comma, a quote, a
 * line end or an outer space stands in quotes, with its quotes doubled. The quotes go around the whole field, `"src=a,b"`, as
 * RFC 4180 has it: a quote behind the equal sign is refused.
 */
export function csvField(text: string): string {
  return plainField.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}

/** `NAME=VALUE` fields in the order given, as one record. */
export function csvRecord(fields: readonly (readonly [name: string, value: string])[]): string {
  return fields.map(([name, value]) => csvField(`${name}=${value}`)).join(",");
}
