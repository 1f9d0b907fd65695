import type { Host } from "@mia/action-kit";
import type { Image } from "@mia/dockerfile";
import type { Edit, Finding, Location } from "@mia/step-result";
import { placeOf, type Question, questionsOf } from "./question.ts";

/** Questions one run asks of others' servers; further findings keep their remedy without an answer. */
const maxQuestions = 100;

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

function withFix(finding: Finding, { title, safety, span, mark }: Question, answer: string): Finding {
  const remedy = `${finding.remedy} Now it is ${answer}.`.slice(0, 4000);
  const edits = [editOf(span, mark + answer)];
  return { ...finding, remedy, fix: { title: title.slice(0, 200), safety, edits } };
}

function editOf(
  { file, line, column = 1, endLine = line, endColumn = column }: Location,
  text: string,
): Edit {
  return { file, line, column, endLine, endColumn, text };
}
