import { expect, test } from "vitest";
import { matrixRows } from "./version-matrix.ts";

const cells = (text: string, ...names: string[]) =>
  [...matrixRows(text, names)].flatMap(({ line, cells }) =>
    cells.map(({ column, text, start, end }) => [line, column, text, start, end]),
  );

test("a row is found by its first cell, however that is written", () => {
  for (const name of ["MapTR", "**maptr**", "`maptr`", "[MapTR](images/maptr/README.md)"])
    expect(cells(`| model | CUDA |\n| --- | --- |\n| ${name} | 11.1 |`, "maptr")).toHaveLength(1);
});

test("cells know their column and their place", () => {
  const text =
    "# Models\n\n| model | Python | PyTorch | base image |\n|:-|-|-:|-|\n|a|3.8 | `1.9.1` | pytorch:1.9.1-cuda11.1-cudnn8-devel |\n";
  expect(cells(text, "a")).toEqual([
    [5, "python", "3.8", 4, 7],
    [5, "torch", "1.9.1", 10, 17],
    [5, "base", "pytorch:1.9.1-cuda11.1-cudnn8-devel", 20, 55],
  ]);
});

test.each([
  ["no version", "| m | CUDA |\n| - | - |\n| a | yes |"],
  ["an empty cell", "| m | CUDA |\n| - | - |\n| a | |"],
  ["a column that nobody knows", "| m | speed |\n| - | - |\n| a | 11.1 |"],
  ["another model", "| m | CUDA |\n| - | - |\n| b | 11.1 |"],
  ["no line of dashes", "| m | CUDA |\n| a | 11.1 |"],
  ["a table that ended", "| m | CUDA |\n| - | - |\n\n| a | 11.1 |"],
])("%s says nothing", (_, text) => {
  expect(cells(text, "a")).toEqual([]);
});

test("a megabyte of bars takes no square of the time", () => {
  const start = performance.now();
  cells("|".repeat(1_000_000), "a");
  cells(`| a | b |\n| - | - |\n${"| a | 1.0 |\n".repeat(80_000)}`, "a");
  expect(performance.now() - start).toBeLessThan(1_000);
});
