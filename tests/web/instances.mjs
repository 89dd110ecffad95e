// The words of an instance of a question as a reader sees them, for tests.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";

import { sectionsOf } from "../../web/tools/content.mjs";
import { web } from "../../web/tools/place.mjs";
import { importSources } from "../../web/tools/sources.mjs";
import { program as examlab } from "../program.mjs";
import { tree } from "./markup_tree.mjs";

const { formula, holds, html, spoken, toldBy, usual_digits } = await importSources(["condition", "markup", "quote"]);

/** Prints the questions of instances, and marks answers to them. */
export const program = path.join(path.dirname(examlab), "tests", "laws", "instances");

/** What the program prints, a value a line. */
export function lines(args, input = "") {
  const done = spawnSync(program, args, { input, encoding: "utf8", maxBuffer: 1 << 30 });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/** The sections of a content file as trees, with places in them where a value is quoted. */
export async function contentTrees(id) {
  const marked = (key, digits) => ` data-quote="${key}" data-digits="${digits ?? usual_digits}"`;
  const sections = await sectionsOf(path.join(web, "content", `${id}.html`), {
    inText: (key, digits) => `<span${marked(key, digits)}></span>`,
    inMaths: (key, digits) => `<mrow${marked(key, digits)}></mrow>`,
  });
  return Object.fromEntries(Object.entries(sections).map(([name, body]) => [name, tree(body)]));
}

/** What may be asked of a question whose lab has taken all its steps. */
export const settled = (facts) => toldBy({ facts, done: 0, total: 0 });

/** What a reader sees of a tree: without the parts for other questions, and with the facts quoted. */
export function rendered(node, facts) {
  if (typeof node === "string") return node;
  const condition = node.attributes["data-when"];
  if (condition !== undefined && !holds(condition, settled(facts))) return "";
  const fact = facts.find(({ key }) => key === node.attributes["data-quote"]);
  const digits = Number(node.attributes["data-digits"]);
  if (fact && node.tag === "mrow") return tree(formula(fact.value, digits).map(html).join(""));
  if (fact) return spoken(fact.value, digits);
  return { ...node, children: node.children.map((child) => rendered(child, facts)) };
}
