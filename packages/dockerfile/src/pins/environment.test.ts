import { describe, expect, test } from "vitest";
import { type ImageSource, readImage } from "../image.ts";
import type { Stage } from "../stages/stage.ts";
import { environmentOf, torchOf } from "./environment.ts";
import { momentsOf } from "./timeline.ts";

const base = "FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel";
const plain = "FROM nvidia/cuda:11.8.0-cudnn8-devel-ubuntu22.04";

function known(lines: string[], requirements = "") {
  const source: ImageSource = {
    folder: ".",
    dockerfile: { path: "Dockerfile", text: lines.join("\n") },
    requirements: [{ path: "requirements.txt", text: requirements }],
  };
  const image = readImage(source, undefined);
  const environment = environmentOf(image, image.stages.at(-1) as Stage);
  const torch = torchOf(environment);
  return {
    torch: torch?.version,
    built: torch?.cuda,
    sure: torch?.sure,
    cuda: environment.cuda?.value,
    python: environment.python?.value,
    flavor: environment.flavor?.value,
  };
}

describe("the base image", () => {
  test("tells torch, CUDA, Python and whether there is a compiler", () => {
    const facts = { torch: "1.9.1", built: "11.1", cuda: "11.1", python: "3.7", flavor: "devel" };
    expect(known([base])).toMatchObject(facts);
  });

  test("a stage starts from the end of the one it builds on", () => {
    const lines = [`${plain} AS base`, "RUN pip install torch==2.0.1", "FROM base"];
    expect(known(lines)).toMatchObject({ torch: "2.0.1", cuda: "11.8.0" });
  });

  test("nothing is known of an image that only the caller of the build names", () => {
    const nothing = { torch: undefined, cuda: undefined, python: undefined, flavor: undefined };
    expect(known(["ARG BASE", "FROM $BASE"])).toMatchObject(nothing);
  });
});

test.each([
  ["a label names the CUDA", "RUN pip install torch==2.0.1+cu117", "2.0.1+cu117", "11.7"],
  ["PyPI has one build", "RUN pip install torch==2.0.1", "2.0.1", "11.7"],
  [
    "an index has one build",
    "RUN pip install torch==2.0.1 --index-url https://download.pytorch.org/whl/cu118",
    "2.0.1",
    "11.8",
  ],
  [
    "another index may have any",
    "RUN pip install torch==2.0.1 --index-url https://example.org/simple",
    "2.0.1",
    undefined,
  ],
  [
    "conda names the toolkit",
    "RUN conda install pytorch==1.12.0 cudatoolkit=11.3 -c pytorch",
    "1.12.0",
    "11.3",
  ],
  ["the later one stays", "RUN pip install torch==2.0.1 && pip install torch==2.1.0", "2.1.0", "12.1"],
  [
    "what is there stays",
    "RUN pip install torch==2.0.1+cu118 && pip install 'torch>=2' torch==2.0.1",
    "2.0.1+cu118",
    "11.8",
  ],
  [
    "an open upgrade leaves nothing known",
    "RUN pip install torch==2.0.1 && pip install -U torch",
    undefined,
    undefined,
  ],
  ["uninstalled", "RUN pip install torch==2.0.1 && pip uninstall -y torch", undefined, undefined],
  [
    "a wheel by its name",
    "RUN pip install https://example.org/torch-2.0.1%2Bcu118-cp310-cp310-linux_x86_64.whl",
    "2.0.1+cu118",
    "11.8",
  ],
  ["built, not installed", "RUN pip wheel torch==2.0.1", undefined, undefined],
  ["for another folder", "RUN pip install --target /other torch==2.0.1", undefined, undefined],
])("torch: %s", (_, line, torch, built) => {
  expect(known([plain, line])).toMatchObject({ torch, built });
});

test.each([
  [
    "a virtual environment",
    ["RUN python -m venv /opt/venv", "ENV PATH=/opt/venv/bin:$PATH"],
    undefined,
    "3.7",
  ],
  [
    "a conda environment",
    ["RUN conda create -p /opt/model python=3.8.20", "ENV PATH=/opt/model/bin:$PATH"],
    undefined,
    "3.8",
  ],
  ["a conda environment that nothing enters", ["RUN conda create -n model python=3.8"], undefined, undefined],
  [
    "a conda environment that SHELL enters",
    ["RUN conda create -n model python=3.8", 'SHELL ["conda", "run", "-n", "model", "/bin/bash", "-c"]'],
    undefined,
    "3.8",
  ],
  [
    "one from a file",
    ["RUN conda env create -p /opt/model -f environment.yml", "ENV PATH=/opt/model/bin:$PATH"],
    undefined,
    undefined,
  ],
  ["another Python in the base's conda", ["RUN conda install python=3.10"], undefined, "3.10"],
  ["a Python of another stage", ["COPY --from=other /opt/conda /opt/conda"], undefined, undefined],
  [
    "one that sees the base's packages",
    ["RUN python -m venv --system-site-packages /opt/venv"],
    "1.9.1",
    "3.7",
  ],
  ["apt's Python beside conda's", ["RUN apt-get install -y python3 python3-pip"], "1.9.1", "3.7"],
  ["a Python of deadsnakes", ["RUN apt-get install -y python3.9"], undefined, undefined],
])("on a base with torch: %s", (_, lines, torch, python) => {
  expect(known([base, ...lines])).toMatchObject({ torch, python });
});

