import { decodeBase64 } from "./base64.ts";
import { operands, type ShellCommand, type ShellWord } from "./shell-command.ts";
import { shells } from "./unwrap.ts";

type Input = Pick<ShellCommand, "redirects" | "pipedFrom">;

/** The texts a command gets on its standard input, as far as the script shows them: heredocs, `<<<`, echo and cat. */
function inputTexts(input: Input): ShellWord[] {
  let at = input;
  while (at.pipedFrom && passesOn.has(at.pipedFrom.name) && textsOf(at).length === 0) at = at.pipedFrom;
  const given = textsOf(at);
  const { pipedFrom } = at;
  if (given.length > 0 || pipedFrom === undefined) return given;
  if (pipedFrom.name === "base64") return decodedBy(pipedFrom);
  if (pipedFrom.name === "printf") return operands(pipedFrom).map(withLines);
  if (pipedFrom.name !== "echo") return [];
  const words = pipedFrom.words.slice(1).filter(({ value }) => !/^-[neE]+$/.test(value));
  const [first] = words;
  if (first === undefined) return [];
  if (words.length === 1) return [withLines(first)];
  return [{ ...withLines(first), value: words.map(({ value }) => value).join(" ") }];
}

/** `echo ... | base64 -d`: a script hidden like this is a script all the same. */
function decodedBy(command: ShellCommand): ShellWord[] {
  if (!command.words.some(({ value }) => /^(?:-d|-D|-di|--decode)$/.test(value))) return [];
  return inputTexts(command).flatMap(({ content, ...word }) => {
    const value = word.known ? decodeBase64(word.value) : undefined;
    return value === undefined ? [] : { ...word, value, end: undefined };
  });
}

const passesOn = new Set(["cat", "tee"]);

function textsOf({ redirects }: Input): ShellWord[] {
  return redirects
    .filter(({ operator }) => operator === "<<" || operator === "<<<")
    .map(({ target }) => target);
}

/** printf, and the echo of sh, write `\\n` as the end of a line. */
function withLines(word: ShellWord): ShellWord {
  if (!word.value.includes("\\n")) return word;
  const { content, ...rest } = word;
  return { ...rest, value: word.value.replaceAll("\\n", "\n") };
}

/** The scripts that a shell reads from its standard input: `bash <<EOF`, `echo ... | sh -s`. */
export function scriptsRead(command: ShellCommand): ShellWord[] {
  return readsInput(command) ? inputTexts(command) : [];
}

function readsInput(command: ShellCommand): boolean {
  const { name, words } = command;
  if (name === "su") return true;
  if (name === "." || name === "source") return words[1]?.value === "/dev/stdin";
  if (!shells.test(name)) return false;
  const [file] = operands(command, ["-o", "+o", "-O", "+O", "--rcfile", "--init-file"]);
  const saysSo = words.some(({ value }) => /^-[a-z]*s$/.test(value));
  return saysSo || file === undefined || file.value === "-" || file.value === "/dev/stdin";
}

/** What xargs makes of its input: words behind those it was given. */
export function inputWords(input: Input): ShellWord[] {
  return inputTexts(input).flatMap((text) =>
    text.value
      .split(/\s+/)
      .filter((value) => value !== "")
      .map((value) => ({ text: value, value, known: text.known, position: text.position, end: undefined })),
  );
}
