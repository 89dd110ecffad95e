// The answer form as markup: real inputs, one group for each question.
import { kindOf, type Question } from "./kinds/all.js";
import { h, type Tree } from "./markup.js";

/** A short name for a form, to tell whether the one on the page is still the one that is asked. */
export function signature(form: readonly Question[]): string {
  let hash = 2166136261;
  for (const c of JSON.stringify(form)) hash = Math.imul(hash ^ (c.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 0).toString(36);
}

/** What is worth marks, and below it, folded up, what is there for practice. */
export function questions(form: readonly Question[]): Tree[] {
  const asked = form.filter((q) => !q.practice).map((q, i, all) => question(q, all[i - 1]));
  const practice = form.filter((q) => q.practice);
  if (practice.length === 0) return asked;
  const folded = h(
    "details",
    { class: "practice" },
    h("summary", {}, "Practise further, for no marks"),
    ...practice.map((q) => question(q)),
  );
  return [...asked, folded];
}

const question = (q: Question, before?: Question): Tree =>
  kindOf(q).markup(q, before?.kind === q.kind ? before : undefined);
