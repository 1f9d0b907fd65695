import type { Evidence, Verdict } from "@mia/step-result";

/**
 * The page as data: what is said, not how it looks. Every text in it is as raw as it came from a record; a renderer
 * escapes for its own medium, in one place.
 */
export interface View {
  verdict: Exclude<Verdict, "not-planned">;
  sentence: string;
  /** The worst of all records that stand-ins or a pass without evidence taint: only `real` may look like a proof. */
  evidence: Evidence;
  /** What was wrong before any record could be made, such as an input. */
  problems: string[];
  /** What must be known to read the rest rightly: stand-ins, unknown evidence, a plan that is not there. */
  notes: string[];
  /** One row a model; null where a single record says more by its facts. */
  table: Table | null;
  /** Failures, findings of severity error, promised steps without a result. */
  open: Issue[];
  warnings: Issue[];
  infos: Issue[];
  /** Folded, except where a single record is shown. */
  details: Detail[];
  /** Things the view itself left out, since no reader would get to them; empty text where there are none. */
  leftOut: string[];
}

export interface Table {
  columns: Column[];
  rows: Row[];
}

export type ColumnKey = "verify" | "build" | "smoke" | "context" | "image" | "memory" | "evidence";

export interface Column {
  key: ColumnKey;
  label: string;
}

export interface Row {
  model: string;
  verdict: Verdict;
  /** In the order of the columns. */
  cells: Cell[];
}

export interface Cell {
  text: string;
  /** What belongs to the text but does not fit a narrow column. */
  more?: string;
  /** Set where the cell says what became of a step. */
  verdict?: Verdict;
  /** Set where the cell says that a row is no proof of the real image. */
  evidence?: Exclude<Evidence, "real">;
}

export interface Place {
  file: string;
  line: number;
  note?: string;
  href?: string;
}

/** One thing that is wrong: where, what, and what to do. */
export interface Issue {
  level: "error" | "warning" | "info";
  /** Such as `maptr verify`. */
  where: string;
  /** A rule with its code before it, or the code of a failure. */
  name: string;
  /** The page about the rule. */
  href?: string;
  message: string;
  remedy: string;
  /** What a fix would do, and whether it is safe. */
  fix?: string;
  places: Place[];
  /** The last lines of the program that failed. */
  output: string[];
}

export interface Fact {
  label: string;
  value: string;
  /** Shown as code: digests, references, paths. */
  isCode?: boolean;
  /** Code that a reader takes along: it stands by itself where the medium copies whole blocks. */
  isCopied?: boolean;
}

/** A part of a bar, from 0 to 1 of its length. */
export interface Span {
  from: number;
  to: number;
}

export interface FigureColumn {
  label: string;
  /** `number`: to the right. `code`: text of others, cut where there is no room. `digest`: code that must stay whole. */
  kind: "text" | "number" | "code" | "digest";
}

export interface FigureRow {
  /** In the order of the columns. */
  cells: string[];
  bar?: Span[];
}

export interface Stretch {
  startMs: number;
  durationMs: number;
}

/** One lane of a timeline: stretches that do not overlap, in order. */
export interface Lane {
  name: string;
  stretches: Stretch[];
}

/** Lanes over one clock, for a medium that draws them. The figure's rows say the same in words. */
export interface Timeline {
  totalMs: number;
  lanes: Lane[];
}

/** Numbers that belong together: a small table everywhere, each row with a bar where its numbers are shares of one whole. */
export interface Figure {
  title: string;
  columns: FigureColumn[];
  /** What the bars say; undefined where there are none. */
  barLabel?: string;
  rows: FigureRow[];
  /** What was left out, or must be known to read the rows rightly. */
  note?: string;
  timeline?: Timeline;
}

export interface Group {
  heading: string;
  facts: Fact[];
  figures?: Figure[];
}

export interface Detail {
  about: "plan" | "model";
  title: string;
  verdict: Verdict;
  isOpen: boolean;
  groups: Group[];
}
