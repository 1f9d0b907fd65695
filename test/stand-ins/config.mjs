// @ts-check
// The config that stands at the path of model.yaml's `config`: the one in configs/, or one derived from model.yaml.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { outputsPart } from "./image-folder.mjs";

const configs = path.join(path.dirname(fileURLToPath(import.meta.url)), "configs");

/** The text that says which file to add, for a model whose inference.py reads something else. */
const remedy = (/** @type {string} */ slug) =>
  `Where inference.py reads more, write test/stand-ins/configs/${slug}.py, which is then used instead.`;

/**
 * @param {string} slug
 * @param {string} yaml the model's model.yaml
 * @returns {string} Python that the mmcv stand-in reads
 * @throws {Error} where neither a config is written nor model.yaml says which kind of answer it has
 */
export function standInConfig(slug, yaml) {
  const written = path.join(configs, `${slug}.py`);
  if (existsSync(written)) return readFileSync(written, "utf8");
  const outputs = outputsPart(yaml);
  if (outputs === undefined)
    throw new Error(
      `images/${slug}/model.yaml names no output family (\`- family: ...\`), from which a stand-in config could be ` +
        `derived, and test/stand-ins/configs/${slug}.py does not exist. Name one, or write that file; ` +
        `${readdirSync(configs).join(", ")} are examples.`,
    );
  // A string of JSON is a string of Python too.
  const model = `type="StandIn", slug=${JSON.stringify(slug)}, outputs=${JSON.stringify(outputs)}, pretrained=None`;
  return `# A stand-in for the upstream config of this path, derived from images/${slug}/model.yaml: whatever the adapters of
# this repository read of a config. ${remedy(slug)}
plugin = True
plugin_dir = "projects/mmdet3d_plugin/"
model = dict(${model})
ida_aug_conf = {"final_dim": (512, 1408)}
test_pipeline = [
    dict(type="ResizeMultiview3D", img_scale=(1024, 775), keep_ratio=False),
    dict(type="MultiScaleFlipAug3D", transforms=[dict(type="RandomScaleImageMultiViewImage", scales=[0.5])]),
]
`;
}
