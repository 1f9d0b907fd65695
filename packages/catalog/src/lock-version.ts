const words: Record<string, string> = {
  alpha: "a",
  beta: "b",
  c: "rc",
  pre: "rc",
  preview: "rc",
  r: "post",
  rev: "post",
};

/**
 * One spelling for all texts that pip takes for the same version: `1.0`, `v1.0.0`, `1.0-RC1` and `1.0rc01`, `1.0-1` and `1.0.post1`.
 * What is no version comes back in lower case. Source: PEP 440, "Normalization".
 */
export function versionKey(version: string): string {
  if (version.length > 200) return version;
  const [own = "", ...label] = version.trim().toLowerCase().split("+");
  const release = own
    .replace(/^v/, "")
    .replace(/[-_.]?([a-z]+)[-_.]?/g, (_, word: string) =>
      Object.hasOwn(words, word) ? (words[word] ?? word) : word,
    )
    .replace(/-(\d+)$/, "post$1")
    .replace(/[-_]/g, ".")
    .replace(/(?<!\d)0+(?=\d)/g, "")
    .replace(/([a-z])(?![\da-z])/g, "$10")
    .replace(/^((?:\d+!)?\d+(?:\.\d+)*?)(?:\.0)+(?=$|[a-z])/, "$1");
  const local = label.join("+").replace(/[-_]/g, ".");
  return local === "" ? release : `${release}+${local}`;
}

/** Whether a file of version `there` is one that `==wanted` takes: a local label counts where one is asked for. */
export function isVersionOf(there: string, wanted: string): boolean {
  const [have, want] = [versionKey(there), versionKey(wanted)];
  return have === want || (!want.includes("+") && have.split("+", 1)[0] === want);
}
