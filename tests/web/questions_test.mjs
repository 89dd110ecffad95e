import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";
import { form } from "./form.mjs";

const { html, questions, signature } = await importSources(["markup", "questions"]);

test("every input that is read stands in the markup", () => {
  const page = questions(form).map(html).join("");
  for (const id of ["q-loss", "q-output-1-1", "q-output-2-2", "q-which-i-true", "q-which-ii-false", "q-one-A"]) {
    assert.ok(page.includes(`id="${id}"`), id);
  }
  for (const name of ["q-which-i", "q-which-ii", "q-one"]) assert.ok(page.includes(`name="${name}"`), name);
});

test("ids in the markup are unique and every reference has its target", () => {
  const page = questions(form).map(html).join("");
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((m) => m[1]);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, list] of page.matchAll(/ (?:for|aria-describedby)="([^"]*)"/g)) {
    for (const id of list.split(" ")) assert.ok(ids.includes(id), id);
  }
});

test("an option's text cannot become markup", () => {
  assert.ok(questions(form).map(html).join("").includes("b &lt;c&gt;"));
});

test("a form with other options has another signature", () => {
  const other = structuredClone(form);
  other[2].options[0].text = "c";
  assert.notEqual(signature(form), signature(other));
  assert.equal(signature(form), signature(structuredClone(form)));
});

test("what fields in a row accept is printed once, and said of each", () => {
  const shape = (id) => ({ id, label: id, kind: "shape", names: ["D"] });
  const page = questions([shape("W1"), shape("b1"), { ...shape("W2"), names: ["m"] }]).map(html);
  assert.deepEqual(page.map((p) => /class="hint-line"[^>]* hidden/.test(p)), [false, true, false]);
  for (const p of page) assert.match(p, /aria-describedby="q-..-hint /);
});

test("practice stands folded below what is asked, and the score counts it apart", () => {
  const practice = { ...structuredClone(form[0]), id: "more", practice: true };
  const page = questions([practice, ...form]).map(html);
  assert.equal(page.length, form.length + 1);
  assert.match(page.at(-1), /^<details class="practice"><summary>[^<]*no marks<\/summary>.*data-question="more"/);
});
