// @ts-check
/** Writes wheels with real names, versions and requirements, and nothing of the real packages in them. */
import { createHash } from "node:crypto";
import { storedZip } from "./zip.mjs";

/**
 * @param {object} wheel
 * @param {string} wheel.name the name on the index, for example mmcv-full
 * @param {string} wheel.version with its local part, for example 1.9.1+cu111
 * @param {string[]} wheel.requires Requires-Dist of the real package
 * @param {{ path: string, content: Buffer }[]} wheel.modules Python files, paths as in site-packages
 * @returns {{ fileName: string, content: Buffer }}
 */
export function standInWheel({ name, version, requires, modules }) {
  // https://packaging.python.org/en/latest/specifications/binary-distribution-format/#escaping-and-unicode
  const stem = `${name.toLowerCase().replace(/[-_.]+/g, "_")}-${version}`;
  const info = `${stem}.dist-info`;
  const files = [
    ...modules,
    { path: `${info}/METADATA`, content: metadata(name, version, requires) },
    {
      path: `${info}/WHEEL`,
      content: text([
        "Wheel-Version: 1.0",
        "Generator: stand-in",
        "Root-Is-Purelib: true",
        "Tag: py3-none-any",
      ]),
    },
  ];
  const record = [...files.map(recordLine), `${info}/RECORD,,`];
  const content = storedZip([...files, { path: `${info}/RECORD`, content: text(record) }]);
  return { fileName: `${stem}-py3-none-any.whl`, content };
}

/** @param {string} name @param {string} version @param {string[]} requires */
function metadata(name, version, requires) {
  return text([
    "Metadata-Version: 2.1",
    `Name: ${name}`,
    `Version: ${version}`,
    `Summary: STAND-IN for ${name} ${version}: real name, version and requirements, no content.`,
    ...requires.map((requirement) => `Requires-Dist: ${requirement}`),
  ]);
}

/** @param {{ path: string, content: Buffer }} file */
function recordLine({ path, content }) {
  const digest = createHash("sha256").update(content).digest("base64url");
  return `${path},sha256=${digest},${content.length}`;
}

/** @param {string[]} lines */
function text(lines) {
  return Buffer.from(`${lines.join("\n")}\n`, "utf8");
}
