// @ts-check
/**
 * A zip archive without compression, the same bytes for the same entries: no clock, no extra fields.
 * Layout: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.7, 4.3.12 and 4.3.16.
 */

/** 1980-01-01 00:00, the earliest moment that the format can say. */
const DATE = 0x0021;

/**
 * @param {{ path: string, content: Buffer }[]} entries in the order they shall have
 * @returns {Buffer}
 */
export function storedZip(entries) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const { path, content } of entries) {
    const name = Buffer.from(path, "utf8");
    const fields = commonFields(name, content);
    const local = Buffer.concat([uint32(0x04034b50), fields, name, content]);
    bodies.push(local);
    directory.push(centralRecord(fields, name, offset));
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...bodies, central, endRecord(entries.length, central.length, offset)]);
}

/**
 * The 26 bytes that the local header and the central directory have in common.
 * @param {Buffer} name @param {Buffer} content
 */
function commonFields(name, content) {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0); // version needed: 2.0
  fields.writeUInt16LE(0x0800, 2); // names are UTF-8
  fields.writeUInt16LE(0, 4); // stored
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

/** @param {Buffer} fields @param {Buffer} name @param {number} offset of the local header */
function centralRecord(fields, name, offset) {
  const rest = Buffer.alloc(14);
  // Unix permissions 0644 in the upper half, or pip would unpack files that nobody may read.
  rest.writeUInt32LE((0o100644 << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([uint32(0x02014b50), uint16(0x0314), fields, rest, name]);
}

/** @param {number} count @param {number} size in bytes, of the directory @param {number} offset of it */
function endRecord(count, size, offset) {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** Node's own `zlib.crc32` came with 20.15 and 22.2; this must also run on older 20s. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** @param {Buffer} content */
export function crc32(content) {
  let value = 0xffffffff;
  for (const byte of content) value = Number(CRC_TABLE[(value ^ byte) & 0xff]) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** @param {number} number */
function uint16(number) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(number);
  return bytes;
}

/** @param {number} number */
function uint32(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
