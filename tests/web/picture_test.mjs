import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { header, objection, fitted, most_bytes } = await importSources(["picture"]);

/** A PNG's first chunk, one of data and its end; the sums of the chunks do not matter to the header. */
function png(width, height) {
  const bytes = new Uint8Array(60);
  const view = new DataView(bytes.buffer);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  view.setUint32(16, width);
  view.setUint32(20, height);
  bytes.set([0, 0, 0, 3, 0x49, 0x44, 0x41, 0x54], 33);
  bytes.set([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82], 48);
  return bytes;
}

/** A JPEG with an APP0 segment, a frame header and an end. */
function jpeg(width, height) {
  return Uint8Array.from([
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 17, 0,
    0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9,
  ]);
}

const verdict = (bytes) => objection(bytes.length, header(bytes));

test("PNG and JPEG say how large they are", () => {
  assert.deepEqual(header(png(640, 480)), { type: "png", width: 640, height: 480, complete: true });
  assert.deepEqual(header(jpeg(640, 480)), { type: "jpeg", width: 640, height: 480, complete: true });
  assert.equal(verdict(png(640, 480)), "");
  assert.equal(verdict(jpeg(640, 480)), "");
});

test("a picture that is cut short is told apart from one that is whole, wherever it is cut", () => {
  for (const whole of [png(8, 8), jpeg(8, 8)]) {
    for (let n = 0; n < whole.length; ++n) assert.notEqual(verdict(whole.slice(0, n)), "", `${n} bytes`);
  }
});

test("what follows the end of a picture is no part of it, however long it is", () => {
  for (const whole of [png(8, 8), jpeg(8, 8)]) {
    const longer = new Uint8Array(whole.length + 200_000).fill(0x55);
    longer.set(whole);
    assert.equal(verdict(longer), "");
    assert.match(verdict(longer.subarray(0, whole.length - 1)), /cut short/);
  }
});

test("the end of a preview within a JPEG is not the end of the picture", () => {
  const whole = jpeg(8, 8);
  const preview = Uint8Array.from([0xff, 0xe1, 0, 6, 0xff, 0xd8, 0xff, 0xd9]);
  const bytes = Uint8Array.from([...whole.slice(0, 2), ...preview, ...whole.slice(2)]);
  assert.equal(verdict(bytes), "");
  assert.match(verdict(bytes.slice(0, -2)), /cut short/);
});

test("stuffed bytes and restarts within a scan are data", () => {
  const whole = jpeg(8, 8);
  const scan = [0xff, 0, 0xff, 0xd0, 7, 0xff, 0, 0xff, 0xff, 0xd9];
  assert.equal(verdict(Uint8Array.from([...whole.slice(0, -2), ...scan])), "");
  assert.match(verdict(Uint8Array.from([...whole.slice(0, -2), ...scan.slice(0, -2)])), /cut short/);
});

test("other files are refused by what they hold, not by their name", () => {
  for (const text of ["GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "RIFFxxxxWEBP", "%PDF-1.7"]) {
    assert.match(verdict(new TextEncoder().encode(text)), /neither a PNG nor a JPEG/);
  }
});

test("a file is refused before it is read and a picture before it is decoded", () => {
  assert.match(objection(most_bytes + 1, null), /32 MB/);
  assert.match(verdict(png(30000, 30000)), /64 million/);
  assert.match(verdict(png(0, 5)), /damaged/);
});

test("segments that lead nowhere end the walk", () => {
  const bytes = jpeg(8, 8);
  for (let at = 0; at < bytes.length; ++at) {
    for (const value of [0, 0xff]) {
      const broken = bytes.slice();
      broken[at] = value;
      header(broken);
    }
  }
});

test("the longer side is brought down to 1024 and a small picture is left alone", () => {
  assert.deepEqual(fitted(4000, 3000), { width: 1024, height: 768 });
  assert.deepEqual(fitted(100, 50), { width: 100, height: 50 });
  assert.deepEqual(fitted(10000, 3), { width: 1024, height: 1 });
});
