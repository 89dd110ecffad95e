// The answer form as markup: real inputs, one fieldset for each question. The identifiers written
// here are how `answers.ts` and `marks.ts` find the inputs again.
import type { Option, Question } from "./lab.js";
import { h, type Markup, type Tree } from "./markup.js";

export const inputId = (question: string, part = ""): string =>
  `q-${question}${part === "" ? "" : `-${part.replace(",", "-")}`}`;
export const verdictId = (question: string, part = ""): string => `v${inputId(question, part)}`;

/** A short name for a form, to tell whether the one on the page is still the one that is asked. */
export function signature(form: readonly Question[]): string {
  let hash = 2166136261;
  for (const c of JSON.stringify(form)) hash = Math.imul(hash ^ (c.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 0).toString(36);
}

export function questions(form: readonly Question[]): Tree[] {
  return form.map((q) => {
    switch (q.kind) {
      case "one-of":
        return group(q, (q.options ?? []).map((o) => oneOf(q, o)));
      case "many-of":
        return group(q, (q.options ?? []).map((o) => trueOrFalse(q, o)));
      case "number":
        return number(q);
      case "cells":
        return cells(q);
    }
  });
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

function verdict(question: string, part = ""): Tree {
  return h("p", { class: "verdict", id: verdictId(question, part), hidden: true });
}

function radio(name: string, id: string, value: string, label: string, described: string): Tree {
  return h(
    "label",
    { class: "choice", for: id },
    h("input", { type: "radio", name, id, value, "aria-describedby": described }),
    h("span", {}, label),
  );
}

function oneOf(q: Question, o: Option): Tree {
  const id = inputId(q.id, o.id);
  return h(
    "div",
    { class: "option", "data-part": o.id },
    radio(inputId(q.id), id, o.id, `${o.id}  ${o.text}`, verdictId(q.id, o.id)),
    verdict(q.id, o.id),
    showButton(o),
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

function number(q: Question): Tree {
  const id = inputId(q.id);
  const hint = `${id}-hint`;
  return h(
    "div",
    { class: "question number", "data-question": q.id },
    h("label", { for: id }, q.label),
    h(
      "div",
      { class: "entry" },
      h("input", {
        type: "text",
        id,
        inputmode: "text",
        autocomplete: "off",
        autocapitalize: "off",
        spellcheck: "false",
        "aria-describedby": `${hint} ${verdictId(q.id)}`,
      }),
      q.unit ? h("span", { class: "unit" }, q.unit) : undefined,
    ),
    h("p", { class: "hint-line", id: hint }, tolerance(q)),
    h("p", { class: "read-as", id: `${id}-read-as`, "aria-live": "polite" }),
    verdict(q.id),
  );
}

/** What is accepted, said before anybody is marked by it. */
function tolerance(q: Question): string {
  const within = q.tolerance ? ` Right within ${Number((q.tolerance * 100).toPrecision(3))} %.` : "";
  return `A number or a calculation: 5.52, 3/4, ln 250.${within}`;
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
