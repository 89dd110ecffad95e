// Does the worked solution say what the form marks, in every variant? What a solution gives as an answer
// is marked up with the field that it answers, <strong data-answer="metric">Recall</strong>. Here the words
// of an instance are rendered, read as text, and marked like an answer that a person typed.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";
import { contentTrees, lines, program, settled } from "./instances.mjs";
import { tree } from "./markup_tree.mjs";
import { all, answersOf, rounds } from "./solution.mjs";

const { unsound } = await importSources(["condition"]);
/** One in four of these, others with each commit (tests/thinning.h). */
const variants = 1000;
const one_in = 4;
const turn = Number(process.env.EXAMLAB_TURN ?? 0) % one_in;

/** Complaints of the words of these instances: {id, link, text}. `contents` has the trees by exercise. */
function contradictions(questions, contents) {
  const found = [];
  const keys = new Map();
  const requests = [];
  for (const question of questions) {
    const link = `${question.id}#variant=${question.number}`;
    const complain = (text) => found.push({ id: question.id, link, text });
    const content = contents.get(question.id);
    const known = question.facts.map(({ key }) => key).join(", ");
    if (!keys.has(question.id)) keys.set(question.id, known);
    if (keys.get(question.id) !== known) complain(`the facts are ${known}, and ${keys.get(question.id)} before`);
    for (const [section, body] of Object.entries(content)) {
      for (const { attributes } of all(body, "data-when")) {
        const fault = unsound(attributes["data-when"], settled(question.facts));
        if (fault) complain(`${section}: ${fault}`);
      }
    }
    for (const answers of rounds(answersOf(content.solution, question, complain))) {
      requests.push({ link, complain, request: { id: question.id, number: question.number, answers } });
    }
  }
  const input = requests.map(({ request }) => JSON.stringify(request)).join("\n");
  lines(["mark"], input).forEach((marking, i) => {
    const { complain, request } = requests[i];
    for (const field of marking.fields) {
      if (!(field.id in request.answers) || field.share >= 1) continue;
      complain(`${field.id}: “${JSON.stringify(request.answers[field.id])}” is marked ${field.outcome}: ${field.message}`);
    }
  });
  return found;
}

test("there is a native build to ask for the questions", () => {
  assert.ok(existsSync(program), `${program} is missing: build the native target “instances”`);
});

test("in each fourth of 1 000 variants the solution answers every field as the form marks it", async () => {
  const questions = lines(["questions", ...[variants, one_in, turn].map(String)]);
  const contents = new Map();
  for (const { id } of questions) if (!contents.has(id)) contents.set(id, await contentTrees(id));
  const found = contradictions(questions, contents);
  const few = [...new Map(found.map((f) => [`${f.id} ${f.text.slice(0, 60)}`, f])).values()].slice(0, 40);
  assert.equal(found.length, 0, few.map(({ link, text }) => `${link}: ${text}`).join("\n"));
});

test("every fact that an exercise declares is read by its words", async () => {
  for (const { id, facts } of lines(["questions", "1"])) {
    const trees = Object.values(await contentTrees(id));
    const read = (attribute) => trees.flatMap((body) => [...all(body, attribute)].map((n) => n.attributes[attribute]));
    const names = new Set([...read("data-quote"), ...read("data-when").flatMap((c) => c.match(/(?<![=|])\b[\w.]+/g))]);
    assert.deepEqual(facts.filter(({ key }) => !names.has(key)).map(({ key }) => key), [], id);
  }
});

/** What is said of a solution of 1e in the first variants. */
function judged(solution) {
  const questions = lines(["questions", "8"]).filter(({ id, number }) => id === "1e" && number > 0);
  return contradictions(questions, new Map([["1e", { solution: tree(solution) }]])).map(({ text }) => text);
}
const said = (texts, pattern) => texts.filter((text) => pattern.test(text)).length;

test("a solution that is wrong, silent or about something else is found", () => {
  const always_recall = judged('<p data-answer="metric">Recall</p><p data-answer="value">{{value}}</p>');
  // The metrics of variants 1 to 7, of which some are recall.
  const others = said(always_recall, /^metric: .* is marked/);
  assert.ok(others > 0 && others < 7, always_recall.join("\n"));
  assert.equal(said(judged("<p>Recall</p>"), /gives no answer to “(metric|value)”/), 14);
  assert.equal(said(judged('<p data-answer="measure">Recall</p>'), /answers “measure”, which is not asked/), 7);
  assert.equal(said(judged('<p data-when="correct=recall">…</p>'), /there is no fact “correct”/), 7);
  const follows = '<p data-answer="metric"><span data-quote="right"></span></p><p data-answer="value"><span data-quote="value" data-digits="4"></span></p>';
  assert.deepEqual(judged(follows), []);
  assert.equal(said(judged(`${follows}<p data-answer="value"><span data-quote="recall"></span></p>`), /quotes {{recall}}, which is no fact/), 7);
});
