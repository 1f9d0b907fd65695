import type { Log } from "./host.ts";
import { plainLine } from "./plain-text.ts";

/** A log for people at a terminal. It goes to stderr; stdout belongs to the result. */
export function terminalLog(write: (text: string) => void, options: { colour: boolean }): Log {
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
      print(`> ${title}`, 36);
      return {
        // Of another program's line a terminal shows what fits about two rows; the record keeps what matters.
        line: (text) => print(`  ${text.length > 200 ? `${text.slice(0, 199)}…` : text}`, 2),
        close: () => {},
      };
    },
  };
}
