import type { Incomplete, LockDrift, LockPins } from "@mia/catalog/lock";
import type { Finding, Location, LockEntry } from "@mia/step-result";
import type { LockPlace } from "./lock-place.ts";
import type { Resolved } from "./resolve.ts";

/** More of one kind than this are told by their number. */
const maxFindings = 100;
const maxNames = 8;

/** Says findings about one model's part of the lock. */
export class LockFindings {
  private readonly place: LockPlace;
  private readonly pins: LockPins;
  private readonly fallback: Location;

  /** `folder`: of the image; its model.yaml is shown where the lock has no line for it. */
  constructor(place: LockPlace, pins: LockPins, folder: string) {
    this.place = place;
    this.pins = pins;
    this.fallback = { file: `${folder}/model.yaml`, line: 1 };
  }

  /** What the files ask for and the lock does not hold, or the other way round. */
  drift(drift: readonly LockDrift[]): Finding[] {
    return capped(
      drift.map((one) =>
        this.finding("lock-drift", "error", driftMessage(one, this.place.file), {
          remedy: `Run \`mia lock ${this.pins.slug}\` and review what it changes.`,
          locations: [...this.inLock(one.path, one.state === "missing"), ...one.locations],
        }),
      ),
    );
  }

  /** What servers no longer say. */
  moved(entries: readonly LockEntry[]): Finding[] {
    const moved = entries.filter(isMoved);
    return capped(
      moved.map(({ kind, name, locked, resolved }) =>
        this.finding("lock-moved", "error", `${name} is locked as ${locked}, and now it is ${resolved}`, {
          remedy: `If that is meant, run \`mia lock ${this.pins.slug} --update\` and review what it changes; else ask why it moved.`,
          locations: [...this.inLock(this.pathOf(kind, name), false), ...this.pinned(kind, name)],
        }),
      ),
    );
  }

  /** What a server answered that it does not have. */
  absent(absent: Resolved["absent"]): Finding[] {
    return absent.map(({ kind, name, reason, pin }) =>
      this.finding("lock-absent", "error", `${name}: ${reason}`, {
        remedy: "Name one that exists; a build from an empty cache ends here.",
        locations: [...pin.locations, ...this.inLock(this.pathOf(kind, name), false)],
      }),
    );
  }

  /** What nobody knows yet, one finding for all that lack the same for the same reason. */
  incomplete(parts: readonly Incomplete[]): Finding[] {
    return [...grouped(parts).values()].slice(0, maxFindings).map((group) => {
      const [first] = group as [Incomplete];
      const names = group
        .slice(0, maxNames)
        .map(({ name }) => name)
        .join(", ");
      const more = group.length > maxNames ? ` and ${group.length - maxNames} more` : "";
      return this.finding("lock-incomplete", "warning", `not locked: ${names}${more}: ${first.reason}`, {
        remedy: `Run \`mia lock ${this.pins.slug}\` where they can be asked for.`,
        locations: group.slice(0, 20).flatMap(({ path }) => this.inLock(path, false)),
      });
    });
  }

  /** What no lock can hold. */
  unknown(): Finding[] {
    return capped(
      this.pins.unknown.map(({ what, why, location }) =>
        this.finding(
          "lock-unknown",
          "warning",
          `${what} cannot be locked: ${why ?? "only the caller of the build knows what it is"}`,
          {
            remedy: why
              ? "Ask for it in a way that can be followed, such as pip with a requirements file; or live without its lock."
              : "Give the build argument a default value, or write the name out.",
            locations: [location],
          },
        ),
      ),
    );
  }

  private finding(
    rule: string,
    severity: Finding["severity"],
    message: string,
    rest: Pick<Finding, "remedy" | "locations">,
  ): Finding {
    const locations = rest.locations.length > 0 ? rest.locations.slice(0, 100) : [this.fallback];
    return { rule, severity, message: message.slice(0, 4000), remedy: rest.remedy, locations };
  }

  /** What is missing has no line: the pin itself is shown, and the lock is not the first to change. */
  private inLock(path: PropertyKey[] | undefined, isMissing: boolean): Location[] {
    const { lock, file, lineOf } = this.place;
    if (isMissing || lock?.models[this.pins.slug] === undefined) return [];
    return [{ file, line: lineOf(["models", this.pins.slug, ...(path ?? [])]) }];
  }

  private pathOf(kind: LockEntry["kind"], name: string): PropertyKey[] | undefined {
    const model = this.place.lock?.models[this.pins.slug];
    if (!model) return undefined;
    const lists = {
      "base-image": ["bases", model.bases.findIndex(({ image }) => image === name)],
      "git-commit": [
        "sources",
        model.sources.findIndex(
          ({ repository, ref }) => name === (ref === null ? repository : `${repository}#${ref}`),
        ),
      ],
      wheel: ["packages", model.packages.findIndex((one) => name === `${one.name} ${one.version}`)],
      environment: [name, -1],
    } as const;
    const [list, index] = lists[kind];
    return index < 0 ? [list] : [list, index];
  }

  private pinned(kind: LockEntry["kind"], name: string): Location[] {
    const { bases, sources, packages } = this.pins;
    if (kind === "base-image") return bases.find(({ image }) => image === name)?.locations ?? [];
    if (kind === "wheel")
      return packages.find((one) => name === `${one.name} ${one.version}`)?.locations ?? [];
    return (
      sources.find(({ repository, ref }) => name === (ref === null ? repository : `${repository}#${ref}`))
        ?.locations ?? []
    );
  }
}

/** A server said another value than the one that is locked. */
export function isMoved({ asked, locked, resolved }: LockEntry): boolean {
  if (asked !== true || locked === null || resolved === null) return false;
  // Two machines with indexes of their own call the same host by two names; the file and its hash still have to be the same.
  const isOwn = [locked, resolved].some((text) => text.includes(" configured-index/"));
  return isOwn ? withoutHost(locked) !== withoutHost(resolved) : locked !== resolved;
}

function withoutHost(file: string): string {
  return file.replace(/ [^ /]*\//, " ");
}

function driftMessage({ kind, state, name, locked, found }: LockDrift, file: string): string {
  if (kind === "model") return `${file} holds nothing of ${name}`;
  const what = {
    environment: "",
    "base-image": "the image ",
    "git-commit": "the repository ",
    wheel: "the package ",
  }[kind];
  if (state === "missing") return `${what}${name} (${found}) is not locked`;
  if (state === "unused") return `${what}${name} (${locked}) is locked, and nothing asks for it`;
  return `${what}${name} is locked as ${locked}, and the image's files ask for ${found}`;
}

function capped(findings: Finding[]): Finding[] {
  const [first, ...rest] = findings.slice(maxFindings);
  if (first === undefined) return findings;
  const message = `${first.message}, and ${rest.length} more like it`;
  return [...findings.slice(0, maxFindings), { ...first, message: message.slice(0, 4000) }];
}

/** Node.js 20 has no Map.groupBy. */
function grouped(parts: readonly Incomplete[]): Map<string, Incomplete[]> {
  const groups = new Map<string, Incomplete[]>();
  for (const part of parts) {
    const key = `${part.kind} ${part.reason}`;
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  return groups;
}
