import { type Host, plainLine } from "@mia/action-kit";
import { externalImages, gitTrees, type Image } from "@mia/dockerfile";
import type { Edit, Finding, Location } from "@mia/step-result";

/** Questions one run asks of others' servers; further findings keep their remedy without an answer. */
const maxQuestions = 100;

/** Milliseconds a server has for one answer. */
const deadlineMs = 30_000;

/** Asks servers what moving names mean now. Each question is asked once a run. */
export class Network {
  private readonly host: Host;
  private readonly known = new Map<string, Promise<string | undefined>>();

  constructor(host: Host) {
    this.host = host;
  }

  /**
   * Findings with the fixes that answers make possible: git refs are looked up by `git ls-remote`, tags by `docker buildx
   * imagetools inspect`. A name that nobody answers for is logged and gets no fix; it never fails the step.
   */
  async answer(images: readonly Image[], findings: readonly Finding[]): Promise<Finding[]> {
    const questions = new Map(images.flatMap((image) => [...questionsOf(image)]));
    const answered: Finding[] = [];
    for (const finding of findings) {
      const question = finding.fix
        ? undefined
        : questions.get(`${finding.rule} ${placeOf(finding.locations[0])}`);
      const answer = question && (await this.ask(question));
      answered.push(question && answer ? withFix(finding, question, answer) : finding);
    }
    return answered;
  }

  private ask({ key, ask }: Question): Promise<string | undefined> {
    const before = this.known.get(key);
    if (before) return before;
    const answer = this.known.size < maxQuestions ? ask(this.host) : Promise.resolve(undefined);
    this.known.set(key, answer);
    return answer;
  }
}

interface Question {
  key: string;
  title: string;
  safety: "safe" | "unsafe";
  /** What the answer is written over, or, where it is empty, written at. */
  span: Location;
  /** Stands in front of the answer. */
  mark: string;
  ask(host: Host): Promise<string | undefined>;
}

/** What could be asked about an image, by the rule and the place that would like to know. */
function* questionsOf(image: Image): Generator<[string, Question]> {
  for (const { source, location } of gitTrees(image)) {
    const { repository, ref } = source;
    if (ref === undefined || location.endColumn === undefined) continue;
    yield [
      `git-is-pinned ${placeOf(location)}`,
      {
        key: `git ${repository} ${ref}`,
        title: `Pin ${ref} to its commit`,
        // Which code the image gets may change with it, so a person looks at it.
        safety: "unsafe",
        span: location,
        mark: "",
        ask: (host) => commitOf(host, repository, ref),
      },
    ];
  }
  for (const { reference, word } of externalImages(image.stages, image.dockerfile.escapeMark)) {
    // Behind a variable's name no digest can be written.
    if (reference === undefined || word.end === undefined || word.text !== reference) continue;
    const { position, end } = word;
    const file = image.source.dockerfile.path;
    yield [
      `base-has-digest ${placeOf({ file, ...position })}`,
      {
        key: `image ${reference}`,
        title: `Pin ${reference} to its digest`,
        safety: "safe",
        span: { file, line: end.line, column: end.column },
        mark: "@",
        ask: (host) => digestOf(host, reference),
      },
    ];
  }
}

function withFix(finding: Finding, { title, safety, span, mark }: Question, answer: string): Finding {
  const remedy = `${finding.remedy} Now it is ${answer}.`.slice(0, 4000);
  const edits = [editOf(span, mark + answer)];
  return { ...finding, remedy, fix: { title: title.slice(0, 200), safety, edits } };
}

function placeOf(location: Location | undefined): string {
  return `${location?.file}:${location?.line}:${location?.column}`;
}

function editOf(
  { file, line, column = 1, endLine = line, endColumn = column }: Location,
  text: string,
): Edit {
  return { file, line, column, endLine, endColumn, text };
}

/** The commit a branch or tag of a public repository names; of an annotated tag, the commit and not the tag. */
async function commitOf(host: Host, repository: string, ref: string): Promise<string | undefined> {
  // Other transports run programs or read files of this machine.
  if (!/^https?:\/\//.test(repository) || ref.startsWith("-")) return undefined;
  const env = {
    GIT_TERMINAL_PROMPT: "0",
    GIT_ALLOW_PROTOCOL: "http:https",
    GIT_ASKPASS: "true",
    LC_ALL: "C",
  };
  const names = [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/tags/${ref}^{}`];
  const exit = await host.exec("git", ["ls-remote", "--exit-code", "--", repository, ...names], {
    env,
    deadlineMs,
  });
  const lines = exit.stdout.split("\n").map((line) => line.split("\t"));
  const commitAt = (name: string): string | undefined => lines.find((line) => line[1] === name)?.[0];
  const commit =
    commitAt(`refs/tags/${ref}^{}`) ?? commitAt(`refs/tags/${ref}`) ?? commitAt(`refs/heads/${ref}`);
  if (commit && /^[0-9a-f]{40}$/.test(commit)) return commit;
  host.log.warn(`${plainLine(repository)} does not say what ${plainLine(ref)} is: ${reasonOf(exit)}`);
  return undefined;
}

/** The digest of what a tag names now: of the index, where there is one. */
async function digestOf(host: Host, reference: string): Promise<string | undefined> {
  if (reference.startsWith("-")) return undefined;
  const args = ["buildx", "imagetools", "inspect", "--format", "{{json .Manifest.Digest}}", reference];
  const exit = await host.exec("docker", args, { deadlineMs });
  const digest = /"(sha256:[0-9a-f]{64})"/.exec(exit.stdout)?.[1];
  if (exit.code === 0 && digest) return digest;
  host.log.warn(`the digest of ${plainLine(reference)} is not known: ${reasonOf(exit)}`);
  return undefined;
}

function reasonOf({ notStarted, timedOut, stderr, code }: Awaited<ReturnType<Host["exec"]>>): string {
  if (notStarted) return notStarted;
  if (timedOut) return `no answer within ${deadlineMs / 1000} s`;
  const said = stderr.trim().split("\n").at(-1) ?? "";
  return said === "" ? `exit code ${code}` : plainLine(said).slice(0, 300);
}
