import type { StepResult } from "@mia/step-result";
import { contextFigures } from "./context-figures.ts";
import { driftFigure, lockFigures } from "./lock-figures.ts";
import { phaseFigure } from "./phase-figure.ts";
import { pinFigure } from "./pin-figure.ts";
import { sizeFigures } from "./size-figures.ts";
import type { Figure } from "./view.ts";

/** What a record knows that a list of facts would hide; none for records that do not measure it. */
export function figuresOf(record: StepResult): Figure[] {
  if (record.step === "lock") return lockFigures(record);
  if (record.step !== "build") return [];
  const { phases, sizes, context, lock, pins } = record;
  return [
    ...(phases ? present(phaseFigure(phases)) : []),
    ...(sizes ? sizeFigures(sizes) : []),
    ...(context ? contextFigures(context, record.transferredBytes) : []),
    ...(lock ? present(driftFigure(lock)) : []),
    ...(pins ? present(pinFigure(pins)) : []),
  ];
}

function present(figure: Figure | undefined): Figure[] {
  return figure ? [figure] : [];
}
