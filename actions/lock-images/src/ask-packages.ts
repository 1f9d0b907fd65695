import { type Answer, type Host, hostOf } from "@mia/action-kit";
import { isVersionOf, packageKey, packageName, wheelName } from "@mia/catalog/lock";
import { batchesOf } from "./batches.ts";
import type { PackageFile, PackageRequest, WantedPackage } from "./package-request.ts";
import type { Pip } from "./pip.ts";
import { archiveArguments, impossibleHash, wheelArguments } from "./pip-arguments.ts";
import { maxReportBytes, parseReport, type Reported } from "./pip-report.ts";
import { hadNoConnection, publicHost, refusedArchive, unfetchedPage, unfoundPackage } from "./pip-words.ts";

type FileAnswer = Answer<PackageFile>;

/**
 * The file that pip takes in the image for each package, by `packageKey`. All places are asked at once, as pip in the image does: where one
 * of them says nothing, nobody knows what it has, and there is no answer. First the wheels of all, then one by one the source
 * archives of what has no wheel. Nothing is installed and no code of a package runs. `lost`: what could not be reached before in
 * this run, and is not waited for again.
 */
export async function askPackages(
  host: Host,
  pip: Pip,
  request: PackageRequest,
  lost: Set<string>,
): Promise<Map<string, FileAnswer>> {
  const asking = new Asking(host, pip, request, lost);
  for (const batch of batchesOf(request.packages)) await asking.askBatch(batch);
  for (const one of request.packages) if (!asking.answers.has(packageKey(one))) await asking.askRest(one);
  return asking.answers;
}

class Asking {
  readonly answers = new Map<string, FileAnswer>();
  private readonly host: Host;
  private readonly pip: Pip;
  private readonly request: PackageRequest;
  private readonly lost: Set<string>;
  /** Hosts of the places, and `index` for the one that pip knows by itself. */
  private readonly hosts: readonly string[];
  private readonly urls: readonly string[];
  /** Of which pip said that no place has a wheel; that it said nothing else is not the same. */
  private readonly unfound = new Set<string>();
  private files = 0;

  constructor(host: Host, pip: Pip, request: PackageRequest, lost: Set<string>) {
    this.host = host;
    this.pip = pip;
    this.request = request;
    this.lost = lost;
    const { index, extraIndexes, links } = request.places;
    this.urls = [...(index === null ? [] : [index]), ...extraIndexes, ...links];
    this.hosts = [...(index === null ? ["index"] : []), ...this.urls.map(hostOf)];
  }

  /** Packages without an answer afterwards have no wheel anywhere. pip names one of them at a time. */
  async askBatch(batch: readonly WantedPackage[]): Promise<void> {
    let rest = [...batch];
    while (rest.length > 0 && this.pip.hasTime() && !this.isLost()) {
      const { exit, reported } = await this.askWheels(rest);
      if (exit.code !== 0 && !this.isLost() && hadNoConnection(exit.stderr)) this.lose("index");
      if (this.isLost()) return;
      if (exit.code === 0) {
        for (const one of rest) this.keep(one, reported.get(packageName(one.name)));
        return;
      }
      const name = unfoundPackage(exit.stderr);
      const without = rest.filter((one) => packageName(one.name) !== packageName(name ?? ""));
      for (const one of rest) if (!without.includes(one)) this.unfound.add(packageKey(one));
      if (without.length === rest.length) return this.askHalves(rest, exit.timedOut);
      rest = without;
    }
  }

  /** pip stopped for a reason that names no package: whichever it is, the others shall not suffer. */
  private async askHalves(rest: readonly WantedPackage[], isLate: boolean): Promise<void> {
    if (rest.length === 1) {
      for (const one of rest)
        this.leave(one, isLate ? "pip did not end in time" : "pip could not find it out");
      return;
    }
    const middle = Math.ceil(rest.length / 2);
    await this.askBatch(rest.slice(0, middle));
    await this.askBatch(rest.slice(middle));
  }

