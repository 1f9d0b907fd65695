import { type Finding, fingerprintOf } from "@mia/step-result";
import { editableFile } from "../fixes/edit.ts";
import type { VerifiedFile } from "../ignores/find-comments.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { parseDockerfile } from "../syntax/parse-dockerfile.ts";

/** Longer texts are digested once, not once a finding: an instruction may be a megabyte long and have a thousand of them. */
const maxText = 1000;

/**
 * Findings with fingerprints that stay when lines move. In a Dockerfile the text of the place is that of its instruction
 * without comments, elsewhere that of its line. Findings whose rule, file and text are the same are told apart by
 * their order. A fingerprint that a finding has already stays.
 */
export function withFingerprints(findings: readonly Finding[], files: readonly VerifiedFile[]): Finding[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const readers = new Map<string, (line: number) => string>();
  const textAt = (path: string, line: number): string => {
    const file = byPath.get(path);
    if (file === undefined) return "";
    const reader = readers.get(path) ?? readerOf(file);
    readers.set(path, reader);
    return reader(line);
  };
  // By text, and not by its digest: most places are the only ones of their text, and digesting is what takes long.
  const counts = new Map<string, Map<string, number>>();
  return findings.map((finding) => {
    if (finding.fingerprint !== undefined) return finding;
    const { file = "", line = 1 } = finding.locations[0] ?? {};
    const text = textAt(file, line);
    const key = JSON.stringify([finding.rule, file]);
    const ofRule = counts.get(key) ?? new Map<string, number>();
    counts.set(key, ofRule);
    const occurrence = ofRule.get(text) ?? 0;
    ofRule.set(text, occurrence + 1);
    return { ...finding, fingerprint: fingerprintOf(finding.rule, file, text, occurrence) };
  });
}

function readerOf(file: VerifiedFile): (line: number) => string {
  const parsed = file.kind === "dockerfile" ? (file.dockerfile ?? parseDockerfile(file.text)) : undefined;
  const lines = parsed?.lines ?? editableFile(file).lines;
  const texts = new Map<Instruction | number, string>();
  return (line) => {
    const place = (parsed && instructionAt(parsed.instructions, line)) ?? line;
    const known = texts.get(place);
    if (known !== undefined) return known;
    const text = collapsed(typeof place === "number" ? (lines[place - 1] ?? "") : textOf(place));
    texts.set(place, text);
    return text;
  };
}

function collapsed(text: string): string {
  const short = text.replace(/\s+/g, " ").trim();
  return short.length > maxText ? fingerprintOf("", "", short, 0) : short;
}

function textOf(instruction: Instruction): string {
  const { keyword, flags, body, heredocs } = instruction;
  const all = [...heredocs, ...(instruction.trigger?.heredocs ?? [])];
  return [
    keyword,
    ...flags.map(({ text }) => text),
    body.text,
    ...all.map(({ body: { text } }) => text),
  ].join(" ");
}

/** The instruction a line belongs to; undefined for comments and empty lines between instructions. */
function instructionAt(instructions: readonly Instruction[], line: number): Instruction | undefined {
  let low = 0;
  let high = instructions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((instructions[middle]?.startLine ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  const found = instructions[low];
  return found && found.startLine <= line && line <= found.endLine ? found : undefined;
}
