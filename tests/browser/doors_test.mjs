// The same link gives the same report with the same figures, byte for byte, from the program and from
// WebAssembly in Node; reports_test asks the browsers.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { exercises, inTurn, pagePaths, root } from "./browsers.mjs";
import { printed } from "../program.mjs";
import { digested, evaluated, hash, isReported, links } from "./links.mjs";

const table = links();

test("the table holds links of every lab and of every exercise that is built", () => {
  const ids = new Set(table.map(({ link }) => link.split("#")[0]));
  const { labs, paper } = JSON.parse(printed(["list"]));
  const built = paper.filter((part) => part.built);
  for (const part of built) assert.ok(ids.has(part.id), part.id);
  for (const { id } of labs)
    assert.ok(ids.has(id) || built.some((part) => part.lab === id && ids.has(part.id)), id);
});

test("the program's digests are the table's, and of this turn's links the reports as well", () => {
  const digests = digested(table.map(({ link }) => link));
  table.forEach(({ link, digest }, i) => assert.equal(digests[i], digest, link));
  for (const { link, expected } of inTurn(table, 4)) assert.equal(hash(evaluated(link)), expected, link);
});

test("wasm in Node reports the same bytes as the program", async () => {
  const { openEngine } = await import(pathToFileURL(join(root, "web/tools/engine.mjs")).href);
  const engine = await openEngine(join(root, "build/web"));
  for (const row of table) isReported(row, engine.report(row.link), engine.digest());
});

test("there is a page of every exercise", () => {
  const paths = pagePaths();
  for (const id of exercises()) assert.ok(paths.includes(`${id}/`), `dist/${id} is missing`);
});
