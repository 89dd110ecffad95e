import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { Parcels } = await importSources(["parcel"]);

const bytes = (text) => new TextEncoder().encode(text);

/**
 * A parcel by the layout of src/lab/parcel.h: the pieces [[stamp, text], ...], of which the first is the
 * head and every other a figure of one piece; a piece that stands has no text.
 */
function parcel(...pieces) {
  const parts = [];
  const number = (n, size) => {
    const data = new DataView(new ArrayBuffer(size));
    if (size === 8) data.setBigUint64(0, BigInt(n), true);
    else data.setUint32(0, n, true);
    parts.push(new Uint8Array(data.buffer));
  };
  number(pieces.length - 1, 4);
  for (let i = 1; i < pieces.length; ++i) number(1, 4);
  number(pieces.length, 4);
  for (const [stamp, text] of pieces) {
    number(stamp, 8);
    number(bytes(text).length, 4);
    parts.push(bytes(text));
  }
  return new Uint8Array(parts.flatMap((p) => [...p])).buffer;
}

const whole = (parcels) => [...parcels.whole()];
const all = (...pieces) => [...new Uint8Array(parcel(...pieces))];

test("a whole parcel has the last head and every piece that is shown, in order", () => {
  const parcels = new Parcels();
  assert.equal(parcels.whole(), null);
  parcels.keep(parcel([1, "one"], [2, "large"], [3, "small"]));
  assert.deepEqual(whole(parcels), all([1, "one"], [2, "large"], [3, "small"]));
  parcels.keep(parcel([4, "two"], [5, "other"], [2, ""]));
  assert.deepEqual(whole(parcels), all([4, "two"], [5, "other"], [2, "large"]));
});

test("what is no longer shown is forgotten, so that it cannot stand", () => {
  const parcels = new Parcels();
  parcels.keep(parcel([1, "one"], [2, "large"]));
  parcels.keep(parcel([3, "two"]));
  assert.throws(() => parcels.keep(parcel([4, "three"], [2, ""])), /not sent/);
  assert.deepEqual(whole(parcels), all([3, "two"]));
});

test("a piece that is sent replaces one of the same stamp: a new engine counts from the beginning", () => {
  const parcels = new Parcels();
  parcels.keep(parcel([1, "old"], [2, "before"]));
  parcels.keep(parcel([1, "new"], [2, "after"]));
  assert.deepEqual(whole(parcels), all([1, "new"], [2, "after"]));
});