  async askRest(one: WantedPackage): Promise<void> {
    if (this.isLost()) return this.leave(one, this.lostWords());
    if (!this.unfound.has(packageKey(one)))
      return this.leave(
        one,
        this.pip.hasTime() ? "pip could not find it out" : "the time for asking was over",
      );
    const isLocal = one.version.includes("+");
    // An archive of that version is another thing where only a wheel will do.
    if (!one.wheelOnly && !isLocal) {
      if (!this.pip.hasTime()) return this.leave(one, "the time for asking was over");
      if (await this.askArchive(one)) return;
    }
    if (this.isLost()) return this.leave(one, this.lostWords());
    const { python, platform } = this.request;
    const kinds = one.wheelOnly || isLocal ? "no wheel" : "neither a wheel nor a source archive";
    const reason = `${kinds} for Python ${python} and ${platform} was found`;
    this.answers.set(packageKey(one), { state: "absent", reason, detail: reason });
  }

  private async askWheels(packages: readonly WantedPackage[]) {
    const { requirements, report, folder } = await this.freshFiles(packages);
    const args = wheelArguments(this.request, { requirements, report, folder });
    const exit = await this.pip.run(args, { onLine: (line) => this.noteLoss(line) });
    const text = exit.code === 0 ? await this.host.files.read(report, { maxBytes: maxReportBytes }) : "";
    return { exit, reported: parseReport(text, this.urls) };
  }

  private async askArchive(one: WantedPackage): Promise<boolean> {
    const { requirements, folder } = await this.freshFiles([one], ` --hash=sha256:${impossibleHash}`);
    const args = archiveArguments(this.request, { requirements, folder });
    const exit = await this.pip.run(args, { onLine: (line) => this.noteLoss(line) });
    const archive = refusedArchive(exit.stderr);
    const from = archive && publicHost(archive.url, this.urls);
    if (archive === undefined && !this.isLost() && hadNoConnection(exit.stderr)) this.lose("index");
    if (this.isLost() || archive === undefined || from === undefined) return false;
    this.keep(one, { file: archive.file, sha256: archive.sha256, from });
    return true;
  }

  private noteLoss(line: string): void {
    const url = unfetchedPage(line);
    if (url === undefined) return;
    const lost = this.urls.find((place) => hostOf(place) === hostOf(url));
    this.lose(lost === undefined ? (this.hosts[0] ?? "index") : hostOf(lost));
  }

  private lose(name: string): void {
    const place = this.hosts.includes(name) ? name : (this.hosts[0] ?? name);
    if (!this.lost.has(place))
      this.host.log.warn(`pip could not read ${placeWords(place)}; what it would have said stays unknown`);
    this.lost.add(place);
  }

  private isLost(): boolean {
    return this.hosts.some((name) => this.lost.has(name));
  }

  private lostWords(): string {
    const names = [...new Set(this.hosts)].filter((name) => this.lost.has(name)).sort();
    const shown = names.slice(0, 5).map(placeWords);
    const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
    return `${shown.join(" and ")}${more} could not be reached`.slice(0, 500);
  }

  private keep(one: WantedPackage, reported: Reported | undefined): void {
    const why = reported === undefined ? "pip's report does not name it" : refusal(one, reported);
    if (reported === undefined || "refused" in reported || why !== undefined)
      this.leave(one, why ?? "pip could not find it out");
    else this.answers.set(packageKey(one), { state: "known", value: reported });
  }

  private leave(one: WantedPackage, reason: string, detail = reason): void {
    this.answers.set(packageKey(one), { state: "silent", reason, detail, unreachable: false });
  }

  private async freshFiles(packages: readonly WantedPackage[], behind = "") {
    const folder = `${this.pip.folder}/${this.files++}`;
    await this.host.files.makeFolder(folder);
    const requirements = `${folder}/requirements.txt`;
    const text = packages.map(({ name, version }) => `${name}==${version}${behind}\n`).join("");
    await this.host.files.write(requirements, text);
    return { requirements, report: `${folder}/report.json`, folder: `${folder}/none` };
  }
}

/** Why what pip reported is no answer. */
function refusal(one: WantedPackage, reported: Reported): string | undefined {
  if ("refused" in reported) return reported.refused;
  const told = wheelName(reported.file);
  const isIt = !told || (told.name === packageName(one.name) && isVersionOf(told.version, one.version));
  return isIt ? undefined : "the file pip found is called after another package or version";
}

function placeWords(name: string): string {
  return name === "index" ? "the package index" : name;
}
