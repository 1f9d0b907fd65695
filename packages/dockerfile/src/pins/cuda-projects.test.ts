import { expect, test } from "vitest";
import { type ImageSource, readImage } from "../image.ts";
import { compilesOf } from "./cuda-projects.ts";

function compiled(...lines: string[]): string[] {
  const text = ["FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel", ...lines].join("\n");
  const source: ImageSource = { folder: ".", dockerfile: { path: "Dockerfile", text }, requirements: [] };
  return compilesOf(readImage(source, undefined)).map(({ project }) => project.name);
}

const mmdet3d = "git clone https://github.com/open-mmlab/mmdetection3d.git";

test.each([
  ["MMCV from its source on purpose", "RUN pip install --no-binary mmcv-full mmcv-full==1.4.0", ["MMCV"]],
  ["MMCV from PyPI, which has no wheels", "RUN pip install mmcv-full==1.4.0", ["MMCV"]],
  ["MMCV of an index", "RUN pip install mmcv-full==1.4.0 -f https://example.org/index.html", []],
  ["MMCV without operators", "RUN pip install mmcv==1.4.0", []],
  ["MMCV as mim finds it", "RUN mim install mmcv-full==1.4.0", []],
  ["a wheel that is only fetched", "RUN pip download mmcv-full==1.4.0", []],
  [
    "an old mmdetection3d",
    `RUN ${mmdet3d} -b v0.17.1 && cd mmdetection3d && python setup.py develop`,
    ["mmdetection3d"],
  ],
  ["by pip", `RUN ${mmdet3d} -b v0.17.1 /m && pip install -e /m`, ["mmdetection3d"]],
  [
    "one that compiles nothing any more",
    `RUN ${mmdet3d} -b v1.0.0rc6 && cd mmdetection3d && pip install -e .`,
    [],
  ],
  ["one at a commit: nobody knows", `RUN ${mmdet3d} && cd mmdetection3d && pip install -e .`, []],
  [
    "detectron2 by its URL",
    "RUN pip install git+https://github.com/facebookresearch/detectron2.git",
    ["detectron2"],
  ],
  ["another tree", "RUN pip install -e .", []],
])("%s", (_, line, projects) => {
  expect(compiled(line)).toEqual(projects);
});

test("a tree of an earlier stage is known in the stages built on it", () => {
  const lines = ["ADD https://github.com/open-mmlab/mmdetection3d.git#v0.17.1 /m", "FROM scratch"];
  expect(compiled(...lines)).toEqual([]);
  const built = ["RUN pip wheel /src/m", "WORKDIR /src"];
  expect(compiled("ADD https://github.com/open-mmlab/mmdetection3d.git#v0.17.1 /src/m", ...built)).toEqual([
    "mmdetection3d",
  ]);
});
