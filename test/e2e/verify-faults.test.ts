import { describe, expect, test } from "vitest";
import { runBundle } from "../support/run-bundle.ts";
import { temporaryWorkspace, type Workspace } from "../support/workspace.ts";

interface Fault {
  what: string;
  rule: string;
  /** Makes the fault and gives the file and line a person would point at. */
  make(workspace: Workspace): { file: string; line: number };
}

const dockerfile = "images/maptr/Dockerfile";

const append = (file: string, text: string) => (workspace: Workspace) => {
  const before = workspace.read(file);
  workspace.write(file, `${before.trimEnd()}\n${text}\n`);
  return { file, line: before.trimEnd().split("\n").length + 1 };
};

const lineOf = (text: string, part: string): number =>
  text.split("\n").findIndex((line) => line.includes(part)) + 1;

const faults: Fault[] = [
  { what: "USER root at the end", rule: "final-user", make: append(dockerfile, "USER root") },
  {
    what: "cu118 in the MMCV URL",
    rule: "mmcv-index-matches-cuda",
    make: (workspace) => {
      workspace.edit(dockerfile, "dist/cu111/torch1.9.0", "dist/cu118/torch2.1.0");
      return { file: dockerfile, line: lineOf(workspace.read(dockerfile), "cu118") };
    },
  },
  {
    what: "git checkout of a branch",
    rule: "git-is-pinned",
    make: append(
      dockerfile,
      "RUN git clone https://github.com/hustvl/MapTR /tmp/x && cd /tmp/x && git checkout main",
    ),
  },
  {
    what: "a baked password",
    rule: "no-baked-password",
    make: append(dockerfile, "RUN echo 'root:x' | chpasswd"),
  },
  {
    what: "a comment after a .dockerignore pattern",
    rule: "dockerignore-has-no-trailing-comment",
    make: append("images/maptr/.dockerignore", "docs/   # not needed"),
  },
];

/** A place by its file and a text that stands on its line only. */
type Place = [file: string, text: string];

interface Known {
  fault: string;
  rule: string;
  files: Record<string, string>;
  /** The place to change, then those that say otherwise. */
  at: Place[];
  /** Replaced in the first place's file, this makes it right. */
  right: [from: string, to: string];
}

const maptrBase = "FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel\n";
const wheels = "https://download.openmmlab.com/mmcv/dist";
const mmdet3d = "https://github.com/open-mmlab/mmdetection3d.git";
const freshLists = "rm -f /etc/apt/sources.list.d/cuda.list /etc/apt/sources.list.d/nvidia-ml.list";

/**
 * What the document this project began with gets wrong, each in its own shape. Its eleventh, `docker build --dry-run`, stands in
 * no file: there is no such option, and the size it was to show is measured, which a test of its own says below.
 */
