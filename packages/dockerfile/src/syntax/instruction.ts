import type { Heredoc } from "./heredoc.ts";
import type { Position, SpannedText } from "./spanned-text.ts";

/** A word of an instruction, as written, and where it stands. */
export interface Word {
  text: string;
  position: Position;
  /** Behind its last character. */
  end: Position;
}

export interface Flag extends Word {
  /** Without the dashes. */
  name: string;
  /** Unquoted; undefined for a flag without `=`. */
  value: string | undefined;
}

/** A name with a value, of ENV, ARG or LABEL. `value` is as written; undefined for `ARG name`. */
export interface Assignment {
  name: string;
  value: string | undefined;
  position: Position;
  /** Behind the value, or behind the name where there is none. */
  end: Position;
}

/** One instruction of a Dockerfile. */
export interface Instruction {
  /** In capitals. */
  keyword: string;
  startLine: number;
  /** The last line, heredocs included. */
  endLine: number;
  position: Position;
  /** Behind its last character, that of the last heredoc's closing name included. */
  end: Position;
  flags: Flag[];
  /** What follows keyword and flags. */
  body: SpannedText;
  /** `body` split as this keyword splits it: one word for a shell command. */
  words: Word[];
  /** Of ENV, ARG and LABEL. */
  assignments: Assignment[];
  /** The strings of the JSON form, where it is used. */
  json: string[] | undefined;
  heredocs: Heredoc[];
  /** What ONBUILD keeps for later. */
  trigger: Instruction | undefined;
}

/** Something the builder refuses. */
export interface SyntaxProblem {
  position: Position;
  message: string;
  kind:
    | "unknown-instruction"
    | "heredoc"
    | "arguments"
    | "flag"
    | "json"
    | "expansion"
    | "directive"
    | "order"
    | "line"
    | "empty"
    | "size";
}
