// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of Dockerfiles, not templates.
import { describe, expect, test } from "vitest";
import { type Image, readImage } from "../image.ts";
import { type Install, installsOf, readInstalls } from "./installs.ts";
import { wantedFiles } from "./wanted-files.ts";

function imageOf(lines: string | string[], files: Record<string, string> = {}, there?: string[]): Image {
  const text = typeof lines === "string" ? lines : lines.join("\n");
  const map = new Map(
    Object.entries(files).map(([path, text]) => [path, { path: `images/x/${path}`, text }]),
  );
  const dockerfile = { path: "images/x/Dockerfile", text };
  const find = (path: string) =>
    there?.includes(path) ? { kind: "sent" as const } : { kind: "missing" as const, goesOn: false };
  const context = there ? { context: { find } } : {};
  return readImage({ folder: "images/x", dockerfile, requirements: [], files: map, ...context }, undefined);
}

const last = (image: Image): Install[] => installsOf(image, image.stages.at(-1) as never);

const shown = ({ name, requirement, location }: Install): string =>
  `${name}${requirement.specifiers.map(({ operator, version }) => operator + version).join(",")} ${location.file.replace("images/x/", "")}:${location.line}:${location.column}`;

/** One FROM, then the lines. */
const found = (lines: string | string[], files?: Record<string, string>): string[] =>
  last(imageOf(["FROM a", ...[lines].flat()], files)).map(shown);

