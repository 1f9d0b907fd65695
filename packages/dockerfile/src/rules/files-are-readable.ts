import { locate, type SourceFile } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import { scriptFiles } from "../stages/script-files.ts";

export const filesAreReadable: Rule = {
  code: "MIA901",
  id: "files-are-readable",
  description: "The builder can read the Dockerfile and .dockerignore.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const { source, dockerfile, unread, requirements, at } = image;
    const { problems, instructions, lines } = dockerfile;
    let last = -1;
    for (const { kind, position, message } of problems) {
      // Behind a broken continuation every line is an unknown instruction: the first one says it all.
      const index = instructions.findIndex(({ startLine }) => startLine === position.line);
      const follows = kind === "unknown-instruction" && index > 0 && index === last + 1;
      const before = lines[(instructions[index - 1]?.endLine ?? 0) - 1] ?? "";
      const broken = kind === "unknown-instruction" && index > 0 && /[\\`][ \t]+#/.test(before);
      if (kind === "unknown-instruction") last = index;
      if ((follows && last > 0) || broken) continue;
      yield {
        message: kind === "size" ? message : `the builder stops here: ${message}`,
        remedy: remedies[kind],
        locations: [at(position)],
      };
    }
    // What was not read was not checked either: silence about it would pass for consent.
    for (const { position, message, remedy } of unread) yield { message, remedy, locations: [at(position)] };
    for (const { position, message, remedy, file = source.dockerfile.path } of scriptFiles(image).unread)
      yield { message, remedy, locations: [locate(file, position)], severity: "info" };
    for (const { path, unread: lines } of requirements) {
      for (const { position, message, remedy } of lines)
        yield { message, remedy, locations: [locate(path, position)] };
    }
    if (source.unreadIgnore) {
      const { path, why } = source.unreadIgnore;
      yield {
        message: `${why}; what it keeps from the builder, and so what the build context holds, was not checked`,
        remedy: "Make it a regular file of ordinary size; wildcards and `**/` cover many paths.",
        locations: [{ file: path, line: 1 }],
      };
    }
    for (const { path, why } of source.passedIgnores ?? []) {
      yield {
        message: `this keeps nothing from the builder: ${why}`,
        remedy: "Make it a regular file, or take it away.",
        locations: [{ file: path, line: 1 }],
        severity: "warning",
      };
    }
    for (const { line, message, kind } of source.dockerignore?.problems ?? []) {
      yield {
        message: kind === "size" ? message : `the builder stops here: ${message}`,
        remedy:
          kind === "size"
            ? "Name folders rather than each file; wildcards and `**/` cover many paths."
            : "Correct the pattern; a backslash before a special character makes it an ordinary one.",
        locations: [{ file: source.dockerignore?.path ?? "", line }],
      };
    }
    yield* otherBytes([source.dockerfile, source.dockerignore, ...source.requirements]);
  },
};

/** The builder passes bytes on as they are; to us they are lost when they are not UTF-8. */
function* otherBytes(files: readonly (SourceFile | undefined)[]): Generator<Report> {
  for (const file of files) {
    const at = file?.text.indexOf("\uFFFD") ?? -1;
    if (file === undefined || at < 0) continue;
    yield {
      message: "from here on there are bytes that are not UTF-8; what they mean was not checked",
      remedy: "Save the file as UTF-8.",
      locations: [{ file: file.path, line: file.text.slice(0, at).split("\n").length }],
      severity: "warning",
    };
  }
}

const remedies = {
  "unknown-instruction":
    "Correct the keyword, or end the line before with a backslash if this was meant to go on.",
  heredoc: "Write the name that closes it on a line of its own, without spaces.",
  arguments:
    "Write the instruction with all of its arguments; a value that has spaces needs quotes around it.",
  directive: "Write `# escape=\\` or `# escape=\\``, once.",
  flag: "Correct or remove the flag; what an instruction knows is in https://docs.docker.com/reference/dockerfile/.",
  json: "Put every word in double quotes, or leave out the brackets.",
  expansion: "Close every quote and every ${; write a backslash before a $ that begins no variable.",
  order: "Move it behind the first FROM; only ARG may stand before it.",
  line: "Break the line with backslashes, or move what is generated into a file.",
  size: "Split the file, or move what is generated into a script.",
  empty: "Begin with `FROM <image>`.",
};
