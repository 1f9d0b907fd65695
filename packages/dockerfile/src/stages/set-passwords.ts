import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { followedFiles } from "./file-writes.ts";
import { passwordsIn, passwordsSetBy, type SetPassword } from "./passwords.ts";
import { pythonPasswords } from "./python-writes.ts";
import { type ScriptFile, scriptFiles } from "./script-files.ts";
import { isFromSecret } from "./secret-mounts.ts";

/** A password, and when it is set; `build` for all that the Dockerfile itself says. */
export type PasswordOfImage = SetPassword & { when: ScriptFile["when"] };

/** Every password that the Dockerfile, its scripts and the files it brings set. Read once for an image. */
export const passwordsOf = onceFor((image: Image): readonly PasswordOfImage[] => [...read(image)]);

function* read(image: Image): Generator<PasswordOfImage> {
  const { writes, reads, variants } = followedFiles(image);
  const read = (command: ShellCommand) => reads.get(command) ?? [];
  const of = function* (command: ShellCommand, when: ScriptFile["when"]): Generator<PasswordOfImage> {
    const [as = command] = variants.get(command) ?? [];
    for (const set of passwordsSetBy(as, (asked) => read(asked === as ? command : asked))) {
      // `. /run/secrets/env`: what the variables are is the secret's to say.
      if (set.kind !== "variable" || !sourced.has(command.step.instruction)) yield { ...set, when };
    }
  };
  const sourced = new Set(
    image.commands
      .filter((command) => (command.name === "." || command.name === "source") && readsSecret(command))
      .map(({ step }) => step.instruction),
  );
  for (const command of image.commands) yield* of(command, "build");
  for (const { commands, when } of scriptFiles(image).scripts)
    for (const command of commands) yield* of(command, when);
  yield* pythonPasswords(image);
  for (const write of writes) for (const set of passwordsIn(write)) yield { ...set, when: write.when };
}

function readsSecret(command: ShellCommand): boolean {
  return command.words.slice(1, 3).some((word) => isFromSecret(word, command));
}
