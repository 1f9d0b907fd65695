import { type Action, choice, defineAction, flag, lines, optionalText, requiredText } from "@mia/action-kit";
import { expect, test } from "vitest";
import { commandArguments } from "./arguments.ts";

const action = defineAction({
  name: "example",
  description: "x",
  inputs: {
    models: lines({ description: "x" }),
    image: requiredText({ description: "x" }),
    note: optionalText({ description: "x" }),
    fix: choice({ description: "x", values: ["off", "safe", "unsafe"], default: "off", implied: "safe" }),
    push: flag({ description: "x", default: false }),
  },
  outputs: {},
  positional: "models",
  run: async () => ({ records: [] }),
}) as unknown as Action;

test.each([
  [["a", "--image", "x:1", "b"], { models: "a\nb", image: "x:1" }],
  [["--image=x:1", "--push", "a"], { models: "a", image: "x:1", push: "true" }],
  [["--models", "a", "--models=b"], { models: "a\nb" }],
  [["--fix", "a"], { models: "a", fix: "safe" }],
  [["--fix=unsafe", "a"], { models: "a", fix: "unsafe" }],
  [["--note=--odd"], { note: "--odd" }],
  [["--fix", "--", "unsafe"], { fix: "safe", models: "unsafe" }],
  [["--fix", "./unsafe"], { fix: "safe", models: "./unsafe" }],
  [["--fix", "a", "unsafe"], { fix: "safe", models: "a\nunsafe" }],
  [["--", "--strange-folder"], { models: "--strange-folder" }],
])("reads %j", (words, raw) => {
  expect(commandArguments(action, words)).toEqual({ raw, json: false, help: false, problems: [] });
});

test.each([
  [["--image"], /--image needs a value/],
  [[""], /an empty argument names nothing/],
  [["--models", " "], /--models is given nothing/],
  [["--note="], /--note is given nothing/],
  [["--fix", "unsafe"], /--fix unsafe: write --fix=unsafe, or \.\/unsafe for a file of that name/],
  [["--push", "false"], /--push false: write --push=false/],
  [["--image", "a", "--image", "b"], /image is given twice: "a" and "b"/],
])("finds the problem in %j", (words, problem) => {
  expect(commandArguments(action, words).problems.join()).toMatch(problem);
});

test("--json and --help belong to the door, wherever they stand", () => {
  expect(commandArguments(action, ["a", "--json", "-h"])).toMatchObject({
    raw: { models: "a" },
    json: true,
    help: true,
  });
});

test("an unknown option is passed on, for the action's own answer", () => {
  expect(commandArguments(action, ["--imag", "x"]).raw).toHaveProperty("imag");
});
