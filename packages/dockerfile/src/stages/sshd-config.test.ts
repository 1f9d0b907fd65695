import { expect, test } from "vitest";
import { readImage } from "../image.ts";
import { sshdConfigs } from "./sshd-config.ts";

function settingsOf(dockerfile: string, base = "debian:12.5"): Record<string, string> {
  const text = `FROM ${base}\n${dockerfile}\n`;
  const image = readImage(
    { folder: ".", dockerfile: { path: "Dockerfile", text }, requirements: [] },
    undefined,
  );
  const settings = sshdConfigs(image)[0]?.settings ?? new Map();
  return Object.fromEntries(
    [...settings].flatMap(([name, { value, line }]) => (line ? [[name, value]] : [])),
  );
}

const file = "/etc/ssh/sshd_config";

test.each([
  [`RUN echo "PermitRootLogin yes" >> ${file}`, { permitrootlogin: "yes" }],
  [
    `RUN echo 'PermitRootLogin yes\\nPasswordAuthentication no' | tee -a ${file}`,
    { permitrootlogin: "yes", passwordauthentication: "no" },
  ],
  [
    "COPY <<E /etc/ssh/sshd_config\nPasswordAuthentication=yes\n# PermitRootLogin yes\nE",
    { passwordauthentication: "yes" },
  ],
  // The first value of an option counts, and files of the folder come before the file.
  [`RUN echo "UsePAM no" >> ${file}`, {}],
  ["RUN echo 'UsePAM no' > /etc/ssh/sshd_config.d/x.conf", { usepam: "no" }],
  [
    `RUN echo "PermitRootLogin no" >> ${file} && echo "PermitRootLogin yes" >> ${file}`,
    { permitrootlogin: "no" },
  ],
  // A comment that stays one sets nothing.
  [`RUN sed -i 's/PermitRootLogin .*/PermitRootLogin yes/' ${file}`, {}],
  [`RUN sed -i 's/^#\\?PermitRootLogin .*/PermitRootLogin yes/' ${file}`, { permitrootlogin: "yes" }],
  [`RUN sed -ri 's/^#(PermitRootLogin).*/\\1 yes/' ${file}`, { permitrootlogin: "yes" }],
  [
    `RUN sed -i -e 's/^#*PasswordAuthentication.*/PasswordAuthentication yes/' -e 's/UsePAM yes/UsePAM no/' ${file}`,
    { passwordauthentication: "yes", usepam: "no" },
  ],
  // Another program's file.
  ["RUN echo 'PasswordAuthentication yes' >> /etc/ssh/ssh_config", {}],
  ["RUN sed -i 's/PermitRootLogin no/PermitRootLogin yes/' /opt/README", {}],
  // Inside Match it holds for some.
  [`RUN printf 'Match User x\\nPasswordAuthentication yes\\n' >> ${file}`, {}],
])("%j sets", (dockerfile, expected) => {
  expect(settingsOf(dockerfile)).toEqual(expected);
});

test("on a base that is not known, an edit is taken to do what it says", () => {
  const edit = `RUN sed -i 's/PermitRootLogin without-password/PermitRootLogin yes/' ${file}`;
  expect(settingsOf(edit, "registry.example.com/base:1")).toEqual({ permitrootlogin: "yes" });
  expect(settingsOf(edit, "ubuntu:14.04")).toEqual({ permitrootlogin: "yes" });
  expect(settingsOf(edit, "pytorch/pytorch:2.1.0-cuda11.8-cudnn8-devel")).toEqual({});
});