const known: Known[] = [
  {
    fault: "1: mmdet3d v1.0.0rc6 beside mmcv-full 1.4.0",
    rule: "openmmlab-versions-fit",
    files: {
      Dockerfile: `${maptrBase}RUN pip install mmcv-full==1.4.0 -f ${wheels}/cu111/torch1.9.0/index.html
RUN git clone ${mmdet3d} /app/mmdetection3d && \\
    cd /app/mmdetection3d && \\
    git checkout v1.0.0rc6 && \\
    pip install --no-deps .\n`,
    },
    at: [
      ["Dockerfile", "git checkout"],
      ["Dockerfile", "mmcv-full"],
    ],
    right: ["v1.0.0rc6", "v0.17.1"],
  },
  {
    fault: "2: a branch as a pin",
    rule: "git-is-pinned",
    files: {
      Dockerfile: `${maptrBase}RUN git clone https://github.com/wudongming97/TopoMLP.git /app/TopoMLP && \\
    cd /app/TopoMLP && \\
    git checkout main\n`,
    },
    at: [["Dockerfile", "git checkout"]],
    right: ["checkout main", `checkout ${"0123456789".repeat(4)}`],
  },
  {
    fault: "3: what needs Python 3.8 on a base with 3.7",
    rule: "python-fits-pins",
    files: {
      Dockerfile: `${maptrBase}COPY requirements.txt .\nRUN pip install -r requirements.txt\n`,
      "requirements.txt": "tqdm\nscipy==1.8.0\n",
    },
    at: [
      ["requirements.txt", "scipy"],
      ["Dockerfile", "FROM"],
    ],
    right: ["scipy==1.8.0", "scipy==1.7.3"],
  },
  {
    fault: "4: a version with a label, and no index that has it",
    rule: "local-version-has-index",
    files: {
      Dockerfile: `${maptrBase}COPY requirements.txt .\nRUN pip install -r requirements.txt\n`,
      "requirements.txt": "# pinned\ntorch==1.9.1+cu111\n",
    },
    at: [
      ["requirements.txt", "torch=="],
      ["Dockerfile", "RUN pip"],
    ],
    right: ["# pinned", "-f https://download.pytorch.org/whl/torch_stable.html"],
  },
  {
    fault: "4: the base's torch does not fulfil the label",
    rule: "torch-matches-base",
    files: {
      Dockerfile: `${maptrBase}COPY requirements.txt .\nRUN pip install -r requirements.txt\n`,
      "requirements.txt": "-f https://download.pytorch.org/whl/torch_stable.html\ntorch==1.9.1+cu111\n",
    },
    at: [
      ["requirements.txt", "torch=="],
      ["Dockerfile", "FROM"],
    ],
    right: ["1.9.1+cu111", "1.9.1"],
  },
  {
    fault: "5: a wheel of MMCV that was never published",
    rule: "mmcv-wheel-exists",
    files: {
      Dockerfile: `FROM pytorch/pytorch:2.1.0-cuda11.8-cudnn8-devel
RUN pip install mmcv-full==1.4.0 -f ${wheels}/cu118/torch2.1.0/index.html\n`,
    },
    // The version, and the index that lacks it.
    at: [
      ["Dockerfile", "mmcv-full"],
      ["Dockerfile", "mmcv-full"],
    ],
    right: ["mmcv-full==1.4.0", "mmcv==2.1.0"],
  },
  {
    // Wheels for 1.9.0 are the right ones for 1.9.1: only another minor version is wrong.
    fault: "6: the index of another torch",
    rule: "mmcv-index-matches-cuda",
    files: {
      Dockerfile: `${maptrBase}RUN pip install mmcv-full==1.4.0 \\
    -f ${wheels}/cu111/torch1.8.0/index.html\n`,
    },
    at: [
      ["Dockerfile", "torch1.8.0"],
      ["Dockerfile", "FROM"],
    ],
    right: ["torch1.8.0", "torch1.9.0"],
  },
  {
    fault: "7: a comment behind the backslash",
    rule: "continuation-is-not-broken",
    files: {
      Dockerfile: `${maptrBase}RUN ${freshLists} && apt-get update && apt-get install -y \\
    openssh-server \\    # the server
    sudo\n`,
    },
    at: [["Dockerfile", "openssh-server"]],
    right: ["    # the server", ""],
  },
  {
    fault: "8: a comment behind a pattern",
    rule: "dockerignore-has-no-trailing-comment",
    files: {
      Dockerfile: maptrBase,
      ".dockerignore": "**/*.pth\n.git/           # the history\n**/__pycache__\n",
    },
    at: [[".dockerignore", ".git/"]],
    right: ["           # the history", ""],
  },
  {
    fault: "9: a pattern for the root alone",
    rule: "dockerignore-excludes-weights",
    files: {
      Dockerfile: `${maptrBase}COPY . /app\n`,
      ".dockerignore": ".git\n*.pth\n**/__pycache__\n",
      "ckpts/m.pth": "weights",
    },
    at: [[".dockerignore", "*.pth"]],
    right: ["*.pth", "**/*.pth"],
  },
  {
    fault: "10: COPY behind USER writes as root, and chown may not mend it",
    rule: "copied-files-have-owner",
    files: {
      Dockerfile: `${maptrBase}RUN useradd -m -u 1000 runpod
USER runpod
COPY gpu_utils.py /app/gpu_utils.py
RUN chown runpod:runpod /app/gpu_utils.py\n`,
      "gpu_utils.py": "",
    },
    at: [
      ["Dockerfile", "COPY"],
      ["Dockerfile", "RUN chown"],
      ["Dockerfile", "USER"],
    ],
    right: ["COPY gpu", "COPY --chown=runpod:runpod gpu"],
  },
  {
    fault: "10: what only root may do, behind USER",
    rule: "root-work-before-user",
    files: {
      Dockerfile: `${maptrBase}RUN useradd -m -u 1000 runpod
USER runpod
RUN ${freshLists} && apt-get update\n`,
    },
    at: [
      ["Dockerfile", "apt-get"],
      ["Dockerfile", "USER"],
    ],
    right: ["USER runpod\n", ""],
  },
  {
    fault: "12: one host key for all containers",
    rule: "no-baked-ssh-keys",
    files: {
      Dockerfile: `${maptrBase}RUN ${freshLists} && apt-get update \\
 && apt-get install -y openssh-server \\
 && rm -rf /var/lib/apt/lists/*
COPY start_ssh.sh /usr/local/bin/\n`,
      "start_ssh.sh": "if [ ! -f /etc/ssh/ssh_host_rsa_key ]; then\n  ssh-keygen -A\nfi\n",
    },
    at: [["Dockerfile", "openssh-server"]],
    right: ["lists/*\n", "lists/* /etc/ssh/ssh_host_*\n"],
  },
  {
    fault: "13: NVIDIA's dead key",
    rule: "apt-key-is-mended",
    files: { Dockerfile: `${maptrBase}RUN apt-get update \\\n && apt-get install -y git\n` },
    at: [
      ["Dockerfile", "apt-get update"],
      ["Dockerfile", "FROM"],
    ],
    right: ["RUN apt-get", `RUN ${freshLists} && apt-get`],
  },
  {
    fault: "14: what conda exports is not for pip",
    rule: "requirements-are-for-pip",
    files: {
      Dockerfile: `${maptrBase}COPY requirements.txt .\nRUN pip install -r requirements.txt\n`,
      "requirements.txt": "tqdm\ntorch=1.9.1+cu111=pypi_0\n",
    },
    at: [
      ["requirements.txt", "torch="],
      ["Dockerfile", "RUN pip"],
    ],
    right: ["torch=1.9.1+cu111=pypi_0", "torch==1.9.1"],
  },
];

