/** Labels of a smoke container, by which left-overs of a dead runner can be told from other people's containers. */
export const runLabelNames = {
  smoke: "org.model-image-actions.smoke",
  model: "org.model-image-actions.model",
  deadline: "org.model-image-actions.deadline",
} as const;

/** `deadline` is in seconds since 1970: after it, nobody waits for the container any more. */
export function runLabels(model: string, deadline: number): Record<string, string> {
  return {
    [runLabelNames.smoke]: "1",
    [runLabelNames.model]: model,
    [runLabelNames.deadline]: String(Math.ceil(deadline)),
  };
}