test("apt installs the Python of the distribution", () => {
  expect(known([plain, "RUN apt-get update && apt-get install -y python3-pip"])).toMatchObject({
    python: "3.10",
  });
});

test("a file that nobody could read leaves a doubt", () => {
  expect(known([base, "RUN pip install -r /somewhere/requirements.txt"])).toMatchObject({
    torch: "1.9.1",
    sure: false,
  });
});

test.each([
  ["apt", "RUN apt-get install -y cuda-toolkit-11-8"],
  ["conda", "RUN conda install -c nvidia cuda-nvcc"],
  ["a copy", "COPY --from=nvidia/cuda:11.8.0-devel-ubuntu22.04 /usr/local/cuda /usr/local/cuda"],
])("a compiler may come by %s", (_, line) => {
  expect(known(["FROM nvidia/cuda:11.8.0-runtime-ubuntu22.04", line]).flavor).toBeUndefined();
});

test("ten thousand commands take no square of the time", () => {
  const commands = Array.from(
    { length: 10_000 },
    (_, index) => `RUN pip install torch==1.${index % 10}.0 a${index}==1.0`,
  );
  const start = performance.now();
  known([plain, ...commands]);
  expect(performance.now() - start).toBeLessThan(5_000);
});

describe("the ways of a script", () => {
  const two = (then: string, other: string) => known([plain, `RUN if a; then ${then}; else ${other}; fi`]);
  const pip = (version: string) => `pip install torch==${version}`;

  test("different installs leave no version that is known", () => {
    expect(two(pip("2.0.1+cu118"), pip("1.13.1+cpu"))).toMatchObject({ torch: undefined });
    expect(known([base, `RUN if a; then ${pip("2.0.1")}; fi`])).toMatchObject({ torch: undefined });
    expect(known([base, `RUN case $x in a) ${pip("2.0.1")};; *) ${pip("2.1.0")};; esac`])).toMatchObject({
      torch: undefined,
    });
    expect(known([plain, `RUN ${pip("2.0.1")} || ${pip("2.0.0")}`])).toMatchObject({ torch: undefined });
    expect(known([base, `RUN [ "$A" = b ] && ${pip("2.0.1")}; true`])).toMatchObject({ torch: undefined });
  });

  test("the same install leaves one", () => {
    expect(two(pip("2.0.1"), `a && ${pip("2.0.1")}`)).toMatchObject({ torch: "2.0.1", sure: false });
  });

  test("a way that stops leaves nothing", () => {
    expect(two(`a; ${pip("2.0.1")}`, "exit 1")).toMatchObject({ torch: "2.0.1" });
    expect(known([base, `RUN a && ${pip("2.0.1")} || exit 1`])).toMatchObject({ torch: "2.0.1" });
  });

  test("inside of a way its own install counts", () => {
    const source: ImageSource = {
      folder: ".",
      dockerfile: { path: "Dockerfile", text: `${base}\nRUN if a; then ${pip("2.0.1")}; b; else c; fi` },
      requirements: [],
    };
    const image = readImage(source, undefined);
    const versions = new Map(
      momentsOf(image).map(({ command, before }) => [command.name, torchOf(before)?.version]),
    );
    expect([versions.get("b"), versions.get("c")]).toEqual(["2.0.1", "1.9.1"]);
  });

  test("another Python in one way is nobody's", () => {
    expect(known(["FROM python:3.10", "RUN if a; then conda install python=3.8; fi"])).toMatchObject({
      python: undefined,
    });
  });

  test("a file that one way writes holds nobody knows what", () => {
    const lines = [
      plain,
      "COPY requirements.txt /r.txt",
      "RUN if a; then cp /other.txt /r.txt; fi",
      "RUN pip install -r /r.txt",
    ];
    expect(known(lines, "torch==2.0.1\n")).toMatchObject({ torch: undefined });
    expect(known([lines[0], lines[1], lines[3]] as string[], "torch==2.0.1\n")).toMatchObject({
      torch: "2.0.1",
    });
  });
});
