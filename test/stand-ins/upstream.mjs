// @ts-check
// The context that replaces stage `upstream`: the folders that its ADD lines would have filled, with next to nothing
// in them.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { standInConfig } from "./config.mjs";
import { addedTrees, configPath, copiedFolders } from "./image-folder.mjs";
import { preImages } from "./preimage.mjs";

/** @param {{ root: string, slug: string, out: string }} options */
export function writeUpstream({ root, slug, out }) {
  const image = path.join(root, "images", slug);
  const dockerfile = readFileSync(path.join(image, "Dockerfile"), "utf8");
  const trees = addedTrees(dockerfile);
  const yaml = readFileSync(path.join(image, "model.yaml"), "utf8");
  const config = configPath(yaml);
  const own = trees.find(({ name }) => config.startsWith(`${name}/`))?.name;
  if (own === undefined)
    throw new Error(
      `images/${slug}/model.yaml has its config in ${config}, which no ADD of the Dockerfile brings`,
    );
  for (const { name, source } of trees) write(out, `${name}/STAND-IN.md`, notice(name, source));
  for (const folder of copiedFolders(dockerfile))
    write(out, `${folder}/STAND-IN.md`, notice(folder, "a part of the same tree"));

  for (const [file, before] of patchedFiles(path.join(image, "patches")))
    write(out, `${own}/${file}`, before);
  const content = standInConfig(slug, yaml);
  write(out, config, content);
  for (const folder of pluginPackages(content)) {
    const file = `${own}/${folder}/__init__.py`;
    // A patch may have it already.
    if (!existsSync(path.join(out, file))) write(out, file, "__stand_in__ = True\n");
  }
}

/** @param {string} folder @returns {[string, string][]} */
function patchedFiles(folder) {
  if (!existsSync(folder)) return [];
  const patches = readdirSync(folder).filter((name) => name.endsWith(".patch"));
  return patches.sort().flatMap((name) => [...preImages(readFileSync(path.join(folder, name), "utf8"))]);
}

/**
 * The packages that the config's plugin is imported through, outermost first.
 * @param {string} config
 */
function pluginPackages(config) {
  const [, folder, module = ""] = /plugin_dir = "([^"]+)"|imports=\["([^"]+)"\]/.exec(config) ?? [];
  const parts = (folder ?? module.replaceAll(".", "/")).split("/").filter((part) => part !== "");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** @param {string} name @param {string} source */
function notice(name, source) {
  return [
    "# Stand-in",
    "",
    `This folder stands where ${name} would be (${source}).`,
    "It holds a minimal config, empty plugin packages and what the patches touch. Nothing here is upstream's code.",
    "",
  ].join("\n");
}

/** @param {string} out @param {string} file @param {string} content */
function write(out, file, content) {
  const target = path.join(out, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}
