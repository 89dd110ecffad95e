// The published links whose reports are the same bytes at every front door, with the SHA-256 of
// each report's text and the digest of the report with its figures: tests/golden/links.txt.
// `node tests/browser/links.mjs` writes the table anew from the native program, for a commit that
// says why the reports changed.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { printed, root } from "../program.mjs";

const table = join(root, "tests", "golden", "links.txt");

export const hash = (text) => createHash("sha256").update(text).digest("hex");

/** [{ expected, digest, link }], in the order of the file. */
export function links() {
  return readFileSync(table, "utf8").split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [expected, digest, ...link] = line.split("  ");
      return { expected, digest, link: link.join("  ") };
    });
}

/** What `examlab eval` prints for a link, without the end of the line. */
export function evaluated(link) {
  const text = printed(["eval", link]);
  return text.replace(/\n$/, "");
}

/** What `examlab digest` prints for each of some links. */
export const digested = (some) => printed(["digest", ...some]).trim().split("\n");

/**
 * `report` has the hash that stands in the row, or else the program's own is held against it; and the
 * digest, which the figures enter, is the row's.
 */
export function isReported({ link, expected, digest }, report, found) {
  if (hash(report) !== expected) assert.equal(report, evaluated(link), link);
  assert.equal(hash(report), expected, link);
  assert.equal(found, digest, `the figures of ${link}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const heading = readFileSync(table, "utf8").split("\n").filter((line) => line.startsWith("#"));
  const all = links().map(({ link }) => link);
  const digests = digested(all);
  const lines = all.map((link, i) => `${hash(evaluated(link))}  ${digests[i]}  ${link}`);
  writeFileSync(table, [...heading, ...lines, ""].join("\n"));
}
