// The answer form as markup: real inputs, one fieldset for each question.
import type { Option, Question } from "./lab.js";
import { h, type Markup, type Tree } from "./markup.js";
import { inputId, verdict, verdictId } from "./places.js";
import { derivation, freeText, symbols, written } from "./written.js";

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

function question(q: Question, before?: Question): Tree {
  switch (q.kind) {
    case "one-of":
      return group(q, (q.options ?? []).map((o) => oneOf(q, o)));
    case "many-of":
      return group(q, (q.options ?? []).map((o) => trueOrFalse(q, o)));
    case "cells":
      return cells(q);
    case "symbols":
      return group(q, symbols(q));
    case "derivation":
      return group(q, derivation(q));
    case "rubric":
      return freeText(q);
    case "number":
    case "expression":
    case "shape":
    case "factors":
      return written(q, before);
  }
}

function group(q: Question, children: Markup[]): Tree {
  return h(
    "fieldset",
    { class: `question ${q.kind}`, "data-question": q.id, "aria-describedby": verdictId(q.id) },
    h("legend", {}, q.label),
    ...children,
    verdict(q.id),
  );
}

function radio(name: string, id: string, value: string, label: string, described: string): Tree {
  return h(
    "label",
    { class: "choice", for: id },
    h("input", { type: "radio", name, id, value, "aria-describedby": described }),
    h("span", {}, label),
  );
}

/** A numeral stands before its option; an id that is a word only names it in files. */
const numeral = /^[ivx]+$/;

function oneOf(q: Question, o: Option): Tree {
  const id = inputId(q.id, o.id);
  const label = numeral.test(o.id) ? `(${o.id}) ${o.text}` : o.text;
  return h(
    "div",
    { class: "option", "data-part": o.id },
    h("div", { class: "choices" }, radio(inputId(q.id), id, o.id, label, verdictId(q.id, o.id)), showButton(o)),
    verdict(q.id, o.id),
  );
}

function trueOrFalse(q: Question, o: Option): Tree {
  const name = inputId(q.id, o.id);
  const described = verdictId(q.id, o.id);
  return h(
    "fieldset",
    { class: "option", "data-part": o.id },
    h("legend", {}, h("span", { class: "ordinal" }, `(${o.id})`), ` ${o.text}`),
    h(
      "div",
      { class: "choices" },
      radio(name, `${name}-true`, "true", "true", described),
      radio(name, `${name}-false`, "false", "false", described),
      showButton(o),
    ),
    verdict(q.id, o.id),
  );
}

function showButton(o: Option): Tree | undefined {
  if (!o.show) return undefined;
  const name = `Show me statement ${o.id} in the lab`;
  const attributes = { type: "button", class: "quiet show live", "data-show": o.show, "aria-label": name };
  return h("button", attributes, "Show me");
}

function cells(q: Question): Tree {
  const rows = q.rows ?? 0;
  const cols = q.cols ?? 0;
  const row = (r: number): Tree =>
    h(
      "tr",
      {},
      ...Array.from({ length: cols }, (_, c) => {
        const part = `${r + 1},${c + 1}`;
        return h(
          "td",
          { "data-part": part },
          h("input", {
            type: "text",
            id: inputId(q.id, part),
            inputmode: "text",
            autocomplete: "off",
            spellcheck: "false",
            "aria-label": `row ${r + 1}, column ${c + 1}`,
            "aria-describedby": verdictId(q.id, part),
          }),
          verdict(q.id, part),
        );
      }),
    );
  const body = h("tbody", {}, ...Array.from({ length: rows }, (_, r) => row(r)));
  return group(q, [h("table", { class: "matrix", role: "presentation" }, body)]);
}
