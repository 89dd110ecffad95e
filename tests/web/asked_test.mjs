import assert from "node:assert/strict";
import { test } from "node:test";

import { askedFold, askedSentences } from "../../web/tools/asked.mjs";

test("an asked sentence is taken whole, with what is set in it", () => {
  const statement = "<p>A net. <span data-asked>What is <math><mi>x</mi><mspace/></math>, <em>exactly</em>?</span> Use ln.</p>";
  assert.deepEqual(askedSentences(statement), ["<span>What is <math><mi>x</mi><mspace/></math>, <em>exactly</em>?</span>"]);
});

test("it stands under the conditions of all that it stands in, and is hidden with any of them", () => {
  const statement = '<div data-when="!paper" hidden><p data-when="right=f1"><span data-asked>Which one?</span></p></div>'
    + '<p data-when="paper"><span data-asked>Why?</span></p>';
  assert.deepEqual(askedSentences(statement), [
    '<span data-when="!paper right=f1" hidden>Which one?</span>',
    '<span data-when="paper">Why?</span>',
  ]);
});

test("the fold has the sentences above the whole statement, and a statement that asks nothing stops the build", () => {
  const fold = askedFold("<p>A net. <span data-asked>Which?</span></p>");
  assert.match(fold, /<summary>.*<span>Which\?<\/span><\/span><\/summary><div class="asked-whole"><p>A net\. <span>Which\?<\/span><\/p><\/div>/);
  assert.throws(() => askedFold("<p>A net.</p>"), /no sentence/);
});
