export { type Action, defaultResultsDir, defineAction, everyOutput, type Outcome } from "./action.ts";
export { annotationCommands } from "./annotations.ts";
export { type Answer, answerDeadlineMs, exitReason, isUnreachable } from "./ask/answer.ts";
export { askCommit, gitAskEnvironment, gitSilence, hostOf, unaskable } from "./ask/git-commit.ts";
export { askDigest, registryOf } from "./ask/image-digest.ts";
export { cancellationSignal } from "./cancellation.ts";
export { diskFiles } from "./disk-files.ts";
export { baseCommit, type ChangedFiles, changedFiles, git } from "./git/changed-files.ts";
export { type ChangedLines, changedLines } from "./git/changed-lines.ts";
export type { Comparison, ComparisonChoice } from "./git/comparison.ts";
export { eventComparison } from "./git/event.ts";
export type {
  Entry,
  EntryKind,
  ExecOptions,
  Exit,
  Files,
  ForeignOutput,
  Host,
  Log,
  Spawned,
  SpawnOptions,
} from "./host.ts";
export {
  choice,
  duration,
  type FieldMeta,
  fieldMeta,
  flag,
  type InputShape,
  isRequired,
  lines,
  optionalText,
  parseInputs,
  type RawInputs,
  requiredText,
  text,
} from "./inputs.ts";
export { findModels, type LoadedModel, listModels, loadModel, type ModelFolder } from "./models.ts";
export { nearPath } from "./near-path.ts";
export { nodeHost } from "./node-host.ts";
export { type Performance, perform } from "./perform.ts";
export { plainLine } from "./plain-text.ts";
export { recordStep, type Seed } from "./record-step.ts";
export { type ReadRecords, readRecords, writeRecords } from "./records.ts";
export { rulePages } from "./rule-pages.ts";
export { sourceLinks } from "./source-links.ts";
export { failureOf, isUsageFailure, StepFailure } from "./step-failure.ts";
export { terminalLog } from "./terminal-log.ts";
export { neutral, workflowLog } from "./workflow-log.ts";
