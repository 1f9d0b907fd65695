/** Why no image can ever lie under an entry of `registries`, and what to write; undefined where one can. */
export function registryProblem(entry: string): string | undefined {
  const [written, shown] = [entry.trim(), entry.slice(0, 200)];
  const scheme = /^[a-z][a-z0-9+.-]*:\/\/+/i.exec(written)?.[0];
  if (scheme !== undefined) return `${shown} has a scheme; write ${insteadOf(written.slice(scheme.length))}`;
  const wildcard = written.search(/[*?[]/);
  if (wildcard >= 0) {
    const folder = written.slice(0, wildcard);
    // What stands above half a name would allow more than was meant.
    const write = /[^/]\/$/.test(folder) ? `write ${insteadOf(folder)}` : "name each registry";
    return `${shown} has a wildcard, and an entry stands for everything below it anyhow; ${write}`;
  }
  if (/\s/.test(written) || written === "") return `${JSON.stringify(shown)} is no name of a registry`;
  const tagged = /@|:(?!\d{1,5}(?:\/|$))/.exec(written) ?? /\/[^:]*:/.exec(written);
  if (tagged === null) return undefined;
  const name = written.replace(/@.*$/, "").replace(/(?<=\/[^:/]*|^[^./]*):[^/]*$/, "");
  return `${shown} names a tag or a digest, and an entry speaks of names alone; write ${insteadOf(name)}`;
}

const insteadOf = (name: string): string => name.slice(0, 200).replace(/\/+$/, "");
