#!/usr/bin/env node
// @ts-check
// Writes the two build contexts that replace the stages `upstream` and `wheels` of an image's Dockerfile, so that it
// builds without a network. As a program: node test/stand-ins/contexts.mjs SLUG OUT
import { existsSync, mkdirSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { writeUpstream } from "./upstream.mjs";
import { writeWheels } from "./wheels.mjs";

/**
 * Writes OUT/<slug>/upstream and OUT/<slug>/wheels anew. The same repository gives the same bytes.
 * @param {{ root: string, slug: string, out: string }} options `root` is the repository
 * @returns {{ upstream: string, wheels: string }} absolute paths, for --build-context
 */
export function writeStandIns({ root, slug, out }) {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(slug)) throw new Error(`"${slug}" is not a model's slug`);
  for (const file of ["model.yaml", "Dockerfile", "requirements.txt"])
    if (!existsSync(path.join(root, "images", slug, file)))
      throw new Error(
        `images/${slug}/${file} is missing: the stand-ins are made from it (docs/add-a-model.md)`,
      );
  const upstream = path.resolve(out, slug, "upstream");
  const wheels = path.resolve(out, slug, "wheels");
  // Only these two are emptied, never `out` itself: it is the caller's.
  for (const folder of [upstream, wheels]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  writeUpstream({ root, slug, out: upstream });
  writeWheels({ root, slug, out: wheels });
  return { upstream, wheels };
}

/** @param {string[]} args @returns {number} the exit status */
function main(args) {
  const [slug, out] = args;
  if (slug === undefined || out === undefined || args.length > 2) {
    process.stderr.write("usage: node test/stand-ins/contexts.mjs SLUG OUT\n");
    return 2;
  }
  try {
    const contexts = writeStandIns({ root: fileURLToPath(new URL("../..", import.meta.url)), slug, out });
    for (const [name, folder] of Object.entries(contexts))
      process.stdout.write(`--build-context ${name}=${folder}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${/** @type {Error} */ (error).message}\n`);
    return 1;
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv.slice(2));
}
