import { expect, test } from "vitest";
import { readImage } from "../image.ts";
import { takenUids } from "./taken-uids.ts";

const found = (text: string): string[] => {
  const image = readImage(
    { folder: ".", dockerfile: { path: "Dockerfile", text }, requirements: [] },
    undefined,
  );
  const last = image.stages.at(-1);
  return last ? takenUids(image, last).map(({ user }) => user) : [];
};

test.each([
  "RUN useradd --uid 1000 x",
  "RUN useradd -u 1000 x",
  "RUN useradd -mu 1000 x",
  "RUN useradd -u1000 -s /bin/bash x",
  "RUN apt-get update && apt-get install -y sudo\nRUN groupadd x && useradd -m -u 1000 -g x x && mkdir /y",
  "RUN set -e; useradd -u 1000 x; mkdir /y",
  "RUN adduser --gecos '' --disabled-password --uid 1000 x",
])("the build stops: %j", (lines) => {
  for (const base of ["ubuntu:24.04", "ubuntu:noble", "nvidia/cuda:12.6.3-base-ubuntu24.04"])
    expect(found(`FROM ${base}\n${lines}\n`)).toEqual(["x"]);
});

test.each([
  ["another base", "FROM ubuntu:22.04\nRUN useradd -u 1000 x"],
  ["a base that is not known", "FROM our/cuda:12-ubuntu24.04\nRUN useradd -u 1000 x"],
  ["another number", "RUN useradd -u 1001 x"],
  ["no number", "RUN useradd x"],
  ["a number that the caller may change", "ARG U=1000\nRUN useradd -u $U x"],
  ["a number to share", "RUN useradd -o -u 1000 x"],
  ["the same in one word", "RUN useradd -mou 1000 x"],
  ["taken out", "RUN userdel -r ubuntu && useradd -u 1000 x"],
  ["taken out by number", "RUN deluser --remove-home $(id -un 1000)\nRUN useradd -u 1000 x"],
  ["taken out where it is there", "RUN if id ubuntu; then userdel ubuntu; fi\nRUN useradd -u 1000 x"],
  ["renumbered", "RUN usermod -u 1234 ubuntu && useradd -u 1000 x"],
  ["edited", "RUN sed -i /ubuntu/d /etc/passwd && useradd -u 1000 x"],
  ["only where nobody has it", "RUN id -u 1000 || useradd -u 1000 x"],
  ["a failure that is caught", "RUN useradd -u 1000 x || true"],
  ["a failure that nobody notices", "RUN useradd -u 1000 x; mkdir /y"],
  ["a script before", "COPY a.sh /\nRUN /a.sh\nRUN useradd -u 1000 x"],
  ["an installer before", "RUN curl https://example.org/x | bash\nRUN useradd -u 1000 x"],
  ["another list of users", "COPY passwd /etc/passwd\nRUN useradd -u 1000 x"],
  ["another root", "COPY rootfs/ /\nRUN useradd -u 1000 x"],
  ["another root of the account", "RUN useradd --root /other -u 1000 x"],
  ["later", "ONBUILD RUN useradd -u 1000 x"],
  ["a variable before", "RUN $CLEAN\nRUN useradd -u 1000 x"],
])("silent for %s", (_, lines) => {
  expect(found(lines.startsWith("FROM") ? `${lines}\n` : `FROM ubuntu:24.04\n${lines}\n`)).toEqual([]);
});
