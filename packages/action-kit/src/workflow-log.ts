import type { ForeignOutput, Log } from "./host.ts";
import { plainLine } from "./plain-text.ts";

type Write = (text: string) => void;

/**
 * A log the runner reads. Whatever another program printed stands between `::stop-commands::TOKEN` and `::TOKEN::`,
 * so that a model cannot set outputs, mask words or forge annotations (GitHub docs, "Stopping and starting workflow
 * commands"). The token is unguessable and never logged before it is used up.
 */
export function workflowLog(write: Write): Log & { closeForeign(): void } {
  let open: ForeignOutput | undefined;
  const own = (text: string): void => {
    for (const line of text.split("\n")) write(`${neutral(plainLine(line))}\n`);
  };
  return {
    info: own,
    warn: (text) => write(`::warning::${escapeData(text.replaceAll("##[", "## ["))}\n`),
    foreign(title) {
      open?.close();
      // The global one: a start that needs no token does not load the module.
      const token = globalThis.crypto.randomUUID();
      write(`::group::${neutral(plainLine(title))}\n::stop-commands::${token}\n`);
      const block: ForeignOutput = {
        line: (text) => write(`${plainLine(text)}\n`),
        close() {
          if (open !== block) return;
          open = undefined;
          write(`::${token}::\n::endgroup::\n`);
        },
      };
      open = block;
      return block;
    },
    closeForeign: () => open?.close(),
  };
}

/**
 * Our own messages quote names and texts of others, and none of these may be a command. The runner takes `::` for one at
 * the start of a line, after white space, and `##[` anywhere in it (actions/runner, ActionCommand.cs).
 */
export function neutral(line: string): string {
  return line.replaceAll("##[", "## [").replace(/^(\s*)::/, "$1\u200b::");
}

/** Escapes the text of a workflow command (actions/toolkit, packages/core/src/command.ts). */
export function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
