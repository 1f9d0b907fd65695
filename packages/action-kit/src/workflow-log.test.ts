import { expect, test } from "vitest";
import { workflowLog } from "./workflow-log.ts";

function logged(use: (log: ReturnType<typeof workflowLog>) => void): string[] {
  let text = "";
  use(workflowLog((part) => (text += part)));
  return text.split("\n");
}

test("what another program prints stands between stop-commands and its token", () => {
  const lines = logged((log) => {
    const block = log.foreign("docker build");
    block.line("::set-output name=digest::forged");
    block.line("\u001b[31mred\u001b[0m\u0007");
    block.close();
    log.info("after");
  });
  const token = /^::stop-commands::(.+)$/.exec(lines[1] ?? "")?.[1];
  expect(token).toMatch(/^[0-9a-f-]{36}$/);
  expect(lines).toEqual([
    "::group::docker build",
    `::stop-commands::${token}`,
    "::set-output name=digest::forged",
    "red",
    `::${token}::`,
    "::endgroup::",
    "after",
    "",
  ]);
});

test("our own lines cannot be commands either, whatever they quote", () => {
  expect(logged((log) => log.info("::error::x\n  ::y\na ##[add-mask]b ##[c]"))).toEqual([
    "\u200b::error::x",
    "  \u200b::y",
    "a ## [add-mask]b ## [c]",
    "",
  ]);
  expect(logged((log) => log.warn("a ##[save-state name=x]y"))[0]).not.toContain("##[");
  expect(logged((log) => log.foreign("build ##[x]y").close())[0]).toBe("::group::build ## [x]y");
});

test("a block left open is closed before the next one and at the end", () => {
  const lines = logged((log) => {
    log.foreign("one");
    log.foreign("two");
    log.closeForeign();
    log.closeForeign();
  });
  expect(lines.filter((line) => line === "::endgroup::")).toHaveLength(2);
});