describe("commands", () => {
  test.each([
    [
      "RUN pip install torch==1.9.1 'numpy>=1.19,<2'",
      ["torch==1.9.1 Dockerfile:2:17", "numpy>=1.19,<2 Dockerfile:2:31"],
    ],
    ["RUN /opt/model/bin/pip3.8 install a", ["a Dockerfile:2:35"]],
    ["RUN python3 -m pip install --no-cache-dir -U a", ["a Dockerfile:2:46"]],
    ["RUN python -u -m pip install a", ["a Dockerfile:2:30"]],
    ["RUN pip --no-cache-dir --timeout 60 install a", ["a Dockerfile:2:45"]],
    ["RUN uv pip install --system a==1", ["a==1 Dockerfile:2:29"]],
    ["RUN conda run -n env pip install a", ["a Dockerfile:2:34"]],
    ["RUN sudo -H pip install a", ["a Dockerfile:2:25"]],
    ["RUN pip install -i https://h/s -f x --extra-index-url y a", ["a Dockerfile:2:57"]],
    ["RUN pip install \\\n  a \\\n  b", ["a Dockerfile:3:3", "b Dockerfile:4:3"]],
    ['RUN ["pip", "install", "a==1"]', ["a==1 Dockerfile:2:25"]],
    ["ARG V=1.9.1\nRUN pip install torch==$V+cu111", ["torch==1.9.1+cu111 Dockerfile:3:17"]],
    ["RUN pip install torch==$V", ["torch==$V Dockerfile:2:17"]],
    [
      "RUN conda install -y pytorch==1.9.1 cudatoolkit=11.1 -c pytorch",
      ["pytorch==1.9.1 Dockerfile:2:22", "cudatoolkit=11.1 Dockerfile:2:37"],
    ],
    [
      "RUN conda create -n e 'python >=3.8' conda-forge::pip",
      ["python>=3.8 Dockerfile:2:24", "pip Dockerfile:2:51"],
    ],
    [
      "RUN pip install /wheels/torch-1.9.1+cu111-cp38-cp38-linux_x86_64.whl",
      ["torch==1.9.1+cu111 Dockerfile:2:17"],
    ],
    [
      "RUN pip install . ./x -e ./y /wheels/*.whl",
      [" Dockerfile:2:17", " Dockerfile:2:19", " Dockerfile:2:30", " Dockerfile:2:26"],
    ],
    ["RUN pip install -e git+https://h/a.git@v1#egg=a", ["a Dockerfile:2:20"]],
    [
      "RUN pip list && pip uninstall -y a && pip config set global.index-url x && poetry install && pipenv install a",
      [],
    ],
    ["RUN echo pip install a; python setup.py install; apt-get install pip", []],
    ['RUN pip install $PACKAGES "$@" $(cat list)', []],
    ["RUN pip install accelerate>=1.0.0", ["accelerate Dockerfile:2:17"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test("the places of name, version and end are exact", () => {
    const [install] = last(imageOf('FROM a\nRUN pip install "torch==1.9.1"'));
    expect(install?.requirement).toMatchObject({
      exact: true,
      position: { line: 2, column: 18 },
      nameEnd: { line: 2, column: 23 },
      specifiers: [{ versionPosition: { line: 2, column: 25 }, end: { line: 2, column: 30 } }],
    });
    expect(install?.location).toMatchObject({ endLine: 2, endColumn: 30 });
  });

  test("a word with a variable in it is not exact", () => {
    const [install] = last(imageOf("FROM a\nARG V=1\nRUN pip install torch==$V"));
    expect(install?.requirement).toMatchObject({ known: true, exact: false });
  });

  test.each([
    ["test -e x || pip install a"],
    ["if test $X; then pip install a; fi"],
    ["pip install a || true"],
  ])("%s need not happen", (text) => {
    expect(last(imageOf(`FROM a\nRUN ${text}`))).toMatchObject([{ applies: "unknown", uncertain: true }]);
  });

  test("verbs and tools are told apart", () => {
    const image = imageOf(
      "FROM a\nRUN pip download a && pip wheel b && uv pip install c && conda create -n e d",
    );
    expect(last(image).map(({ tool, verb }) => `${tool} ${verb}`)).toEqual([
      "pip download",
      "pip wheel",
      "uv install",
      "conda create",
    ]);
  });

  test("what the stages below install comes first", () => {
    const image = imageOf(
      "FROM x AS a\nRUN pip install one\nFROM a AS b\nRUN pip install two\nFROM x\nRUN pip install three\nFROM b\nRUN pip install four",
    );
    expect(last(image).map(({ name }) => name)).toEqual(["one", "two", "four"]);
  });
});

describe("files", () => {
  const files = {
    "requirements.txt": "torch==1.9.1\n",
    "docker/r.txt": "a==1\n-r sub/more.txt\nc==3\n-c ../limits.txt\n",
    "docker/sub/more.txt": "b==2\n-r ../r.txt\n",
    "limits.txt": "a<2\n",
  };
  const torch = ["torch==1.9.1 requirements.txt:1:1"];
  test.each<[string[], string[]]>([
    [["COPY requirements.txt /tmp/", "RUN pip install -r /tmp/requirements.txt"], torch],
    [["COPY requirements.txt /tmp/r.txt", "RUN pip install -r/tmp/r.txt"], torch],
    [
      ["COPY --chown=1000:1000 requirements.txt /app", "RUN pip install --requirement=/app/requirements.txt"],
      torch,
    ],
    [["WORKDIR /app", "COPY . .", "RUN pip install -Ur requirements.txt"], torch],
    [["COPY . .", "RUN pip install -r requirements.txt"], torch],
    [["COPY requirements.txt ./", "RUN pip install -r ./requirements.txt"], torch],
    [["COPY *.txt /app/", "RUN cd /app && pip install -r requirements.txt"], torch],
    [["COPY ./requirements*.txt README.md /app/", "RUN pip install -r /app/requirements.txt"], torch],
    [['ADD ["requirements.txt", "/r/"]', "WORKDIR /r", "RUN pip install -r requirements.txt"], torch],
    [["RUN --mount=type=bind,source=requirements.txt,target=/tmp/r.txt pip install -r /tmp/r.txt"], torch],
    [["RUN --mount=type=bind,target=/ctx pip install -r /ctx/requirements.txt"], torch],
    [["COPY requirements.txt /tmp/", "RUN cp /tmp/requirements.txt /r.txt && pip install -r /r.txt"], torch],
    [
      ["COPY --parents docker/r.txt /p/", "RUN pip install -r /p/docker/r.txt"],
      ["a==1 docker/r.txt:1:1", "c==3 docker/r.txt:3:1"],
    ],
    [
      ["COPY . /app", "RUN pip install -r /app/docker/r.txt"],
      ["a==1 docker/r.txt:1:1", "b==2 docker/sub/more.txt:1:1", "c==3 docker/r.txt:3:1"],
    ],
    [
      ["COPY docker /d", "RUN pip install -r /d/sub/more.txt"],
      ["b==2 docker/sub/more.txt:1:1", "a==1 docker/r.txt:1:1", "c==3 docker/r.txt:3:1"],
    ],
    [
      ["COPY <<EOF /r.txt", "# none", "torch==1", "EOF", "RUN pip install -r /r.txt"],
      ["torch==1 Dockerfile:4:1"],
    ],
    [["RUN cat <<EOF > /r.txt && pip install -r /r.txt", "torch==1", "EOF"], ["torch==1 Dockerfile:3:1"]],
    [["ARG R=requirements.txt", "COPY ${R} /r/${R}", "RUN pip install -r /r/$R"], torch],
    [["COPY requirements.txt /tmp/", "RUN uv pip sync /tmp/requirements.txt"], torch],
  ])("%j", (lines, expected) => {
    expect(found(lines, files)).toEqual(expected);
  });

  test.each<[string[]]>([
    [["RUN pip install -r /tmp/requirements.txt"]],
    [
      [
        "COPY requirements.txt /tmp/",
        "RUN wget -O /tmp/requirements.txt https://h/r && pip install -r /tmp/requirements.txt",
      ],
    ],
    [
      [
        "COPY requirements.txt /tmp/",
        "RUN curl https://h/r > /tmp/requirements.txt && pip install -r /tmp/requirements.txt",
      ],
    ],
    [["RUN git clone https://h/a.git && cd a && pip install -r requirements.txt"]],
    [["COPY . /app", "RUN git clone https://h/a.git /app/a && pip install -r /app/a/requirements.txt"]],
    [["COPY --from=other/image / /", "RUN pip install -r /requirements.txt"]],
    [["COPY . /app", "COPY --from=other/image /x /app", "RUN pip install -r /app/requirements.txt"]],
    [["COPY requirements.txt $WHERE", "RUN pip install -r requirements.txt"]],
    [["RUN pip install -r https://h/requirements.txt"]],
    [["COPY . /app", "RUN cd $X && pip install -r requirements.txt"]],
    [["COPY . /app", "RUN --mount=type=tmpfs,target=/app pip install -r /app/requirements.txt"]],
  ])("a file nobody here has the text of: %j", (lines) => {
    const image = imageOf(["FROM a", ...lines], files);
    expect(last(image)).toEqual([]);
    expect(readInstalls(image, image.stages[0] as never).missing).toHaveLength(1);
  });

  test("through another stage", () => {
    const image = imageOf(
      [
        "FROM a AS one",
        "WORKDIR /src",
        "COPY . .",
        "FROM a",
        "COPY --from=one /src/requirements.txt /tmp/",
        "RUN pip install -r /tmp/requirements.txt",
      ],
      files,
    );
    expect(last(image).map(shown)).toEqual(torch);
  });

  test.each<[string[]]>([
    [["RUN sed -i /torch/d /tmp/requirements.txt && pip install -r /tmp/requirements.txt"]],
    [["RUN echo a >> /tmp/requirements.txt && pip install -r /tmp/requirements.txt"]],
    [["RUN grep -v torch /tmp/requirements.txt > /tmp/b.txt && pip install -r /tmp/b.txt"]],
    [["RUN cat /tmp/requirements.txt | grep -v torch > /tmp/b.txt && pip install -r /tmp/b.txt"]],
    [["WORKDIR /tmp", "RUN sed 's/x/y/' < requirements.txt > b.txt", "RUN pip install -r b.txt"]],
  ])("a line that a command may have taken out is not certain: %j", (lines) => {
    const image = imageOf(["FROM a", "COPY requirements.txt /tmp/", ...lines], files);
    expect(last(image)).toMatchObject([{ name: "torch", applies: "unknown", uncertain: true }]);
  });

  test("what one command filtered is certain again for the next", () => {
    const lines = ["RUN grep b r.txt > s.txt && pip install -r s.txt", "RUN pip install -r r.txt"];
    const image = imageOf(["FROM a", "COPY r.txt .", ...lines], { "r.txt": "b" });
    expect(last(image).map(({ applies }) => applies)).toEqual(["unknown", true]);
  });

  test("limits of a constraints file are no installs", () => {
    const image = imageOf(["FROM a", "COPY . /app", "RUN pip install torch numpy -c /app/c.txt"], {
      "c.txt": "torch==1.9.1\n",
    });
    expect(last(image).map(({ name, constraints }) => [name, constraints.length])).toEqual([
      ["torch", 1],
      ["numpy", 0],
    ]);
  });

  test("markers", () => {
    const text = "a; sys_platform=='win32'\nb; python_version<'3.8'\nc; sys_platform=='linux'\n";
    const image = imageOf(["FROM a", "COPY r.txt /", "RUN pip install -r /r.txt"], { "r.txt": text });
    expect(last(image).map(({ applies }) => applies)).toEqual([false, "unknown", true]);
    const known = installsOf(image, image.stages[0] as never, { python_version: "3.7" });
    expect(known.map(({ applies }) => applies)).toEqual([false, true, true]);
  });

  test("a file that names itself ends", () => {
    const image = imageOf(["FROM a", "COPY r.txt /", "RUN pip install -r /r.txt"], {
      "r.txt": "a\n-r r.txt\n-r ./r.txt\nb",
    });
    expect(last(image).map(({ name }) => name)).toEqual(["a", "b"]);
  });

  test("files that name each other twice each do not multiply without end", () => {
    const files: Record<string, string> = {};
    for (let index = 0; index < 40; index++)
      files[`r${index}.txt`] = `a${index}\n-r r${index + 1}.txt\n-r r${index + 1}.txt\n`;
    const start = performance.now();
    const image = imageOf(["FROM a", "COPY . /app", "RUN pip install -r /app/r0.txt"], files);
    expect(last(image).length).toBeLessThan(300);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("options", () => {
  const options = (...lines: string[]) =>
    last(
      imageOf(["FROM a", ...lines], {
        "r.txt": "-f https://links\nb -f https://ignored\n--extra-index-url https://extra",
      }),
    )[0]?.options;
  test("of the command and of its files", () => {
    expect(options("COPY r.txt /", "RUN pip install -r /r.txt -i https://index --no-deps a")).toMatchObject({
      indexUrl: "https://index",
      extraIndexUrls: ["https://extra"],
      findLinks: ["https://links"],
      noDeps: true,
      complete: true,
    });
  });
  test("of the environment", () => {
    expect(
      options("ENV PIP_EXTRA_INDEX_URL='https://x https://y' PIP_NO_INDEX=0", "RUN pip install a"),
    ).toMatchObject({
      extraIndexUrls: ["https://x", "https://y"],
      noIndex: false,
      complete: true,
    });
  });
  test.each([
    ["ARG PIP_INDEX_URL\nRUN pip install a"],
    ["RUN pip config set global.extra-index-url https://x\nRUN pip install a"],
    ["RUN PIP_INDEX_URL=https://x pip install a"],
    ["RUN <<EOF\nPIP_INDEX_URL=https://x pip install a\nEOF"],
    ["RUN echo x > /etc/pip.conf && pip install a"],
    ["COPY pip.conf /etc/pip.conf\nRUN pip install a"],
    ["RUN pip install -i $URL a"],
    ["RUN pip install a -r /unknown.txt"],
  ])("further indexes are possible: %j", (text) => {
    expect(options(...text.split("\n"))?.complete).toBe(false);
  });
});

describe("wanted files", () => {
  test.each<[string[], string[]]>([
    [["COPY requirements/prod.txt /tmp/", "RUN pip install -r /tmp/prod.txt"], ["requirements/prod.txt"]],
    [
      ["COPY . /app", "WORKDIR /app", "RUN pip install -r docker/r.txt && ./setup.sh && bash scripts/x"],
      ["docker/r.txt", "setup.sh", "scripts/x"],
    ],
    [
      ["COPY sshd_config /etc/ssh/sshd_config", "COPY x /etc/sudoers.d/runpod"],
      ["sshd_config", "x"],
    ],
    [["COPY start.sh /", 'CMD ["/start.sh"]'], ["start.sh"]],
    [["COPY a /usr/bin/entrypoint", 'ENTRYPOINT ["tini", "--", "/usr/bin/entrypoint"]'], ["a"]],
    [["COPY src model.pth inference.py /app/"], []],
    [["COPY --from=x start.sh /"], []],
    [["COPY ../../etc/passwd /etc/passwd"], ["etc/passwd"]],
  ])("%j", (lines, expected) => {
    const image = imageOf(["FROM a", ...lines], {}, expected);
    expect(wantedFiles(image).sort()).toEqual([...expected].sort());
  });

  test("what a file names is wanted once the file is there", () => {
    const lines = ["FROM a", "COPY . /app", "RUN pip install -r /app/r/a.txt"];
    expect(wantedFiles(imageOf(lines))).toEqual(["r/a.txt"]);
    expect(wantedFiles(imageOf(lines, { "r/a.txt": "-r b.txt\n-c ../c.txt" }))).toEqual(["r/b.txt", "c.txt"]);
    expect(wantedFiles(imageOf(lines, { "r/a.txt": "-r b.txt", "r/b.txt": "x" }))).toEqual([]);
  });
});

test.each([
  ["COPY and scripts", Array.from({ length: 5000 }, (_, n) => `COPY a${n} /x${n}\nRUN /y${n}.sh`).join("\n")],
  [
    "stages",
    Array.from(
      { length: 4000 },
      (_, n) => `FROM ${n ? `s${n - 1}` : "a"} AS s${n}\nCOPY a /a${n}\nRUN pip install -r /r.txt`,
    ).join("\n"),
  ],
  [
    "stages that copy from each other",
    Array.from(
      { length: 3000 },
      (_, n) => `FROM a AS s${n}\nCOPY --from=${n ? n - 1 : "b"} / /\nRUN pip install -r /r.txt`,
    ).join("\n"),
  ],
  ["one command", `RUN pip install ${"a==1 ".repeat(10_000)}`],
  [
    "copies of copies",
    `RUN ${Array.from({ length: 3000 }, (_, n) => `cp /a${n} /a${n + 1}`).join(" && ")} && pip install -r /a3000`,
  ],
])("hostile files take bounded time: %s", (_, text) => {
  const image = imageOf(["FROM a", text]);
  const start = performance.now();
  wantedFiles(image);
  last(image);
  expect(performance.now() - start).toBeLessThan(3000);
});

test("a long file installed again and again takes bounded time, and what is left out is said", () => {
  const lines = Array.from({ length: 50_000 }, (_, n) => `a${n}==1`).join("\n");
  const runs = Array.from({ length: 200 }, () => "RUN pip install -r /r.txt");
  const start = performance.now();
  const image = imageOf(["FROM a", "COPY r.txt /", ...runs], { "r.txt": lines });
  expect(last(image).length).toBeLessThanOrEqual(500_000);
  expect(readInstalls(image, image.stages[0] as never).missing.length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(3000);
});
