import { expect, test } from "vitest";
import { optionsFrom } from "./install-options.ts";
import { isLinksPage, isServed } from "./wheel-servers.ts";

const whl = "https://download.pytorch.org/whl";

test.each([
  ["nothing", [], false],
  ["the page of links", ["--find-links", `${whl}/torch_stable.html`], true],
  ["the page of links as an index", ["--extra-index-url", `${whl}/torch_stable.html`], false],
  ["its index", ["--extra-index-url", `${whl}/cu118`], true],
  ["its index alone", ["--index-url", `${whl}/cu118/`], true],
  ["the index of another CUDA", ["--extra-index-url", `${whl}/cu117`], false],
  ["all of them", ["--index-url", whl], true],
  ["PyPI once more", ["--index-url", "https://pypi.org/simple"], false],
  ["a mirror of PyPI", ["--index-url", "https://pypi.tuna.tsinghua.edu.cn/simple"], false],
  ["a mirror of PyPI under another name", ["--index-url", "https://mirrors.aliyun.com/pypi/simple/"], false],
  [
    "MMCV's page",
    ["--find-links", "https://download.openmmlab.com/mmcv/dist/cu118/torch2.0/index.html"],
    false,
  ],
  [
    "a mirror of PyTorch's wheels",
    ["--find-links", "https://mirrors.aliyun.com/pytorch-wheels/cu118/"],
    true,
  ],
  ["a company's index", ["--index-url", "https://pypi.example.org/simple"], true],
  ["a folder", ["--find-links", "/wheels"], true],
])("torch==2.0.1+cu118 with %s", (_, [name = "", value = ""], served) => {
  const uses = name === "" ? [] : [{ name, value, known: true, location: undefined }];
  expect(isServed({ name: "torch", options: optionsFrom(uses, true, false) }, "cu118")).toBe(served);
});

test("only PyTorch's own page is known to be one", () => {
  expect(isLinksPage(`${whl}/torch_stable.html`)).toBe(true);
  expect(isLinksPage(`${whl}/cu111/torch_stable.html`)).toBe(true);
  expect(isLinksPage("https://example.org/torch_stable.html")).toBe(false);
});
