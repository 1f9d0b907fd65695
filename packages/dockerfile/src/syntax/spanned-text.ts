import { contentEnd, indentOf } from "./white-space.ts";

/** A place in a source file; both count from 1, columns in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** A part of a text, and where it stood. */
export interface SpannedPart {
  text: string;
  at: Position;
  /** Columns it took in the file, where that is not its length: an escape sequence is longer than what it means. */
  width?: number;
}

interface Piece {
  /** Where in the assembled text the piece begins. */
  start: number;
  at: Position;
  width: number | undefined;
}

/**
 * Text assembled from pieces of source lines (continuations joined, comments left out) that still knows where each
 * character stood. Finding the place of a character takes the logarithm of the number of pieces.
 */
export class SpannedText {
  readonly text: string;
  /** False where the text does not stand in the file like this: its places only say about where it came from. */
  readonly isExact: boolean;
  private readonly pieces: readonly Piece[];

  private constructor(text: string, pieces: readonly Piece[], isExact: boolean) {
    this.text = text;
    this.pieces = pieces;
    this.isExact = isExact;
  }

  /** Pieces must not contain line ends of their own, except as their last character. */
  static join(parts: Iterable<SpannedPart>, isExact = true): SpannedText {
    const texts: string[] = [];
    const pieces: Piece[] = [];
    let start = 0;
    for (const part of parts) {
      pieces.push({ start, at: part.at, width: part.width });
      texts.push(part.text);
      start += part.text.length;
    }
    return new SpannedText(texts.join(""), pieces, isExact);
  }

  /** Where the character at `offset` stood; the end of the text is the place behind its last character. */
  positionAt(offset: number): Position {
    const piece = this.pieces[this.pieceAt(offset)];
    if (piece === undefined) return { line: 1, column: 1 };
    return { line: piece.at.line, column: piece.at.column + offset - piece.start };
  }

  /**
   * The place behind the character before `offset`: the exclusive end of a word that ends there. It differs from
   * `positionAt` where the word ends a line and the text goes on in another one.
   */
  endAt(offset: number): Position {
    if (offset <= 0) return this.positionAt(0);
    const index = this.pieceAt(offset - 1);
    const piece = this.pieces[index];
    if (piece === undefined) return { line: 1, column: 1 };
    if (this.text[offset - 1] === "\n") return { line: piece.at.line + 1, column: 1 };
    const { line, column } = piece.at;
    const isWhole = offset === (this.pieces[index + 1]?.start ?? this.text.length);
    if (piece.width !== undefined && isWhole) return { line, column: column + piece.width };
    return { line, column: column + offset - piece.start };
  }

  /** The pieces it was assembled from, for assembling another text with them. */
  parts(): SpannedPart[] {
    return this.pieces.map(({ start, at, width }, index) => ({
      text: this.text.slice(start, this.pieces[index + 1]?.start),
      at,
      ...(width === undefined ? {} : { width }),
    }));
  }

  slice(from: number, to = this.text.length): SpannedText {
    if (from === 0 && to === this.text.length) return this;
    const first = this.pieceAt(from);
    const width = this.pieces[first]?.start === from ? this.pieces[first]?.width : undefined;
    const pieces: Piece[] = [{ start: 0, at: this.positionAt(from), width }];
    for (let index = first + 1; index < this.pieces.length; index++) {
      const { start, at, width } = this.pieces[index] as Piece;
      if (start >= to) break;
      if (start > from) pieces.push({ start: start - from, at, width });
    }
    return new SpannedText(this.text.slice(from, to), pieces, this.isExact);
  }

  trim(): SpannedText {
    const from = indentOf(this.text);
    return this.slice(from, Math.max(from, contentEnd(this.text)));
  }

  /** The last piece that begins at `offset` or before it. */
  private pieceAt(offset: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.pieces[middle] as Piece).start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
