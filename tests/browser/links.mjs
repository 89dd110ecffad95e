// The published links whose reports are the same bytes at every front door, with the SHA-256 of
// each report's text: tests/golden/links.txt. `node tests/browser/links.mjs` writes the table anew
// from the native program, for a commit that says why the reports changed.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { program, root } from "./browsers.mjs";

const table = join(root, "tests", "golden", "links.txt");

export const hash = (text) => createHash("sha256").update(text).digest("hex");

/** [{ link, expected }], in the order of the file. */
export function links() {
  return readFileSync(table, "utf8").split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const at = line.indexOf(" ");
      return { expected: line.slice(0, at), link: line.slice(at).trim() };
    });
}

/** What `examlab eval` prints for a link, without the end of the line. */
export function evaluated(link) {
  const text = execFileSync(program, ["eval", link], { encoding: "utf8" });
  return text.replace(/\n$/, "");
}

/** `report` has the hash that stands in the row; otherwise the program's own is held against it. */
export function isReported({ link, expected }, report) {
  if (hash(report) !== expected) assert.equal(report, evaluated(link), link);
  assert.equal(hash(report), expected, link);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const heading = readFileSync(table, "utf8").split("\n").filter((line) => line.startsWith("#"));
  const lines = links().map(({ link }) => `${hash(evaluated(link))}  ${link}`);
  writeFileSync(table, [...heading, ...lines, ""].join("\n"));
}
