import assert from "node:assert/strict";
import { test } from "node:test";

import { folded } from "../../web/tools/exercise_page.mjs";

const text = (html) => html.replace(/<[^>]*>/g, "");
const parts = (html) => /^<details class="look-for"><summary>([\s\S]*?)<\/summary><div class="look-for-rest">([\s\S]*)<\/div><\/details>$/.exec(html).slice(1);

test("the first sentence of what to look for stays in view, and the rest is folded", () => {
  const out = "<details><summary>How it came out</summary><p>It did.</p></details>";
  const [head, rest] = parts(folded(`<p>Bars grow. Which of them? Pick one at \\(0.5\\).</p>\n${out}`));
  assert.equal(text(head), "Look for: Bars grow.");
  assert.ok(rest.startsWith("<p>Which of them? Pick one"));
  assert.ok(rest.includes(out));
});

test("what came out waits for the end of a run, and says so", () => {
  const out = "<details><summary>How it came out</summary><p>It did.</p></details>";
  const [, rest] = parts(folded(`<p>Look. There.</p>${out}`, true));
  assert.match(rest, /How it came out<\/summary><p class="faint" data-when="!settled" hidden>So far, at step /);
  assert.match(rest, /data-quote="steps.done".*data-quote="steps.total"/);
});

test("a sentence for some questions only is shown for them alone", () => {
  const [head, rest] = parts(folded(
    '<p data-when="paper">This lab. Look.</p>\n<p data-when="!paper" hidden>That lab. See.</p><p>Then more.</p>'));
  assert.match(head, /<span data-when="paper">This lab\.<\/span>/);
  assert.match(head, /<span data-when="!paper" hidden>That lab\.<\/span>/);
  assert.match(rest, /<p data-when="paper">Look\.<\/p><p data-when="!paper" hidden>See\.<\/p><p>Then more\.<\/p>/);
});
