import { expect, test } from "vitest";
import { type ImageSource, readImage } from "../image.ts";
import { compilesOf } from "./cuda-projects.ts";

function compiled(...lines: string[]): string[] {
  const text = ["FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel", ...lines].join("\n");
  const source: ImageSource = { folder: ".", dockerfile: { path: "Dockerfile", text }, requirements: [] };
  return compilesOf(readImage(source, undefined)).map(({ project }) => project.name);
}

const mmdet3d = "git clone https://github.com/open-mmlab/mmdetection3d.git";
const mmcv = "https://github.com/open-mmlab/mmcv.git";
const scatter = "https://github.com/rusty1s/pytorch_scatter";

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
  ["its last release that does", `RUN ${mmdet3d} -b v1.0.0rc0 /m && pip install -e /m`, ["mmdetection3d"]],
  ["its first that does not", `RUN ${mmdet3d} -b v1.0.0rc1 /m && pip install -e /m`, []],
  ["MMCV 1.x from its tree, whose operators are off", `RUN pip install git+${mmcv}@v1.7.1`, []],
  ["with them on", `RUN MMCV_WITH_OPS=1 pip install git+${mmcv}@v1.7.1`, ["MMCV"]],
  ["at any commit", `ENV MMCV_WITH_OPS=1\nRUN git clone ${mmcv} /m && pip install /m`, ["MMCV"]],
  ["MMCV 2.x, whose operators are on", `RUN pip install git+${mmcv}@v2.1.0`, ["MMCV"]],
  ["with them off", `RUN MMCV_WITH_OPS=0 pip install git+${mmcv}@v2.1.0`, []],
  ["MMCV at a commit: nobody knows", `RUN git clone ${mmcv} /m && pip install /m`, []],
  ["MMCV 2.x from PyPI", "RUN pip install mmcv==2.1.0", ["MMCV"]],
  ["a release that asks for no variable", `RUN pip install git+${scatter}@1.4.0`, []],
  ["a later one", `RUN pip install git+${scatter}@2.1.2`, ["torch-scatter"]],
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
