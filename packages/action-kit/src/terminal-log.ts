import type { Log } from "./host.ts";
import { plainLine } from "./plain-text.ts";

/** A log for people at a terminal. It goes to stderr; stdout belongs to the result. */
export function terminalLog(
  write: (text: string) => void,
  options: { colour: boolean; quiet?: boolean },
): Log {
  const paint = (code: number, text: string): string =>
    options.colour ? `\u001b[${code}m${text}\u001b[0m` : text;
  const print = (text: string, code?: number): void => {
    for (const line of text.split("\n")) {
      const plain = plainLine(line);
      write(`${code === undefined ? plain : paint(code, plain)}\n`);
    }
  };
  return {
    info: (text) => print(text),
    warn: (text) => print(`warning: ${text}`, 33),
    foreign(title) {
      if (!options.quiet) print(`> ${title}`, 36);
      return {
        line: (text) => {
          if (!options.quiet) print(`  ${text}`, 2);
        },
        close: () => {},
      };
    },
  };
}
