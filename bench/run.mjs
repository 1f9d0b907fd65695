// @ts-check
// `npm run bench [-- start|verify]`: runs one benchmark, or all of them one after the other.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const known = readdirSync(folder)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.slice(0, -3));
// What begins with a hyphen, and all behind it, is for the benchmark.
const given = process.argv.slice(2);
const firstOption = given.findIndex((word) => word.startsWith("-"));
const wanted = firstOption < 0 ? given : given.slice(0, firstOption);
const options = given.slice(wanted.length);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}; there are ${known.join(", ")}.`);
  process.exit(2);
}
if (options.length > 0 && wanted.length !== 1) {
  console.error(`Name the one benchmark that ${options.join(" ")} is for.`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : known) {
  const { status } = spawnSync(process.execPath, [`${folder}${name}.ts`, ...options], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
