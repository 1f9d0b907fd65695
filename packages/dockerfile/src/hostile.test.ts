import { readFileSync } from "node:fs";
import { parseModel } from "@mia/catalog";
import { expect, test } from "vitest";
import { runpod } from "./policy/built-in.ts";
import { verifyImage } from "./verify-image.ts";

const complete = `${import.meta.dirname}/../fixtures/complete`;
const parsed = parseModel(readFileSync(`${complete}/model.yaml`, "utf8"));

function rulesOf(dockerfile: string, ignore = ""): string[] {
  if (!parsed.ok) throw new Error("the complete fixture is broken");
  const source = {
    folder: ".",
    dockerfile: {
      path: "Dockerfile",
      text: `FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel\n${dockerfile}\n`,
    },
    dockerignore: { path: ".dockerignore", text: ignore, problems: [], ignores: () => true },
    requirements: [],
  };
  return verifyImage(source, parsed.model, runpod).map(({ rule }) => rule);
}

/** Texts on which a careless expression takes seconds to years, or the stack runs out. */
test.each([
  ["sed with escapes and no end", `RUN sed 's/${"\\a".repeat(60)}' x`],
  ["sed with open brackets", `RUN sed 's/${"(".repeat(30_000)}/x/' x`],
  ["a clone of a URL without end", `RUN git clone ${"a".repeat(60_000)}:`],
  ["COPY of many @", `COPY ${"@".repeat(200_000)} /x`],
  ["ONBUILD without end", `${"ONBUILD ".repeat(100_000)}RUN true`],
  ["a pipe of many cats", `RUN echo a|${"cat|".repeat(15_000)}chpasswd`],
  ["many malformed scripts", `RUN ${"$(".repeat(32_000)}\n`.repeat(8)],
  [
    "names of Object",
    "ENV __proto__=1 toString=2\nONBUILD RUN constructor $toString\nRUN hasOwnProperty | __proto__",
  ],
])("%s", (_, text) => {
  const start = performance.now();
  rulesOf(text);
  expect(performance.now() - start).toBeLessThan(2500);
});

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

/** Shapes where each line once asked about all lines before it. */
test.each([
  ["stages on stages", `FROM a AS a0\n${many(4900, (i) => `FROM a${i} AS a${i + 1}\nRUN pip install x`)}`],
  [
    "stages that copy from each other and clone",
    `FROM a AS a0\n${many(2400, (i) => `FROM a${i} AS a${i + 1}\nCOPY --from=a${i} /x /y${i}\nRUN git clone https://github.com/a/b${i}`)}`,
  ],
  ["ARGs and variables that nobody sets", many(4900, () => "ARG A\nRUN echo $B $A")],
  [
    "users and their folders",
    many(
      2400,
      (i) => `RUN useradd u${i} && chown -R u${i} /opt/${i}\nUSER u${i}\nRUN touch /opt/${i}/x\nUSER root`,
    ),
  ],
  [
    "copied files that a user changes",
    many(3300, (i) => `COPY f${i} /opt/f${i}\nUSER u\nRUN chmod +x /opt/f${i}`),
  ],
  ["lines of sshd_config", many(9900, () => "RUN echo 'PermitRootLogin yes' >> /etc/ssh/sshd_config")],
])("no square of the time: %s", (_, text) => {
  const start = performance.now();
  rulesOf(text);
  expect(performance.now() - start).toBeLessThan(2500);
});

test("a pattern of nothing but spaces", () => {
  const start = performance.now();
  expect(rulesOf("USER runpod", `a${" ".repeat(200_000)}b`)).not.toContain(
    "dockerignore-has-no-trailing-comment",
  );
  expect(performance.now() - start).toBeLessThan(1000);
});

test("what ONBUILD keeps for later is looked at", () => {
  expect(rulesOf("ONBUILD ENV ROOT_PASSWORD=x")).toContain("no-baked-password");
  expect(rulesOf("ONBUILD RUN <<E\necho 'x ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/x\nE")).toContain(
    "no-passwordless-sudo",
  );
});