describe("verify-dockerfile on a copy of images/maptr", () => {
  test("passes as it is", async () => {
    using workspace = temporaryWorkspace();
    workspace.copyImage("maptr");
    const end = await runBundle("verify-dockerfile", {
      workspace: workspace.folder,
      inputs: { models: "maptr" },
    });
    expect(end).toMatchObject({ code: 0, annotations: [], outputs: { status: "passed" } });
  });

  test.each(faults)("refuses $what", async ({ rule, make }) => {
    using workspace = temporaryWorkspace();
    workspace.copyImage("maptr");
    const { file, line } = make(workspace);
    const end = await runBundle("verify-dockerfile", {
      workspace: workspace.folder,
      inputs: { models: "maptr" },
    });
    const record = JSON.parse(workspace.read("model-image-results/step-result-verify-maptr.json"));
    const errors = record.findings.filter((finding: { severity: string }) => finding.severity === "error");
    expect(errors).toContainEqual(
      expect.objectContaining({
        rule,
        locations: expect.arrayContaining([expect.objectContaining({ file, line })]),
      }),
    );
    expect(end.annotations.join("\n")).toMatch(new RegExp(`^::error file=${file},line=${line}[,:]`, "m"));
    expect(end).toMatchObject({ code: 1, outputs: { status: "failed" } });
    expect(end.summary).toContain(rule);
  });
});

describe("the faults of the design document", () => {
  /** The places of each finding of a rule, as `file:line`. */
  async function placesOf(rule: string, workspace: Workspace): Promise<string[][]> {
    const inputs = { models: ".", policy: "runpod", "fail-on": "never" };
    const end = await runBundle("verify-dockerfile", { workspace: workspace.folder, inputs });
    expect(end).toMatchObject({ code: 0, stderr: "" });
    const { findings } = JSON.parse(workspace.read("model-image-results/step-result-verify.json"));
    return findings
      .filter((finding: { rule: string }) => finding.rule === rule)
      .map(({ locations }: { locations: { file: string; line: number }[] }) =>
        locations.map(({ file, line }) => `${file}:${line}`),
      );
  }

  test.each(known)("$fault ($rule)", async ({ rule, files, at, right: [from, to] }) => {
    using workspace = temporaryWorkspace();
    for (const [file, text] of Object.entries(files)) workspace.write(file, text);
    const places = at.map(([file, text]) => `${file}:${lineOf(workspace.read(file), text)}`);
    expect(await placesOf(rule, workspace)).toEqual([places]);
    workspace.edit(at[0]?.[0] ?? "", from, to);
    expect(await placesOf(rule, workspace), "and when it is right").toEqual([]);
  });

  test("11: what docker would send is measured, not asked of an option that docker lacks", async () => {
    using workspace = temporaryWorkspace();
    workspace.copyImage("maptr");
    workspace.write("images/maptr/ckpts/m.pth", "x".repeat(4096));
    await runBundle("verify-dockerfile", { workspace: workspace.folder, inputs: { models: "maptr" } });
    const { context } = JSON.parse(workspace.read("model-image-results/step-result-verify-maptr.json"));
    expect(context.treeBytes - context.keptBytes).toBeGreaterThanOrEqual(4096);
    expect(context.largest.map(({ path }: { path: string }) => path)).not.toContain("ckpts/m.pth");
  });
});
