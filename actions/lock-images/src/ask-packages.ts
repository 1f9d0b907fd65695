import { type Answer, exitReason, type Host, hostOf } from "@mia/action-kit";
import { packageKey, packageName } from "@mia/catalog/lock";
import { batchesOf } from "./batches.ts";
import type { PackageFile, PackageRequest, WantedPackage } from "./package-request.ts";
import type { Pip } from "./pip.ts";
import { archiveArguments, impossibleHash, wheelArguments } from "./pip-arguments.ts";
import { maxReportBytes, parseReport, type Reported } from "./pip-report.ts";
import { hadNoConnection, publicHost, refusedArchive, unfetchedPage, unfoundPackage } from "./pip-words.ts";

type FileAnswer = Answer<PackageFile>;

/**
 * The file that pip takes in the image for each package, by `packageKey`. First all at once from the index; what that has no wheel of,
 * one by one from the pages of links too, and at last as a source archive. Nothing is installed and no code of a package runs.
 */
export async function askPackages(
  host: Host,
  pip: Pip,
  request: PackageRequest,
): Promise<Map<string, FileAnswer>> {
  const asking = new Asking(host, pip, request);
  for (const batch of batchesOf(request.packages)) await asking.askBatch(batch);
  for (const one of request.packages) if (!asking.answers.has(packageKey(one))) await asking.askOne(one);
  return asking.answers;
}

class Asking {
  readonly answers = new Map<string, FileAnswer>();
  private readonly host: Host;
  private readonly pip: Pip;
  private readonly request: PackageRequest;
  /** Hosts that gave no answer, `index` for the one of pip's configuration; nobody waits for them twice. */
  private readonly lost = new Set<string>();
  /** Of which pip said that the index has no wheel; that it said nothing else is not the same. */
  private readonly unfound = new Set<string>();
  private files = 0;

  constructor(host: Host, pip: Pip, request: PackageRequest) {
    this.host = host;
    this.pip = pip;
    this.request = request;
  }

  /** Packages without an answer afterwards have no wheel on the index. pip names one of them at a time. */
  async askBatch(batch: readonly WantedPackage[]): Promise<void> {
    let rest = [...batch];
    while (rest.length > 0 && this.pip.hasTime() && !this.lost.has("index")) {
      const { exit, reported } = await this.askWheels(rest, [], false);
      if (exit.code === 0) {
        for (const one of rest) this.keep(one, reported.get(packageName(one.name)));
        return;
      }
      if (hadNoConnection(exit.stderr)) {
        this.lost.add("index");
        this.host.log.warn("pip could not reach its index; what it would have said stays unknown");
        return;
      }
      const name = unfoundPackage(exit.stderr);
      const without = rest.filter((one) => packageName(one.name) !== packageName(name ?? ""));
      for (const one of rest) if (!without.includes(one)) this.unfound.add(packageKey(one));
      if (without.length === rest.length) return this.askHalves(rest);
      rest = without;
    }
  }

  /** pip stopped for a reason that names no package: whichever it is, the others shall not suffer. */
  private async askHalves(rest: readonly WantedPackage[]): Promise<void> {
    if (rest.length === 1) return;
    const middle = Math.ceil(rest.length / 2);
    await this.askBatch(rest.slice(0, middle));
    await this.askBatch(rest.slice(middle));
  }

  async askOne(one: WantedPackage): Promise<void> {
    const isLocal = one.version.includes("+");
    const pages = this.request.pages.filter((page) => !this.lost.has(hostOf(page)));
    const isPublic = !this.lost.has("index");
    if (!this.pip.hasTime()) return this.leave(one, "the time for asking was over");
    if (!isPublic && pages.length === 0) return this.leave(one, this.lostWords());
    if (pages.length > 0) {
      const { exit, reported } = await this.askWheels([one], pages, true);
      if (exit.code === 0) return this.keep(one, reported.get(packageName(one.name)));
      if (exit.timedOut) return this.leave(one, "pip did not end in time");
      const isUnfound = packageName(unfoundPackage(exit.stderr) ?? "") === packageName(one.name);
      if (!isUnfound) return this.leave(one, "pip could not find it out", exitReason(exit));
    } else if (!isLocal && !this.unfound.has(packageKey(one)))
      return this.leave(one, "pip could not find it out");
    // An archive of that version is another thing where only a wheel will do, and an index has no local versions.
    if (!one.wheelOnly && !isLocal && !this.lost.has("index") && (await this.askArchive(one))) return;
    if (this.lost.size > 0) return this.leave(one, this.lostWords());
    const { python, platform } = this.request;
    const kinds = one.wheelOnly || isLocal ? "no wheel" : "neither a wheel nor a source archive";
    const reason = `${kinds} for Python ${python} and ${platform} was found`;
    this.answers.set(packageKey(one), { state: "absent", reason, detail: reason });
  }

  private async askWheels(packages: readonly WantedPackage[], pages: readonly string[], verbose: boolean) {
    const { requirements, report, folder } = await this.freshFiles(packages);
    const args = wheelArguments({ ...this.request, pages }, { requirements, report, folder }, verbose);
    const exit = await this.pip.run(args, verbose ? { onLine: (line) => this.noteLoss(line) } : {});
    const text = exit.code === 0 ? await this.host.files.read(report, { maxBytes: maxReportBytes }) : "";
    return { exit, reported: parseReport(text, this.request.pages) };
  }

  private async askArchive(one: WantedPackage): Promise<boolean> {
    const { requirements, folder } = await this.freshFiles([one], ` --hash=sha256:${impossibleHash}`);
    const args = archiveArguments(this.request, { requirements, folder });
    const { stderr } = await this.pip.run(args, { onLine: (line) => this.noteLoss(line) });
    const archive = refusedArchive(stderr);
    const from = archive && publicHost(archive.url, this.request.pages);
    if (archive && from) this.keep(one, { file: archive.file, sha256: archive.sha256, from });
    return archive !== undefined && from !== undefined;
  }

  private noteLoss(line: string): void {
    const url = unfetchedPage(line);
    if (url === undefined) return;
    const lost = this.request.pages.find((page) => hostOf(page) === hostOf(url));
    this.lost.add(lost === undefined ? "index" : hostOf(lost));
  }

  private lostWords(): string {
    const names = [...this.lost].sort().map((name) => (name === "index" ? "the package index" : name));
    return `${names.join(" and ")} could not be reached`;
  }

  private keep(one: WantedPackage, reported: Reported | undefined): void {
    if (reported === undefined) this.leave(one, "pip's report does not name it");
    else if ("refused" in reported) this.leave(one, reported.refused);
    else this.answers.set(packageKey(one), { state: "known", value: reported });
  }

  private leave(one: WantedPackage, reason: string, detail = reason): void {
    this.answers.set(packageKey(one), {
      state: "silent",
      reason,
      detail,
      unreachable: false,
    });
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
