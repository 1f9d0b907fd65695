import { joinPath } from "../pins/container-path.ts";
import type { ShellCommand, ShellWord } from "../shell/shell-command.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { mountsOf } from "./mounts.ts";
import type { Step } from "./stage.ts";

/** Where the secrets of a RUN lie, and the variables that hold them; no layer keeps either. */
interface SecretPlaces {
  paths: readonly string[];
  names: ReadonlySet<string>;
}

const places = new WeakMap<Instruction, SecretPlaces>();

function placesOf({ instruction, folder }: Step): SecretPlaces {
  const known = places.get(instruction);
  if (known) return known;
  const paths = ["/run/secrets/"];
  const names = new Set<string>();
  for (const { options } of mountsOf(instruction)) {
    if (options.get("type") !== "secret") continue;
    const id = options.get("id") ?? "";
    const target = options.get("target") ?? options.get("dst") ?? options.get("destination") ?? "";
    const path = target === "" ? undefined : joinPath(folder.startsWith("/") ? folder : "/", target);
    if (path !== undefined && path.length > 1) paths.push(path);
    // Without a file of its own, `env` names the variable; given no name, the id is it.
    if (options.has("env")) names.add(options.get("env") || id);
  }
  const found = { paths: paths.slice(0, 50), names };
  places.set(instruction, found);
  return found;
}

/** Whether a word takes what it says from a secret that only its RUN sees. */
export function isFromSecret(
  { text, value, made = "" }: ShellWord,
  { step }: Pick<ShellCommand, "step">,
): boolean {
  const { paths, names } = placesOf(step);
  const all = [value, text, made].map((one) => one.slice(0, 20_000));
  if (all.some((one) => paths.some((path) => holdsPath(one, path)))) return true;
  if (names.size === 0) return false;
  return all.some((one) =>
    [...one.matchAll(/\$\{?([A-Za-z_]\w{0,99})/g)].some(([, name = ""]) => names.has(name)),
  );
}

function holdsPath(text: string, path: string): boolean {
  const at = text.indexOf(path);
  return (
    at >= 0 &&
    (path.endsWith("/") || !/[\w./-]/.test(text[at + path.length] ?? "")) &&
    !/[\w.]/.test(text[at - 1] ?? "")
  );
}
