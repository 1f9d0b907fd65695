import { expect, test } from "vitest";
import { readImage } from "../image.ts";
import { copiedFiles } from "./copied-files.ts";
import { scriptFiles, wantedScripts } from "./script-files.ts";

function imageOf(dockerfile: string, files: Record<string, string> = {}) {
  return readImage(
    {
      folder: ".",
      dockerfile: { path: "Dockerfile", text: `FROM debian:12\n${dockerfile}\n` },
      requirements: [],
      files: new Map(Object.entries(files).map(([path, text]) => [path, { path, text }])),
    },
    undefined,
  );
}

test.each([
  ["COPY a.sh /x/", ["/x/a.sh", "/x"]],
  ["COPY a.sh /x", ["/x", "/x/a.sh"]],
  ["WORKDIR /app\nCOPY a.sh .", ["/app/a.sh", "/app"]],
  ["WORKDIR /app\nCOPY a.sh b.sh bin", ["/app/bin/a.sh", "/app/bin", "/app/bin/b.sh", "/app/bin"]],
  ["ARG D=/y\nCOPY ./sub/a.sh $D/", ["/y/a.sh", "/y"]],
  ["ARG D\nCOPY a.sh $D/", []],
  ["COPY a.sh ../x", ["/x", "/x/a.sh"]],
  ["ADD https://example.com/t.sh?x=1 /opt/", ["/opt/t.sh", "/opt"]],
])("where %j lands", (dockerfile, targets) => {
  const root = dockerfile.startsWith("COPY a.sh ..") ? `WORKDIR /app\n${dockerfile}` : dockerfile;
  expect(copiedFiles(imageOf(root)).flatMap((one) => one.targets)).toEqual(targets);
});

const script = "#!/bin/sh\nthis-runs\n";

test.each([
  // A RUN, and the start.
  ["COPY a.sh /x/a.sh\nRUN /x/a.sh", "a.sh", "build"],
  ["COPY a.sh /x/\nRUN cd /x && sh -e ./a.sh", "a.sh", "build"],
  ["COPY s /x\nRUN bash /x/sub/a.sh", "s/sub/a.sh", "build"],
  ["COPY . /x\nWORKDIR /x\nRUN . ./a.sh", "a.sh", "build"],
  ["RUN --mount=type=bind,source=a.sh,target=/t.sh sh /t.sh", "a.sh", "build"],
  ['COPY start-it /usr/local/bin/\nCMD ["start-it"]', "start-it", "start"],
  ['COPY a.sh /e.sh\nENTRYPOINT ["/usr/bin/tini", "--", "/e.sh"]', "a.sh", "start"],
  ["COPY a.sh /e.sh\nENTRYPOINT exec gosu dev /e.sh --x", "a.sh", "start"],
  ["COPY a.sh /opt/a.sh", "a.sh", "copied"],
  ["COPY tool /usr/local/bin/tool", "tool", "copied"],
])("%j brings %s: %s", (dockerfile, path, when) => {
  const image = imageOf(dockerfile, { [path]: script });
  expect(wantedScripts(imageOf(dockerfile))).toContain(path);
  const { scripts } = scriptFiles(image);
  expect(scripts.map((one) => [one.path, one.when])).toEqual([[path, when]]);
  expect(scripts[0]?.commands.map(({ name, file, position }) => [name, file, position])).toEqual([
    ["this-runs", path, { line: 2, column: 1 }],
  ]);
});

test.each([
  ["another program reads it", "COPY a.sh /a.sh\nRUN /a.sh", "#!/usr/bin/env python3\nimport os\n"],
  ["it is no text", "COPY a.sh /a.sh\nRUN /a.sh", "\x7fELF\0\0"],
  ["another one is run", "COPY a.sh /a.sh\nRUN rm /a.sh", undefined],
])("no commands where %s", (_, dockerfile, text) => {
  const image = imageOf(dockerfile, text === undefined ? {} : { "a.sh": text });
  expect(scriptFiles(image).scripts).toEqual([]);
});

test("scripts that scripts run are asked for, and read", () => {
  const dockerfile = "COPY a.sh b.sh /x/\nCOPY lib /x/lib\nRUN /x/a.sh";
  const first = { "a.sh": "#!/bin/bash\nsource /x/lib/c.sh\n", "b.sh": script };
  expect(wantedScripts(imageOf(dockerfile, first))).toContain("lib/c.sh");
  const { scripts } = scriptFiles(imageOf(dockerfile, { ...first, "lib/c.sh": script }));
  expect(scripts.map(({ path, when }) => [path, when])).toEqual([
    ["a.sh", "build"],
    ["b.sh", "copied"],
    ["lib/c.sh", "build"],
  ]);
});

test("a script that runs itself ends", () => {
  const image = imageOf("COPY a.sh /a.sh\nRUN /a.sh", { "a.sh": "/a.sh\n" });
  expect(scriptFiles(image).scripts.length).toBe(1);
});

test("what cannot be read is said with its own file", () => {
  const image = imageOf("COPY a.sh /a.sh\nRUN /a.sh", { "a.sh": "#!/bin/sh\necho 'open\n" });
  expect(scriptFiles(image).unread).toMatchObject([{ file: "a.sh", position: { line: 2 } }]);
});
