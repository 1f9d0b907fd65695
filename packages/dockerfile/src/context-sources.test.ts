// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of Dockerfiles, not templates.
import { expect, test } from "vitest";
import { type BuildGivens, contextSources, hasTarget, parseDockerfile } from "./context-sources.ts";

function asked(text: string, target?: string, givens?: BuildGivens) {
  const selection = contextSources(parseDockerfile(text), target, givens);
  if (selection === undefined) return "unknown";
  return selection.everything ? "everything" : selection.sources.map(({ path }) => path);
}

test.each<[string, string, ReturnType<typeof asked>]>([
  ["COPY and ADD", "FROM scratch\nCOPY a b/ /x/\nADD c /", ["a", "b", "c"]],
  ["the same twice", "FROM scratch\nCOPY a /x\nCOPY a /y", ["a"]],
  ["in the JSON form", 'FROM scratch\nCOPY ["a b", "/x"]', ["a b"]],
  ["relative to the context whatever stands in front", "FROM scratch\nCOPY ../../a /b/../c /x/", ["a", "c"]],
  ["wildcards as written", "FROM scratch\nCOPY src/*.py /x/", ["src/*.py"]],
  ["the pivot of --parents is no part of a path", "FROM scratch\nCOPY --parents a/./b /x/", ["a/b"]],
  ["COPY .", "FROM scratch\nCOPY a /a\nCOPY . /x", "everything"],
  ["COPY /", "FROM scratch\nCOPY / /x", "everything"],
  ["a bind mount", "FROM x\nRUN --mount=type=bind,source=a,target=/a true", ["a"]],
  ["a mount is a bind mount where it does not say", "FROM x\nRUN --mount=src=a,target=/a true", ["a"]],
  ["a bind mount of all", "FROM x\nRUN --mount=target=/a true", "everything"],
  [
    "no cache, secret or ssh",
    "FROM x\nRUN --mount=type=cache,target=/a --mount=type=secret,id=b --mount=type=ssh true",
    [],
  ],
  [
    "nor another stage",
    "FROM x AS a\nFROM y\nCOPY --from=a /b /c\nRUN --mount=from=a,source=/d,target=/e true",
    [],
  ],
  [
    "a tmpfs mount asks for all, once anything is asked for",
    "FROM x\nCOPY a /a\nRUN --mount=type=tmpfs,target=/t true",
    "everything",
  ],
  ["a tmpfs mount alone asks for nothing", "FROM x\nRUN --mount=type=tmpfs,target=/t true", []],
  ["no URL", "FROM x\nADD https://example.org/a git@example.org:a/b.git c /x/", ["c"]],
  ["no heredoc", "FROM x\nCOPY <<one a <<two /x/\n1\none\n2\ntwo\n", ["a"]],
  ["variables with a default", "FROM x\nARG d=src\nCOPY ${d}/a $d.txt /x/", ["src/a", "src.txt"]],
  ["a variable that the caller gives", "FROM x\nARG d\nCOPY $d /x/", "unknown"],
  ["a variable of the base image", "FROM x\nCOPY $HOME /x/", "unknown"],
  [
    "stages that are reached",
    "FROM x AS a\nCOPY a /\nFROM a AS b\nCOPY b /\nFROM y\nCOPY --from=b /b /",
    ["b", "a"],
  ],
  ["by number", "FROM x\nCOPY a /\nFROM y\nCOPY --from=0 /b /", ["a"]],
  ["by a mount", "FROM x AS a\nCOPY a /\nFROM y\nRUN --mount=from=a,target=/a true", ["a"]],
  ["and no others", "FROM x AS a\nCOPY a /\nFROM y\nCOPY b /", ["b"]],
  ["an unknown path of a stage that is not reached", "FROM x AS a\nCOPY $HOME /\nFROM y\nCOPY b /", ["b"]],
  [
    "triggers of the stage below, not of its own",
    "FROM x AS a\nONBUILD COPY t /\nFROM a\nONBUILD COPY u /\nCOPY b /",
    ["t", "b"],
  ],
  ["a trigger with a variable", "FROM x AS a\nARG v=1\nONBUILD COPY $v /\nFROM a\nCOPY b /", "unknown"],
])("%s", (_, text, expected) => {
  const found = asked(text);
  expect(Array.isArray(found) ? found.toSorted() : found).toEqual(
    Array.isArray(expected) ? expected.toSorted() : expected,
  );
});

const several = "ARG d=a\nFROM x AS One\nARG d\nCOPY $d /\nFROM one AS two\nCOPY b /\nFROM two\nCOPY c /";

test.each<[string | undefined, BuildGivens, ReturnType<typeof asked>]>([
  [undefined, {}, ["c", "b", "a"]],
  ["", {}, ["c", "b", "a"]],
  ["one", {}, ["a"]],
  ["ONE", {}, ["a"]],
  ["none", {}, "unknown"],
  ["two", { buildArgs: { d: "it's $d" } }, ["b", "it's $d"]],
  ["two", { contexts: ["one"] }, ["b"]],
  ["two", { contexts: ["two"] }, []],
])("for the target %j with %j", (target, givens, expected) => {
  expect(asked(several, target, givens)).toEqual(expected);
});

test("what --exclude names is known, for who wants to say that it is fetched all the same", () => {
  const dockerfile = parseDockerfile("FROM x\nCOPY --exclude=*.md --exclude=b a /x");
  expect(contextSources(dockerfile)?.sources).toEqual([{ path: "a", excludes: ["*.md", "b"] }]);
});

test("a target is a stage with that name", () => {
  const dockerfile = parseDockerfile(several);
  expect(["two", "Two", "0", "x", undefined].map((target) => hasTarget(dockerfile, target))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
});
