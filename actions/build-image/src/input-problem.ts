/** What is wrong with an input, or with several together; `input` is the one to change. */
export interface InputProblem {
  input: string;
  message: string;
}
