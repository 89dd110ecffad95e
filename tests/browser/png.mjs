// PNG files made by hand, good ones and ones that lie.
import { deflateSync } from "node:zlib";

function crc(bytes) {
  let c = ~0;
  for (const byte of bytes) {
    c ^= byte;
    for (let k = 0; k < 8; ++k) c = (c >>> 1) ^ (0xedb88320 & -(c & 1));
  }
  return ~c >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), out.length - 4);
  return out;
}

/** width x height grey pixels; `claimed` is the height that its header claims. */
export function png(width, height, claimed = height) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(claimed, 4);
  head[8] = 8;
  const rows = Buffer.alloc((width + 1) * height);
  for (let i = 0; i < rows.length; ++i) rows[i] = i % (width + 1) === 0 ? 0 : (i * 7) & 255;
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}
