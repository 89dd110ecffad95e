import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { Parcels } = await importSources(["parcel"]);

const bytes = (text) => new TextEncoder().encode(text);

/** A parcel by the layout of src/lab/parcel.h: [[stamp, text], ...]; a figure that stands has no text. */
function parcel(head, figures) {
  const parts = [];
  const number = (n, size) => {
    const data = new DataView(new ArrayBuffer(size));
    if (size === 8) data.setBigUint64(0, BigInt(n), true);
    else data.setUint32(0, n, true);
    parts.push(new Uint8Array(data.buffer));
  };
  const part = (text) => {
    number(bytes(text).length, 4);
    parts.push(bytes(text));
  };
  part(head);
  number(figures.length, 4);
  for (const [stamp, text] of figures) {
    number(stamp, 8);
    part(text);
  }
  return new Uint8Array(parts.flatMap((p) => [...p])).buffer;
}

const whole = (parcels) => [...parcels.whole()];

test("a whole parcel has the last head and every figure that is shown, in order", () => {
  const parcels = new Parcels();
  assert.equal(parcels.whole(), null);
  parcels.keep(parcel("one", [[1, "large"], [2, "small"]]));
  assert.deepEqual(whole(parcels), [...new Uint8Array(parcel("one", [[1, "large"], [2, "small"]]))]);
  parcels.keep(parcel("two", [[3, "other"], [1, ""]]));
  assert.deepEqual(whole(parcels), [...new Uint8Array(parcel("two", [[3, "other"], [1, "large"]]))]);
});

test("what is no longer shown is forgotten, so that it cannot stand", () => {
  const parcels = new Parcels();
  parcels.keep(parcel("one", [[1, "large"]]));
  parcels.keep(parcel("two", []));
  assert.throws(() => parcels.keep(parcel("three", [[1, ""]])), /not sent/);
  assert.deepEqual(whole(parcels), [...new Uint8Array(parcel("two", []))]);
});

test("a figure that is sent replaces one of the same stamp: a new engine counts from the beginning", () => {
  const parcels = new Parcels();
  parcels.keep(parcel("old", [[1, "old"]]));
  parcels.keep(parcel("new", [[1, "new"]]));
  assert.deepEqual(whole(parcels), [...new Uint8Array(parcel("new", [[1, "new"]]))]);
});
