import type { ShellCommand } from "../shell/shell-command.ts";
import type { Environment } from "./environment.ts";
import type { Install } from "./installs.ts";
import { installed, isFollowed, isThere, packageName } from "./packages.ts";
import { normalName } from "./requirement.ts";

/** An environment behind what one command installs. `unread`: it names a requirements file that nobody could read. */
export function withInstalls(now: Environment, installs: readonly Install[], unread: boolean): Environment {
  const counted = installs.filter(fillsEnvironment);
  const changes = counted.filter((install) => isFollowed(packageName(install)));
  // A file that nobody could read may ask for anything. A tree of one's own may bring more, and leaves what fits it.
  const brings = counted.some(({ name, options }) => name === "" && !options.noDeps);
  if (changes.length === 0 && !unread && !brings) return now;
  const packages = new Map(now.packages);
  if (unread) for (const [name, one] of packages) packages.set(name, { ...one, sure: false });
  for (const install of changes) {
    const name = packageName(install);
    if (packages.has(name) && isThere(install, now) === true) continue;
    packages.set(name, installed(install, counted, packages.get(name)));
  }
  return { ...now, packages, complete: now.complete && !unread && !brings };
}

/** The same behind `pip uninstall` and its like. */
export function withoutUninstalled(now: Environment, { name, words }: ShellCommand): Environment {
  const at = words.findIndex(({ value }) => value === "uninstall");
  if (at < 1 || !/^(?:pip[\d.]*|python[\d.]*|uv|conda|mamba)$/.test(name)) return now;
  const packages = new Map(now.packages);
  for (const { value } of words.slice(at + 1)) packages.delete(normalName(value));
  return { ...now, packages };
}

function fillsEnvironment({ verb, applies, options, tool }: Install): boolean {
  return (
    (verb === "install" || verb === "create") &&
    applies !== false &&
    (options.target === undefined || tool === "conda")
  );
}
