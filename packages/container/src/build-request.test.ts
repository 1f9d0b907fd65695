import { expect, test } from "vitest";
import { csvRecord } from "./build-csv.ts";
import { parseExtraArguments } from "./build-extra-arguments.ts";
import type { BuildRequest } from "./build-request.ts";
import { requestProblems } from "./build-request-problems.ts";
import { missingSecrets, parseSecretEnvs, parseSecretFiles, parseSsh } from "./build-secret-lines.ts";

const request: BuildRequest = {
  ...{ context: "x", dockerfile: "x/Dockerfile", target: "runtime", tags: ["a/b:1"], labels: {} },
  ...{ buildContexts: [], buildArgs: [], builder: null, push: false, metadataFile: "/m" },
};

test.each<[string, string]>([
  ["plain", "a=plain"],
  ["a,b", '"a=a,b"'],
  ['say "x"', '"a=say ""x"""'],
  ["1\n2", '"a=1\n2"'],
  ["1\r", '"a=1\r"'],
  ["blank ", '"a=blank "'],
  ["", "a="],
  ["ä b", "a=ä b"],
])("%j in a record", (value, expected) => expect(csvRecord([["a", value]])).toBe(expected));

test.each<[string, Partial<BuildRequest>, string[]]>([
  ["nothing is wrong", {}, []],
  ["both kinds of no cache", { noCache: true, noCacheFilters: ["a"] }, ["no-cache-filters"]],
  ["a stage that is none", { noCacheFilters: ["a b"] }, ["no-cache-filters"]],
  ["a push without a name", { push: true, tags: [] }, ["tags"]],
  ["a tag that is none", { tags: ["A B"] }, ["tags"]],
  ["two ways of pushing", { push: true, pushByDigest: true }, ["push-by-digest"]],
  ["nothing comes out", { load: false }, ["load"]],
  ["an output without a type", { outputs: ["dest=x"] }, ["outputs"]],
  ["an output that is a folder", { outputs: ["out"] }, []],
  ["a level too high", { compression: { type: "gzip", level: 10 } }, ["compression"]],
  ["a level of zstd", { compression: { type: "zstd", level: 19 } }, []],
  ["half a level", { compression: { type: "zstd", level: 1.5 } }, ["compression"]],
  ["a time before 1970", { reproducible: { epoch: -1 } }, ["reproducible"]],
  [
    "two times",
    { reproducible: { epoch: 1 }, buildArgs: [{ name: "SOURCE_DATE_EPOCH", value: "2" }] },
    ["build-args"],
  ],
  ["a platform that is none", { platforms: ["amd64"] }, ["platforms"]],
  ["a platform with a variant", { platforms: ["linux/arm/v7"] }, []],
  ["a platform like an option", { platforms: ["--push"] }, ["platforms"]],
  ["a cache that is no name", { cache: { mode: "registry", ref: "a,b", write: true } }, ["cache"]],
  ["a scope that is none", { cache: { mode: "gha", scope: "a,b", write: true } }, ["cache"]],
  ["a folder that is empty", { cache: { mode: "local", folder: "", write: true } }, ["cache"]],
  ["an id that is none", { secretEnvs: [{ id: "a,b", variable: "A" }] }, ["secrets"]],
  ["a value in place of a name", { secretEnvs: [{ id: "a", variable: "hf_x-y" }] }, ["secret-envs"]],
  [
    "an id twice",
    { secretEnvs: [{ id: "a", variable: "A" }], secretFiles: [{ id: "a", path: "x" }] },
    ["secrets"],
  ],
  ["no file", { secretFiles: [{ id: "a", path: "" }] }, ["secret-files"]],
  ["a key with a comma", { ssh: [{ id: "a", paths: ["x,y"] }] }, ["ssh"]],
  ["provenance by the back door", { attests: ["type=provenance,mode=max"] }, ["attests"]],
  ["an annotation without a value", { annotations: [{ name: "a", value: null }] }, ["annotations"]],
  ["annotations of places", { annotations: [{ name: "index,manifest[linux/amd64]:a.b", value: "x" }] }, []],
  ["an annotation of nowhere", { annotations: [{ name: "nowhere:a", value: "x" }] }, ["annotations"]],
  ["a NUL", { labels: { a: "\0" } }, ["inputs"]],
])("%s", (_, change, inputs) => {
  expect(requestProblems({ ...request, ...change }).map(({ input }) => input)).toEqual(inputs);
});

test("a problem never quotes what could be a secret", () => {
  const problems = requestProblems({ ...request, secretEnvs: [{ id: "t", variable: "hunter-two" }] });
  expect(JSON.stringify(problems)).not.toContain("hunter");
});

test.each([
  ["--network=host", "--network=host"],
  ["--network none", "--network=none"],
  ["--add-host=db:10.0.0.1", "--add-host=db:10.0.0.1"],
  ["--add-host h=host-gateway", "--add-host=h=host-gateway"],
  ["--shm-size=2g", "--shm-size=2g"],
  ["--ulimit=nofile=1024:2048", "--ulimit=nofile=1024:2048"],
  ["--allow=network.host", "--allow=network.host"],
  ["--resource=memory=8g,cpu-quota=100000", "--resource=memory=8g,cpu-quota=100000"],
])("%s goes through", (line, expected) => {
  expect(parseExtraArguments([line])).toEqual({ ok: true, extra: [expected] });
});

test.each([
  "--push",
  "--output=x",
  "--secret=id=a,src=/etc/shadow",
  "--network",
  "-f x",
  "--network=container:x",
  "x",
  "--allow=fs.read=/",
  "--constructor=x",
])("%s does not", (line) => expect(parseExtraArguments([line]).ok).toBe(false));

test("lines of secrets", () => {
  expect(parseSecretEnvs(["tok=HF_TOKEN", "GH"])).toEqual([
    { id: "tok", variable: "HF_TOKEN" },
    { id: "GH", variable: "GH" },
  ]);
  expect(parseSecretFiles(["a=b=c"])).toEqual([{ id: "a", path: "b=c" }]);
  expect(parseSsh(["default", "k=/a,/b"])).toEqual([
    { id: "default", paths: [] },
    { id: "k", paths: ["/a", "/b"] },
  ]);
});

test("what a secret needs and is not there", () => {
  const missing = missingSecrets(
    {
      ...request,
      secretEnvs: [
        { id: "a", variable: "SET" },
        { id: "b", variable: "UNSET" },
      ],
      secretFiles: [{ id: "c", path: "/none" }],
      ssh: [
        { id: "default", paths: [] },
        { id: "k", paths: ["/key"] },
      ],
    },
    { hasVariable: (name) => name === "SET", hasFile: (path) => path === "/key" },
  );
  expect(missing).toEqual([
    expect.stringContaining("UNSET"),
    expect.stringContaining("/none"),
    expect.stringContaining("SSH_AUTH_SOCK"),
  ]);
});
