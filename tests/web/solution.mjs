// What the worked solution of an exercise answers, in the form that is marked. It is marked up in the words
// with the field that it answers, <strong data-answer="metric">Recall</strong>.
import { contentTrees, lines, rendered } from "./instances.mjs";
import { plain } from "./markup_tree.mjs";

/** The nodes of a tree that have this attribute. */
export function* all(node, attribute) {
  if (typeof node === "string") return;
  if (node.attributes[attribute] !== undefined) yield node;
  for (const child of node.children) yield* all(child, attribute);
}

const verdicts = new Map([
  ...["helps", "true", "reduces it", "contested: either verdict counts", "contested: not marked"].map((words) => [words, true]),
  ...["does not help", "false", "does not reduce it"].map((words) => [words, false]),
]);

/** The answer that a text gives to a field, or to an option of it, in the form that is marked. */
function answer(field, text, part) {
  switch (field.kind) {
    case "one-of": {
      const said = text.toLowerCase();
      const named = field.options.filter((o) => o.id === said || o.text.toLowerCase() === said);
      const begun = field.options.filter((o) => o.text.toLowerCase().startsWith(said));
      return (named[0] ?? begun[0])?.id ?? text;
    }
    case "many-of":
      return { [part]: verdicts.get(text) };
    case "derivation":
      return { [part]: text };
    case "rubric":
      return { text, points: [part] };
    case "cells":
      return [...text.matchAll(/\[([^[\]]*)\]/g)].map(([, row]) => row.split(", "));
    default:
      return text;
  }
}

function together(field, answers) {
  if (field.kind === "many-of") return Object.assign({}, ...answers);
  if (field.kind === "derivation") {
    const byLine = Object.assign({}, ...answers);
    return field.lines.map(({ id }) => byLine[id] ?? "");
  }
  if (field.kind === "rubric") {
    return { text: answers.map((a) => a.text).join(" "), points: answers.flatMap((a) => a.points) };
  }
  return answers[0];
}

/** The answers that the solution gives to each field, place by place. */
export function answersOf(solution, { form, facts }, complain) {
  const given = new Map();
  for (const place of all(rendered(solution, facts), "data-answer")) {
    for (const { attributes } of all(place, "data-quote")) {
      complain(`an answer quotes {{${attributes["data-quote"]}}}, which is no fact of the question`);
    }
    const whole = place.attributes["data-answer"];
    const field = form.find(({ id }) => id === whole || whole.startsWith(`${id}.`));
    if (!field) complain(`the solution answers “${whole}”, which is not asked`);
    else given.set(field, [...(given.get(field) ?? []), answer(field, plain(place), whole.slice(field.id.length + 1))]);
  }
  for (const field of form) {
    if (!field.practice && !given.has(field)) complain(`the solution gives no answer to “${field.id}”`);
  }
  return given;
}

/** One set of answers for each place at which a field is answered, so that every place is marked. */
export function rounds(given) {
  const parts = (field) => ["many-of", "rubric", "derivation"].includes(field.kind);
  const count = Math.max(1, ...[...given].map(([field, answers]) => (parts(field) ? 1 : answers.length)));
  return Array.from({ length: count }, (_, r) =>
    Object.fromEntries(
      [...given].map(([field, answers]) => [
        field.id,
        parts(field) ? together(field, answers) : (answers[r] ?? answers[0]),
      ]),
    ),
  );
}

/** Answers to the paper's own question of each exercise that earn full marks, by id. */
export async function rightAnswers() {
  const complain = (text) => { throw new Error(text); };
  const own = lines(["questions", "1"]);
  return new Map(await Promise.all(own.map(async (question) => {
    const { solution } = await contentTrees(question.id);
    return [question.id, rounds(answersOf(solution, question, complain))[0]];
  })));
}
