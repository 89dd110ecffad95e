// What the words say of a lab in figures, held against the lab: each line of tests/golden/claims.txt names
// the words, the links and what their readouts have to be.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { web } from "../../web/tools/place.mjs";
import { printed, root } from "../program.mjs";

/** Of a line "<id> | <words> | <link> | <readouts> | <low> | <high> | <seeds>[: <how many of them>]". */
function claim(line) {
  const [id, words, link, what, low, high, seeds = ""] = line.split(" | ");
  const [, first, last, least] = /^(?:seeds (\d+)-(\d+)(?:, (\d+) or more)?)?$/.exec(seeds);
  const count = first === undefined ? 1 : last - first + 1;
  const links = Array.from({ length: count }, (_, i) =>
    first === undefined ? link : `${link}${link.includes("#") ? "&" : "#"}seed=${Number(first) + i}`);
  return { id, words, links, what, low: Number(low), high: Number(high), least: Number(least ?? count) };
}

/** "a", "a - b" or "a / b" of a report's readouts. A flag counts as 1 or 0. */
function valueOf(what, readouts, link) {
  const [a, sign, b] = what.split(" ");
  const number = (key) => {
    assert.ok(key in readouts, `${link} has no readout ${key}`);
    assert.notEqual(readouts[key], null, `${link} ${key}`);
    return Number(readouts[key]);
  };
  if (sign === undefined) return number(a);
  return sign === "/" ? number(a) / number(b) : number(a) - number(b);
}

const claims = readFileSync(path.join(root, "tests", "golden", "claims.txt"), "utf8")
  .split("\n").filter((line) => line !== "" && !line.startsWith("#")).map(claim);

/**
 * The exercises whose labs are asked: in tests/run.sh, which counts turns (tests/thinning.h), one in three,
 * since some of them train for a thousand steps; otherwise all.
 */
const one_in = 3;
const turn = process.env.EXAMLAB_TURN;
const ids = [...new Set(claims.map(({ id }) => id))];
const asked = new Set(turn === undefined ? ids : ids.filter((_, i) => i % one_in === Number(turn) % one_in));
const held = claims.filter(({ id }) => asked.has(id));
const all = [...new Set(held.flatMap(({ links }) => links))];
const reports = new Map(printed(["eval", ...all]).trim().split("\n").map((line, i) => [all[i], JSON.parse(line)]));

test("the words of a claim stand on its page", () => {
  for (const { id, words } of claims) {
    const page = readFileSync(path.join(web, "content", `${id}.html`), "utf8");
    assert.ok(page.includes(words), `${id}: “${words}”`);
  }
});

test("what is claimed of a lab is what its readouts say", () => {
  assert.ok(held.length > 0);
  for (const { id, words, links, what, low, high, least } of held) {
    const values = links.map((link) => valueOf(what, reports.get(link).readouts, link));
    const within = values.filter((x) => low <= x && x <= high).length;
    assert.ok(within >= least, `${id} “${words}”: ${what} is ${values.join(", ")}; ${low} to ${high} in ${least}`);
  }
});

test("a claim counts seeds, takes differences and ratios, and names what is missing", () => {
  const one = claim("1e | words | 1e#threshold=1.6 | fp / tp | 5 | 6 | seeds 3-5, 2 or more");
  assert.deepEqual(one.links, [3, 4, 5].map((seed) => `1e#threshold=1.6&seed=${seed}`));
  assert.equal(one.least, 2);
  assert.deepEqual(claim("1f | words | 1f | loss.nats | 5 | 6").links, ["1f"]);
  assert.equal(valueOf("a - b", { a: 5, b: 3 }, ""), 2);
  assert.equal(valueOf("a", { a: true }, ""), 1);
  assert.throws(() => valueOf("c", { a: 5 }, "1f"), /1f has no readout c/);
  assert.throws(() => valueOf("a", { a: null }, "1f"));
});
