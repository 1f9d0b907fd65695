import { describe, expect, test } from "vitest";
import { type ImageSource, readImage } from "../image.ts";
import { checkImage } from "../verify-image.ts";
import { rules } from "./all-rules.ts";

const dist = "https://download.openmmlab.com/mmcv/dist";
const versionRules = rules.filter(({ code }) => code >= "MIA101" && code <= "MIA109");

interface Found {
  code: string | undefined;
  remedy: string;
  fix: boolean;
  severity: string;
}

function verify(text: string): Found[] {
  const source: ImageSource = { folder: ".", dockerfile: { path: "Dockerfile", text }, requirements: [] };
  return checkImage(readImage(source, undefined), versionRules).map(({ code, remedy, fix, severity }) => ({
    code,
    remedy,
    fix: fix !== undefined,
    severity,
  }));
}

/** What a person does who writes the values of a remedy where the Dockerfile has others. */
function follow(text: string, remedy: string): string {
  let now = text;
  const put = (found: RegExpExecArray | null, pattern: RegExp, by: (values: string[]) => string): void => {
    if (found) now = now.replaceAll(new RegExp(pattern, "g"), by(found.slice(1)));
  };
  put(/the base (\S+?)[,.]?(?:\s|$)/.exec(remedy), /pytorch\/pytorch:\S+/, ([base = ""]) => base);
  for (const name of ["torch", "torchvision", "torchaudio"])
    put(
      new RegExp(`\\b${name}==([\\w.+]+\\w)`).exec(remedy),
      new RegExp(`\\b${name}==[\\w.+]+`),
      ([version]) => `${name}==${version}`,
    );
  put(/\bfrom (\S+\/whl\/\w+)\)/.exec(remedy), /https:\S+\/whl\/cu\d+/, ([url = ""]) => url);
  put(
    /\b(mmcv(?:-full)?) (\d[\w.]*\w)/.exec(remedy),
    /mmcv(?:-full)?==[\w.]+/,
    ([name, version]) => `${name}==${version}`,
  );
  for (const name of ["mmdet", "mmsegmentation"])
    put(
      new RegExp(`\\b${name} (\\d[\\w.]*\\w)`).exec(remedy),
      new RegExp(`\\b${name}==[\\w.]+`),
      ([version]) => `${name}==${version}`,
    );
  put(/\bmmdet3d (\d[\w.]*\w)/.exec(remedy), /(?<=mmdetection3d\.git#v)[\w.]+/, ([version = ""]) => version);
  put(
    /\/mmcv\/dist\/(\S+)\/index\.html/.exec(remedy),
    /(?<=\/mmcv\/dist\/)\S+(?=\/index\.html)/,
    ([part = ""]) => part,
  );
  return now;
}

const torchPage = "-f https://download.pytorch.org/whl/torch_stable.html";
const oldTorch = "FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel";
const newTorch = "FROM pytorch/pytorch:2.1.0-cuda11.8-cudnn8-devel";

const mixtures: [string, string[]][] = [
  [
    "a requirement for another torch than base and MMCV",
    [
      newTorch,
      `RUN pip install mmcv-full==1.4.0 -f ${dist}/cu118/torch2.1.0/index.html`,
      `RUN pip install torch==1.9.1+cu111 torchvision==0.10.1+cu111 ${torchPage}`,
    ],
  ],
  [
    "an MMCV that is older than the torch",
    [newTorch, `RUN pip install mmcv-full==1.4.0 -f ${dist}/cu118/torch2.1.0/index.html`],
  ],
  [
    "an index of another torch, where the right one has no such wheel",
    [newTorch, `RUN pip install mmcv-full==1.7.1 -f ${dist}/cu117/torch1.13.0/index.html`],
  ],
  [
    "mmdet3d beside older mmcv-full, mmdet and mmsegmentation",
    [
      oldTorch,
      `RUN pip install mmcv-full==1.4.0 mmdet==2.14.0 mmsegmentation==0.14.1 -f ${dist}/cu111/torch1.9.0/index.html`,
      "ADD https://github.com/open-mmlab/mmdetection3d.git#v1.0.0rc6 /mmdetection3d",
      "RUN pip install --no-deps /mmdetection3d",
    ],
  ],
  [
    "another index, and an mmdet that is too old",
    [
      "FROM pytorch/pytorch:1.10.0-cuda11.3-cudnn8-devel",
      `RUN pip install mmcv-full==1.7.0 mmdet==2.24.0 -f ${dist}/cu111/torch1.9.0/index.html`,
    ],
  ],
  [
    "a torch by pip that is newer than the MMCV",
    [
      "FROM nvidia/cuda:11.8.0-cudnn8-devel-ubuntu22.04",
      "RUN pip install torch==2.0.1+cu118 torchvision==0.15.2+cu118 --extra-index-url https://download.pytorch.org/whl/cu118",
      `RUN pip install mmcv-full==1.6.1 mmdet==2.28.2 -f ${dist}/cu118/torch2.0/index.html`,
    ],
  ],
  ["mim and an MMCV that is too new", [newTorch, "RUN mim install mmcv==2.2.0 mmdet==3.3.0"]],
  [
    "an mmdet for MMCV 2 beside MMCV 1",
    [newTorch, `RUN pip install mmcv-full==1.7.1 mmdet==3.1.0 -f ${dist}/cu118/torch2.1.0/index.html`],
  ],
  [
    "the torch of another index, and an MMCV that is too new",
    [
      "FROM pytorch/pytorch:2.1.0-cuda12.1-cudnn8-devel",
      `RUN pip install mmcv==2.2.0 mmdet==3.3.0 -f ${dist}/cu118/torch2.0.0/index.html`,
    ],
  ],
  [
    "a torch that no MMCV is known for",
    [
      "FROM pytorch/pytorch:2.6.0-cuda12.4-cudnn9-devel",
      `RUN pip install mmcv==2.1.0 mmdet==3.3.0 -f ${dist}/cu121/torch2.4.0/index.html`,
    ],
  ],
];

describe.each(mixtures)("following a remedy for %s", (_, lines) => {
  const text = lines.join("\n");
  const before = verify(text);
  const told = before.filter(({ code = "" }) => /^MIA10[3-6]$/.test(code));

  test("finds something to follow", () => {
    expect(told).not.toEqual([]);
  });

  const ways = told.flatMap(({ code, remedy }) =>
    remedy
      .split(", or ")
      .filter((way) => !way.includes("compile"))
      .map((way): [string | undefined, string] => [code, way]),
  );
  test.each(ways)("%s: %s", (code, way) => {
    const after = verify(follow(text, way)).map((finding) => finding.code);
    expect(after).not.toContain(code);
    // An index alone mends no versions; whatever names versions mends all of them.
    const left = way.startsWith("Use http") ? before.map((finding) => finding.code) : [];
    expect(after.filter((one) => !left.includes(one))).toEqual([]);
  });
});

test("no fix writes an index that lacks the wheel", () => {
  const of = (name: string) =>
    verify(`${newTorch}\nRUN pip install ${name} -f ${dist}/cu117/torch1.13.0/index.html`).find(
      ({ code }) => code === "MIA103",
    );
  expect(of("mmcv-full==1.7.1")).toMatchObject({ fix: false });
  expect(of("mmcv-full==1.7.1")?.remedy).toBe(
    `No wheel of mmcv-full 1.7.1 is known for torch 2.1 and cu118: take the base pytorch/pytorch:1.13.1-cuda11.6-cudnn8-devel and the MMCV index ${dist}/cu116/torch1.13.0/index.html, or compile MMCV from source.`,
  );
  expect(of("mmcv==2.1.0")).toMatchObject({ fix: true });
  expect(of("mmcv")).toMatchObject({ fix: true });
  expect(of("mmcv==2.9.9"), "not in the table").toMatchObject({ fix: false });
});

test.each<[string, string, string | undefined]>([
  ["cu121 for CUDA 12.4, which no MMCV is published for", "cu121/torch2.4.0", undefined],
  ["cu118 for CUDA 12.4", "cu118/torch2.4.0", "error"],
  ["another torch", "cu121/torch2.3.0", "error"],
])("on torch 2.4 for CUDA 12.4: %s", (_, index, severity) => {
  const base = "FROM pytorch/pytorch:2.4.0-cuda12.4-cudnn9-devel";
  const [first, ...others] = verify(`${base}\nRUN pip install mmcv==2.2.0 -f ${dist}/${index}/index.html`);
  expect([first?.severity, others]).toEqual([severity, []]);
});
