// Do the words of a variant tell the story of that variant? The paper's own story may not shine through,
// in what is read on the page or in what is asked; and nothing that is quoted may be without a value.
import assert from "node:assert/strict";
import { test } from "node:test";

import { called } from "../program.mjs";
import { contentTrees, lines, rendered } from "./instances.mjs";
import { plain, tree } from "./markup_tree.mjs";

const variants = 40;

/** By exercise, words that only the paper's own question may use, and sentences that may have them all the same. */
const stories = {
  "1a": { words: /\bfour cures\b/ },
  "1e": {
    words: /\b(ill|sick|patients?|cancers?|clinics?|hospital|health|healthy|X-rays?|untreated|home|everybody|everyone|nobody|people|person)\b/i,
    but: ["the lab calls the positive ones ill and the others healthy", "a person who is shut out", "that nobody opens"],
  },
  "1g-iii": { words: /\b(ninety|ten) per cent\b|one training image in ten/i },
  "1g-v": { words: /\b(pictures?|nets?|photographs?)\b/i, but: ["the usual choice for nets"] },
};

const without = (text, sentences = []) => sentences.reduce((left, one) => left.replaceAll(one, ""), text);
const foreign = (id, text) => (stories[id] ? without(text, stories[id].but).match(stories[id].words)?.[0] : undefined);

/** All texts in what is asked. */
function* texts(value) {
  if (typeof value === "string") yield value;
  else if (value && typeof value === "object") for (const part of Object.values(value)) yield* texts(part);
}

/** The sentences of a statement that are marked as what is asked, as a reader of this question sees them. */
function* asked(node, facts) {
  if (typeof node === "string" || rendered(node, facts) === "") return;
  if ("data-asked" in node.attributes) yield plain(rendered(node, facts));
  for (const child of node.children) yield* asked(child, facts);
}

function* quotes(node) {
  if (typeof node === "string") return;
  if (node.attributes["data-quote"] !== undefined) yield node.attributes["data-quote"];
  for (const child of node.children) yield* quotes(child);
}

/** With a number in each place where a value of the lab is quoted. */
function filled(node) {
  if (typeof node === "string") return node;
  if (node.attributes["data-quote"] !== undefined) return "7";
  return { ...node, children: node.children.map(filled) };
}

const questions = lines(["questions", String(variants)]);
const contents = new Map();
for (const { id } of questions) if (!contents.has(id)) contents.set(id, await contentTrees(id));

test("the paper's own questions speak of no variant", () => {
  const found = questions.filter((q) => q.number === 0).flatMap(({ id, facts, form }) => {
    const read = [plain(rendered(contents.get(id).statement, facts)), ...texts(form)];
    return read.filter((text) => /\bvariants?\b/i.test(text)).map((text) => `${id}: ${text}`);
  });
  assert.deepEqual(found, []);
});

test("of every question a sentence of the statement is marked as what is asked", () => {
  for (const { id, number, facts } of questions) {
    const sentences = [...asked(contents.get(id).statement, facts)];
    assert.ok(sentences.length > 0, `${id}#variant=${number}`);
    for (const sentence of sentences) assert.ok(sentence.length < 240 && /[.?]$/.test(sentence.trim()), sentence);
  }
});

test("the words of the paper's own story stand in no variant of another one", () => {
  const found = new Set();
  for (const { id, number, facts, form } of questions.filter((q) => q.number > 0)) {
    const own = facts.find(({ key }) => key === "paper")?.value === true;
    if (own) continue;
    for (const [section, body] of Object.entries(contents.get(id))) {
      const word = foreign(id, plain(rendered(body, facts)));
      if (word) found.add(`${id}#variant=${number} ${section}: “${word}”`);
    }
    for (const text of texts(form)) {
      const word = foreign(id, text);
      if (word) found.add(`${id}#variant=${number} asks: “${word}” in “${text}”`);
    }
  }
  assert.deepEqual([...found].slice(0, 20), []);
});

test("a word of the paper's story is found, and the words of another story are not", () => {
  assert.equal(foreign("1e", "One person in a hundred is ill."), "person");
  assert.equal(foreign("1e", "A message that gets through costs a glance."), undefined);
  assert.equal(foreign("1e", "the lab calls the positive ones ill and the others healthy"), undefined);
});

test("no words are left of a part for other questions, and no value is missing", () => {
  for (const { id, number, facts } of questions) {
    for (const [section, body] of Object.entries(contents.get(id))) {
      const text = plain(filled(rendered(body, facts)));
      assert.doesNotMatch(text, /\bundefined\b|\bNaN\b|\bnull\b|\{\{/, `${id}#variant=${number} ${section}`);
      assert.ok(section === "notes" || text.length > 40, `${id}#variant=${number} ${section} is empty`);
    }
  }
});

/** Where a lab takes no steps, what is quoted has a value in these of its variants. */
const tried = [0, 1, 2, 3];

/** What may be undefined all the same: nobody is flagged where the clinic's lab opens, and that is what it shows. */
const undefinedIn = { "1e": ["precision"] };

test("what the words quote of a lab has a value, or they do not show it", () => {
  for (const [id, content] of contents) {
    for (const number of tried) {
      const link = number === 0 ? id : `${id}#variant=${number}`;
      const page = called(link, "page");
      if (page.total > 0) continue;
      for (const [section, body] of Object.entries(content)) {
        for (const key of quotes(rendered(body, page.facts))) {
          if (undefinedIn[id]?.includes(key)) continue;
          const readout = page.readouts.find((r) => r.key === key);
          assert.equal(readout?.reason ?? "", "", `${link} ${section}: {{${key}}}`);
        }
      }
    }
  }
});
