import { type ModelFolder, StepFailure } from "@mia/action-kit";

/** Jobs a matrix can generate in one run (GitHub docs, "Usage limits"). */
export const maxMatrixJobs = 256;

/** The `matrix` output: what `strategy.matrix: ${{ fromJSON(...) }}` takes, one job a model. */
export function matrixJson(models: readonly ModelFolder[]): string {
  return JSON.stringify({ include: models.map(({ slug, folder }) => ({ model: slug, folder })) });
}

/** Throws where the models are too many for one matrix; leaving some out would leave them unproven. */
export function checkMatrixSize(models: readonly ModelFolder[]): void {
  if (models.length <= maxMatrixJobs) return;
  throw new StepFailure({
    code: "invalid-input",
    message: `${models.length} models are affected, and one matrix holds at most ${maxMatrixJobs} jobs`,
    remedy: "Split the run: name the models of each part in the input models.",
  });
}
