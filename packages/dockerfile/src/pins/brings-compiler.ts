import type { ShellCommand } from "../shell/shell-command.ts";
import type { Step } from "../stages/stage.ts";

/** Names of packages, archives and files that have nvcc in them, by apt, conda, pip, NVIDIA's installers and by hand. */
const compiler =
  /nvcc|cuda[-_]?toolkit|cudatoolkit[-_]dev|cuda[-_](?:compiler|minimal-build|devel|\d)|^cuda(?:=|$)|\/usr\/local\/cuda/i;

/** Whether a command may bring the CUDA compiler: better one too many than an alarm about one that is there. */
export function bringsCompiler({ words }: ShellCommand): boolean {
  return words.some(({ value }) => compiler.test(value.slice(0, 500)));
}

/** COPY of a toolkit out of another image. */
export function copiesCompiler({ instruction }: Step): boolean {
  return instruction.words.some(({ text }) => /cuda/i.test(text.slice(0, 500)));
}
