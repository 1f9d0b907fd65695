import type { ShellCommand, ShellWord } from "../shell/shell-command.ts";
import { doorOption } from "./sshd-line.ts";

/** Whether a command starts the SSH server, by its name or as a service. */
export function startsSshd({ name, words }: ShellCommand): boolean {
  const values = words.map(({ value }) => value);
  if (name === "sshd") return !values.some((value) => /^-[tTV?]$/.test(value));
  const started = values.includes("start") || values.includes("restart");
  if (name === "service") return started && values.some((value) => value === "ssh" || value === "sshd");
  return started && /^\/etc\/(?:init\.d|rc\.d)\/sshd?$/.test(words[0]?.value ?? "");
}

/** The options of a `sshd -o`, each with the word that holds it. */
export function optionsOf({ name, words }: ShellCommand): { name: string; value: string; word: ShellWord }[] {
  if (name !== "sshd") return [];
  return words.flatMap((word, index) => {
    const joined = /^-[a-zA-Z]*?o(.+)$/s.exec(word.value)?.[1];
    const text = words[index - 1]?.value.match(/^-[a-zA-Z]*o$/) ? word.value : joined;
    const match = text === undefined || text.length > 1000 ? null : doorOption.exec(text);
    return match
      ? [{ name: (match[2] ?? "").toLowerCase(), value: (match[3] ?? "").toLowerCase(), word }]
      : [];
  });
}

/** The names of the options that every one of these commands gives. */
export function optionsOfAll(starts: readonly ShellCommand[]): Set<string> {
  const [first, ...others] = starts.map((command) => new Set(optionsOf(command).map(({ name }) => name)));
  return new Set([...(first ?? [])].filter((name) => others.every((one) => one.has(name))));
}
