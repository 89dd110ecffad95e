// The fields that a person writes in: numbers, formulas, shapes, factors, lines and free text.
import type { Line, Question } from "./lab.js";
import { h, type Markup, type Tree } from "./markup.js";
import { inputId, pointId, pointsId, readAsId, verdict, verdictId } from "./places.js";

const plain = { autocomplete: "off", autocapitalize: "off", spellcheck: "false" };

/**
 * One line of text, with what it may be and what it is read as. What the field `before` has said
 * already is there for who listens, and not printed again.
 */
export function written(q: Question, before?: Question): Tree {
  const id = inputId(q.id);
  const hint = `${id}-hint`;
  return h(
    "div",
    { class: `question written ${q.kind}`, "data-question": q.id },
    h("label", { for: id }, q.label),
    h(
      "div",
      { class: "entry" },
      h("input", {
        type: "text",
        id,
        inputmode: "text",
        ...plain,
        "data-understood": "",
        "aria-describedby": `${hint} ${verdictId(q.id)}`,
      }),
      q.unit ? h("span", { class: "unit" }, q.unit) : undefined,
    ),
    h("p", { class: "hint-line", id: hint, hidden: says(before) === says(q) }, accepted(q)),
    h("p", { class: "read-as", id: readAsId(q.id), "aria-live": "polite" }),
    verdict(q.id),
  );
}

const says = (q?: Question): string => (q ? `${q.kind} ${accepted(q)}` : "");

/** What is accepted, said before anybody is marked by it. */
function accepted(q: Question): string {
  switch (q.kind) {
    case "expression":
    case "symbols":
    case "derivation":
      if (q.scalars) return `A formula in any form. ${names(q).trim()}`;
      return `A formula in any form. ${names(q)}Write W·x or W x, ⊙ or .* for entry by entry, ᵀ or ' for the transpose, 1[z>0] for an indicator.`;
    case "shape":
      return `Rows × columns, such as 5×3${q.names?.length ? ` or ${q.names[0]} × 3. ${names(q)}` : "."}`;
    case "factors":
      return "A product such as p(a) p(b|a); the order of the factors is free.";
    default:
      return `A number or a calculation: 5.52, 3/4, ln 250.${within(q)}`;
  }
}

const within = (q: Question): string =>
  q.tolerance ? ` Right within ${Number((q.tolerance * 100).toPrecision(3))} %.` : "";

const names = (q: Question): string => (q.names?.length ? `Names: ${q.names.join(", ")}. ` : "");

/** A matrix of formulas; what is given is printed in its place. */
export function symbols(q: Question): Tree[] {
  const entry = (r: number, c: number): Tree => {
    const given = q.given?.[r]?.[c];
    const part = `${r + 1},${c + 1}`;
    if (typeof given === "string") return h("td", { class: "given" }, given);
    return h(
      "td",
      { "data-part": part },
      h("input", {
        type: "text",
        id: inputId(q.id, part),
        inputmode: "text",
        ...plain,
        "aria-label": `row ${r + 1}, column ${c + 1}`,
        "aria-describedby": verdictId(q.id, part),
      }),
      verdict(q.id, part),
    );
  };
  const indices = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
  const rows = indices(q.rows ?? 0).map((r) =>
    h("tr", {}, ...indices(q.cols ?? 0).map((c) => entry(r, c))),
  );
  return [
    h("table", { class: "matrix", role: "presentation" }, h("tbody", {}, ...rows)),
    h("p", { class: "hint-line" }, accepted(q)),
  ];
}

/** Numbered lines, each with the quantity that it gives. */
export function derivation(q: Question): Markup[] {
  const line = (l: Line): Tree => {
    const id = inputId(q.id, l.id);
    return h(
      "li",
      { class: "line", "data-part": l.id },
      h("label", { for: id }, l.prompt),
      h(
        "div",
        { class: "entry" },
        h("span", { class: "left", "aria-hidden": "true" }, `${l.left} =`),
        h("input", {
          type: "text",
          id,
          inputmode: "text",
          ...plain,
          "data-understood": l.id,
          "aria-describedby": verdictId(q.id, l.id),
        }),
      ),
      h("p", { class: "read-as", id: readAsId(q.id, l.id), "aria-live": "polite" }),
      verdict(q.id, l.id),
    );
  };
  const hint = `${accepted(q)} A line may use the lines before it, by the name on their left.`;
  return [h("p", { class: "hint-line" }, hint), h("ol", { class: "lines" }, ...(q.lines ?? []).map(line))];
}

/** Free text, and the points to tick, which show themselves with the first marking. */
export function freeText(q: Question): Tree {
  const id = inputId(q.id);
  const hint = `${id}-hint`;
  const point = (name: string): Tree =>
    h(
      "label",
      { class: "point", for: inputId(q.id, name), "data-part": name },
      h("input", { type: "checkbox", id: inputId(q.id, name) }),
      h("span", { id: pointId(q.id, name) }),
    );
  return h(
    "div",
    { class: "question rubric", "data-question": q.id },
    h("label", { for: id }, q.label),
    h("textarea", { id, rows: 5, "aria-describedby": `${hint} ${verdictId(q.id)}` }),
    h(
      "p",
      { class: "hint-line", id: hint },
      "No program reads this text. Checking shows the points of a good answer, and you tick those that yours makes.",
    ),
    h(
      "fieldset",
      { class: "points", id: pointsId(q.id), hidden: true },
      h("legend", {}, "Which of these does your text say?"),
      ...(q.points ?? []).map(point),
    ),
    verdict(q.id),
  );
}
