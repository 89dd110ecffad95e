// The same link gives the same report, byte for byte, from the program and from WebAssembly in Node;
// reports_test asks the browsers.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { exercises, pagePaths, root } from "./browsers.mjs";
import { evaluated, hash, isReported, links } from "./links.mjs";

const table = links();

test("the table holds at least ten links, of every lab that is built", () => {
  assert.ok(table.length >= 10);
  const ids = new Set(table.map(({ link }) => link.split("#")[0]));
  for (const id of ["1c", "1f", "2d-i"]) assert.ok(ids.has(id), id);
});

test("the program reports what the table says", () => {
  for (const { link, expected } of table) assert.equal(hash(evaluated(link)), expected, link);
});

test("wasm in Node reports the same bytes as the program", async () => {
  const { openEngine } = await import(pathToFileURL(join(root, "web/tools/engine.mjs")).href);
  const engine = await openEngine(join(root, "build/web"));
  for (const row of table) isReported(row, engine.report(row.link));
});

test("there is a page of every exercise", () => {
  const paths = pagePaths();
  for (const id of exercises()) assert.ok(paths.includes(`${id}/`), `dist/${id} is missing`);
});
