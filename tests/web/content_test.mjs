// The words of an exercise as its page is built: quotations of what there is, and parts by conditions.
import assert from "node:assert/strict";
import { test } from "node:test";

import { conditioned, contentOf, description, shown } from "../../web/tools/content.mjs";
import { importSources } from "../../web/tools/sources.mjs";
import { called, printed } from "../program.mjs";
import { plain, tree } from "./markup_tree.mjs";

const source = await importSources();
const facts = [
  { key: "paper", value: true },
  { key: "right", value: "recall", values: ["recall", "f1"] },
];
const hidden = (html) => conditioned(html, facts, source, "1z.html");

test("of the parts with a condition only those are shown that stand for the question", () => {
  assert.equal(hidden('<p data-when="paper">a</p>'), '<p data-when="paper">a</p>');
  assert.equal(hidden('<p class="x" data-when="!paper">a</p>'), '<p class="x" data-when="!paper" hidden>a</p>');
});

test("the build names a condition of a fact or a value that there is not", () => {
  assert.throws(() => hidden('<p data-when="own">a</p>'), /1z.html: data-when="own": there is no fact “own”/);
  assert.throws(() => hidden('<p data-when="right=f2">a</p>'), /“right” is never “f2”, only recall, f1/);
});

test("what is hidden is in no description, with all that it holds", () => {
  const html = hidden('<div data-when="!paper"><div>one</div> two</div><p>three <b data-when="right=f1">four</b> five</p>');
  assert.equal(shown(html), "<p>three  five</p>");
  assert.equal(description(html), "three five");
});

test("where a lab takes no steps, the words quote and ask for what its question and its lab have", async () => {
  for (const part of JSON.parse(printed(["list"])).paper.filter(({ built }) => built)) {
    const page = called(part.id, "page");
    // The readouts of a run come with its steps; there the build of the site finds what is missing.
    if (page.total > 0) continue;
    const content = await contentOf(part.id, page, source);
    for (const [section, body] of Object.entries(content)) {
      assert.doesNotMatch(plain(tree(body)), /\{\{|\\\(/, `${part.id} ${section}`);
    }
    assert.ok(description(content.statement).length > 40, part.id);
  }
});

test("a quotation of what there is not, and a fact with the key of a parameter, stop the build", async () => {
  const page = called("1f", "page");
  const without = { ...page, facts: page.facts.filter(({ key }) => key !== "average") };
  await assert.rejects(contentOf("1f", without, source), /there is no \{\{average\}\}/);
  const twice = { ...page, facts: [...page.facts, { key: "classes", value: 3 }] };
  await assert.rejects(contentOf("1f", twice, source), /the fact “classes” has the key of a parameter/);
});
