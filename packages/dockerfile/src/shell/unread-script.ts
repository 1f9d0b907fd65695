import type { Step } from "../stages/stage.ts";
import type { Position } from "../syntax/spanned-text.ts";
import type { CommandReading } from "./command-reading.ts";

/** Says once of an instruction, or of a script that came with COPY, that not all of it was read. */
export class UnreadScript {
  private readonly step: Step;
  private readonly reading: CommandReading;
  private readonly file: string | undefined;
  private reported = false;

  constructor(step: Step, reading: CommandReading, file: string | undefined) {
    this.step = step;
    this.reading = reading;
    this.file = file;
  }

  /** What stands there may be anything. */
  leaveOut(position: Position, why: string): undefined {
    if (this.reported) return undefined;
    this.reported = true;
    const { keyword } = this.step.instruction;
    const [what, elsewhere] =
      this.file === undefined ? [keyword, ", or move it into a script of its own"] : ["script", ""];
    this.reading.report({
      position,
      message: `this ${what} cannot be checked: ${why}`,
      remedy: `Split the ${what} into shorter and simpler ones${elsewhere}.`,
      ...(this.file === undefined ? {} : { file: this.file }),
    });
  }
}

/** Without what the parser met there: it may be a password, and a finding goes where the Dockerfile does not. */
export function malformed({ message }: { message: string }): string {
  const plain = message.startsWith("unexpected token") ? "unexpected token" : message.slice(0, 100);
  return `the shell could not read it (${plain})`;
}
