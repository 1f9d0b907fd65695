/**
 * A name for a finding that stays the same when lines move: 32 hexadecimal digits made of the rule, the file, the text of
 * the place and which of several identical places it is (from 0). White space in the text counts as one space, so that a
 * change of indentation or a line broken elsewhere makes no new finding.
 *
 * A 128-bit mixing hash of our own over UTF-16 units, since this package may import nothing. It tells places apart; it
 * does not resist anybody who looks for two texts with the same value.
 */
export function fingerprintOf(
  rule: string,
  file: string,
  normalisedText: string,
  occurrence: number,
): string {
  const text = normalisedText.replace(/\s+/g, " ").trim();
  // The lengths in front keep ("ab", "c") and ("a", "bc") apart.
  return hash128(`${rule.length} ${file.length} ${occurrence} ${rule}${file}${text}`);
}

/** Odd multipliers with about as many ones as zeros, one a lane: equal lanes would say the same thing four times. */
const multipliers = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;

function hash128(text: string): string {
  let [a, b, c, d] = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];
  const [ma, mb, mc, md] = multipliers;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(rotate(a ^ unit, 13) + b, ma);
    b = Math.imul(rotate(b ^ unit, 17) + c, mb);
    c = Math.imul(rotate(c ^ unit, 19) + d, mc);
    d = Math.imul(rotate(d ^ unit, 23) + a, md);
  }
  for (let round = 0; round < 3; round++) {
    a = avalanche(a + d);
    b = avalanche(b ^ a);
    c = avalanche(c + b);
    d = avalanche(d ^ c);
  }
  return [a, b, c, d].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** Every bit of the value comes to bear on every bit of the result. */
function avalanche(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}
