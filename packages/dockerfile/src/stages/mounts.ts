import type { Flag, Instruction } from "../syntax/instruction.ts";

export interface Mount {
  flag: Flag;
  /** By their names in lower case; empty for those without a value. */
  options: ReadonlyMap<string, string>;
}

/** The `--mount` flags of a RUN, taken apart. */
export function* mountsOf({ flags }: Instruction): Generator<Mount> {
  for (const flag of flags) {
    // A quoted field is a rarity of the CSV form; what it holds is not guessed.
    if (flag.name !== "mount" || flag.value === undefined || flag.value.includes('"')) continue;
    const fields = flag.value.split(",").map((field) => /^\s*([^=]*)=?(.*)$/s.exec(field));
    const options = new Map(fields.map((field) => [(field?.[1] ?? "").toLowerCase(), field?.[2] ?? ""]));
    yield { flag, options };
  }
}
