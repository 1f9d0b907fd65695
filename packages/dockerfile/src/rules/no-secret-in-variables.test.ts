import { expect, test } from "vitest";
import { readImage } from "../image.ts";
import { checkImage } from "../verify-image.ts";

/** Looks like a token and is none: made here, so that no scanner of secrets takes it for one in the file. */
const token = `hf_${"aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0fL3r"}`;

test.each([
  `ENV HF_TOKEN=${token}`,
  `ARG NAME=${token}`,
  `LABEL note="${token}"`,
  `RUN curl -H "Authorization: Bearer ${token}" -o /x https://example.com/x`,
  `RUN git clone https://dev:${token}@example.com/x.git`,
  `RUN curl -fsSL https://dev:${token}@example.com/install.sh?key=${token} | sh`,
  `RUN hf auth login --token ${token}`,
  `RUN wandb login ${token}`,
  `RUN docker login -u dev -p ${token}`,
  `RUN echo ${token} > /root/.ssh/id_rsa`,
  `RUN echo root:${token} | chpasswd`,
  `ENV ROOT_PASSWORD=${token}`,
  `CMD ["jupyter", "lab", "--ServerApp.token=${token}"]`,
  `COPY <<EOF /root/.netrc\nmachine example.com password ${token}\nEOF`,
])("no finding about %j repeats the secret", (dockerfile) => {
  const text = `FROM debian:12.5\n${dockerfile}\n`;
  const image = readImage(
    { folder: ".", dockerfile: { path: "Dockerfile", text }, requirements: [] },
    undefined,
  );
  const findings = checkImage(image).filter(({ code }) => /^MIA3(?:04|07|09|11)$/.test(code ?? ""));
  expect(findings.length).toBeGreaterThan(0);
  expect(JSON.stringify(checkImage(image))).not.toContain(token);
});
