import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { testHost } from "./testing.ts";

const host = () => testHost(mkdtempSync(`${tmpdir()}/mia-exec-`));
const node = process.execPath;

test("gives code and output, line by line", async () => {
  const lines: string[] = [];
  const exit = await host().exec(node, ["-e", "console.log('a\\nb'); console.error('c'); process.exit(3)"], {
    onLine: (line, stream) => lines.push(`${stream} ${line}`),
  });
  expect(exit).toMatchObject({ code: 3, signal: null, stdout: "a\nb\n", stderr: "c\n", timedOut: false });
  expect(lines.sort()).toEqual(["stderr c", "stdout a", "stdout b"]);
});

test("says that a program is not there, without throwing", async () => {
  const exit = await host().exec("no-such-program", []);
  expect(exit).toMatchObject({ code: null, notStarted: expect.stringContaining("ENOENT") });
});

test("ends a program that ignores SIGTERM after the grace", async () => {
  const started = performance.now();
  const exit = await host().exec(
    node,
    ["-e", "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"],
    {
      deadlineMs: 400,
      graceMs: 200,
    },
  );
  expect(exit).toMatchObject({ code: null, signal: "SIGKILL", timedOut: true });
  expect(performance.now() - started).toBeLessThan(5000);
});

test("does not wait for a grandchild that keeps the pipe open", async () => {
  const script =
    "require('child_process').spawn('sleep', ['20'], {stdio: 'inherit', detached: true}).unref()";
  const started = performance.now();
  expect(await host().exec(node, ["-e", script])).toMatchObject({ code: 0 });
  expect(performance.now() - started).toBeLessThan(8000);
});

test("a cancelled run ends its programs and starts no others, except to clean up", async () => {
  const cancelled = host();
  const running = cancelled.exec(node, ["-e", "setInterval(() => {}, 1000)"]);
  setTimeout(() => cancelled.cancel(), 200);
  expect(await running).toMatchObject({ cancelled: true, signal: "SIGTERM" });
  expect(await cancelled.exec(node, ["-e", ""])).toMatchObject({ cancelled: true, code: null });
  expect(await cancelled.exec(node, ["-e", ""], { evenIfCancelled: true })).toMatchObject({ code: 0 });
});

test("keeps head and tail of a flood within the limit", async () => {
  const script = "process.stdout.write('START' + 'x'.repeat(5e6) + 'END')";
  const { stdout } = await host().exec(node, ["-e", script], { maxBytes: 10_000 });
  expect(stdout.length).toBeLessThan(12_000);
  expect(stdout).toMatch(/^START.*bytes dropped.*END$/s);
});
