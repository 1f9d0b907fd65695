// @ts-check
// Reads the pins of a requirements.txt. Only `name==version` lines pin; options such as --find-links are skipped.

const PIN =
  /^(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?\s*==\s*(?<version>[A-Za-z0-9.+!_-]+)\s*(?:;.*)?$/;

/** @typedef {{ name: string, version: string, line: number }} Pin */

/**
 * @param {string} content
 * @returns {Pin[]}
 * @throws {Error} where a line is neither a pin, an option, a comment nor empty
 */
export function parsePins(content) {
  return content.split(/\r?\n/).flatMap((text, index) => {
    const pin = parsePin(text, index + 1);
    return pin === undefined ? [] : [pin];
  });
}

/**
 * @param {string} text
 * @param {number} line
 * @returns {Pin | undefined}
 */
function parsePin(text, line) {
  // pip takes "#" for a comment at the start of a line or after white space; hashes may follow a pin.
  const bare = text
    .replace(/(^|\s)#.*$/, "")
    .replace(/\s+--hash=\S+|\s*\\$/g, "")
    .trim();
  if (bare === "" || bare.startsWith("-")) return undefined;
  const { name, version } = PIN.exec(bare)?.groups ?? {};
  if (name === undefined || version === undefined)
    throw new Error(`requirements.txt line ${line}: "${bare}" is not a pin of the form name==version`);
  return { name, version, line };
}

/**
 * One spelling for names that pip takes for the same: https://peps.python.org/pep-0503/#normalized-names.
 * @param {string} name
 */
export function canonicalName(name) {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
