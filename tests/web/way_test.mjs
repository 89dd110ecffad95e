import assert from "node:assert/strict";
import { test } from "node:test";

import { nextText, placeOf, wayTo } from "../../web/tools/exercise_page.mjs";

const part = (id, built) => ({ id, built, title: `Title of ${id}` });
const paper = [part("1a", true), part("1b", true), part("1c", false), part("2a", false), part("2b", true)];

test("the way to the part beside this one names it", () => {
  const place = placeOf(paper, "1a");
  assert.equal(wayTo("Next", place.after, place.between(place.after)), "Next part: 1b Title of 1b");
  assert.equal(nextText(place), "Next part: 1b ›");
});

test("the way over parts that are not built says how many they are, in either direction", () => {
  const ahead = placeOf(paper, "1b");
  assert.equal(wayTo("Next", ahead.after, ahead.between(ahead.after)),
    "Next part: 2b Title of 2b (2 parts between are not here yet)");
  assert.equal(nextText(ahead), "Next part: 2b ›");
  const back = placeOf(paper, "2b");
  assert.match(wayTo("Previous", back.before, back.between(back.before)), /^Previous part: 1b .*\(2 parts /);
  assert.equal(nextText(back), "Back to the paper ›");
});

test("one part that is left out is said as one", () => {
  assert.match(wayTo("Next", paper[1], 1), /\(1 part between is not here yet\)$/);
});
