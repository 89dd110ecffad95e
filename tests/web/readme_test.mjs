// What README.md counts is what there is.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { printed, root } from "../program.mjs";

const readme = readFileSync(join(root, "README.md"), "utf8");
const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
  "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

const said = (pattern) => {
  const found = pattern.exec(readme);
  assert.ok(found, `README.md says nothing like ${pattern}`);
  return found.slice(1);
};

test("the front page of the project counts its parts and labs right", () => {
  const { labs, paper } = JSON.parse(printed(["list"]));
  const unbuilt = paper.filter((part) => !part.built);
  assert.equal(said(/with (\w+) labs beside them/)[0], words[labs.length]);
  if (unbuilt.length === 0) return assert.deepEqual(said(/All (\d+) parts are built/).map(Number), [paper.length]);
  assert.deepEqual(said(/(\d+) of the (\d+) parts are built/).map(Number), [paper.length - unbuilt.length, paper.length]);
  const letter = ({ id }) => id.split("-")[0];
  // A letter of which nothing is built is named by itself.
  const named = (part) => paper.some((other) => other.built && letter(other) === letter(part)) ? part.id : letter(part);
  const missing = [...new Set(unbuilt.map(named))];
  assert.deepEqual(said(/built: all but ([\w, -]+), with/)[0].split(/, | and /), missing);
});

test("the labs that train networks by the engine of nn are as many as it says", () => {
  const folder = join(root, "src/labs");
  const training = readdirSync(folder, { withFileTypes: true }).filter((lab) => lab.isDirectory())
    .filter((lab) => readdirSync(join(folder, lab.name))
      .some((file) => readFileSync(join(folder, lab.name, file), "utf8").includes('#include "nn/trainer.h"')));
  assert.equal(said(/(\w+) of the labs train networks/)[0].toLowerCase(), words[training.length]);
});
