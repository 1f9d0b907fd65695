export {
  type CheckpointFormat,
  headBytes,
  type SniffedCheckpoint,
  sniffCheckpoint,
} from "./sniff-checkpoint.ts";
