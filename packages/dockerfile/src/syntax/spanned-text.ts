/** A place in a source file; both count from 1, columns in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

interface Piece {
  /** Where in the assembled text the piece begins. */
  start: number;
  at: Position;
}

/**
 * Text assembled from pieces of source lines (continuations joined, comments left out) that still knows where each
 * character stood. Finding the place of a character takes the logarithm of the number of pieces.
 */
export class SpannedText {
  readonly text: string;
  private readonly pieces: readonly Piece[];

  private constructor(text: string, pieces: readonly Piece[]) {
    this.text = text;
    this.pieces = pieces;
  }

  /** Pieces must not contain line ends of their own, except as their last character. */
  static join(parts: Iterable<{ text: string; at: Position }>): SpannedText {
    const texts: string[] = [];
    const pieces: Piece[] = [];
    let start = 0;
    for (const part of parts) {
      pieces.push({ start, at: part.at });
      texts.push(part.text);
      start += part.text.length;
    }
    return new SpannedText(texts.join(""), pieces);
  }

  /** Where the character at `offset` stood; the end of the text is the place behind its last character. */
  positionAt(offset: number): Position {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.pieces[middle] as Piece).start <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = this.pieces[low];
    if (piece === undefined) return { line: 1, column: 1 };
    return { line: piece.at.line, column: piece.at.column + offset - piece.start };
  }

  /** The pieces it was assembled from, for assembling another text with them. */
  parts(): { text: string; at: Position }[] {
    return this.pieces.map(({ start, at }, index) => ({
      text: this.text.slice(start, this.pieces[index + 1]?.start),
      at,
    }));
  }

  slice(from: number, to = this.text.length): SpannedText {
    if (from === 0 && to === this.text.length) return this;
    const pieces: Piece[] = [{ start: 0, at: this.positionAt(from) }];
    for (const { start, at } of this.pieces) {
      if (start > from && start < to) pieces.push({ start: start - from, at });
    }
    return new SpannedText(this.text.slice(from, to), pieces);
  }

  trim(): SpannedText {
    const { text } = this;
    const from = text.length - text.trimStart().length;
    return this.slice(from, Math.max(from, text.trimEnd().length));
  }
}
