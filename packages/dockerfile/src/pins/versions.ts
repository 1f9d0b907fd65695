/** Facts about version texts of the PyTorch world. Versions are compared as text: an exact pin is meant. */

/** `1.9.1+cu111` without what follows the plus. */
export function publicVersion(version: string): string {
  return version.split("+", 1)[0] ?? version;
}

/** `1.9.1` to `1.9`: what decides which compiled extensions fit. */
export function minorVersion(version: string): string {
  return publicVersion(version).split(".").slice(0, 2).join(".");
}

/** The CUDA version of a label: `cu111` is 11.1, `cu92` is 9.2; undefined for `cpu` and what is no label. */
export function cudaOfLabel(label: string): string | undefined {
  const match = /^cu(\d{1,2})(\d)$/.exec(label);
  return match ? `${match[1]}.${match[2]}` : undefined;
}

/** The CUDA version a local version names: `1.9.1+cu111` is for 11.1. */
export function cudaOfVersion(version: string): string | undefined {
  return cudaOfLabel(version.split("+")[1] ?? "");
}

/** `11.1` to `cu111`. */
export function labelOfCuda(cuda: string): string {
  return `cu${cuda.split(".").slice(0, 2).join("")}`;
}

/** Whether two versions are the same as far as the shorter one goes: `11.1` and `11.1.1` agree. */
export function agree(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long === short || long.startsWith(`${short}.`);
}
