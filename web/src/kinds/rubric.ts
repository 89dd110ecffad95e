// Free text, and the points to tick, which show themselves with the first marking.
import { h, type Tree } from "../markup.js";
import { inputId, pointId, pointsId, verdict, verdictId } from "../answer_ids.js";
import { capital } from "../verdicts.js";
import type { AnswerKind, Asked } from "./kind.js";
import { asOne, inSentences, whole } from "./saying.js";

export interface Rubric extends Asked {
  kind: "rubric";
  /** The names of the points; what they say comes with the marking. */
  points: string[];
}

interface FreeText {
  text: string;
  points: Record<string, boolean>;
}

function point(q: Rubric, name: string): Tree {
  return h(
    "label",
    { class: "point", for: inputId(q.id, name), "data-part": name },
    h("input", { type: "checkbox", id: inputId(q.id, name) }),
    h("span", { id: pointId(q.id, name) }),
  );
}

export const rubric: AnswerKind<Rubric, string | FreeText> = {
  markup: (q) => {
    const id = inputId(q.id);
    const hint = `${id}-hint`;
    return h(
      "div",
      { class: "question rubric", "data-question": q.id },
      h("label", { for: id }, capital(q.label)),
      h("textarea", { id, rows: 5, "aria-describedby": `${hint} ${verdictId(q.id)}` }),
      h(
        "p",
        { class: "hint-line", id: hint },
        "No program reads this text. Checking shows the points of a good answer, and you tick those that yours makes.",
      ),
      h(
        "fieldset",
        { class: "points", id: pointsId(q.id), hidden: true },
        h("legend", {}, "Which of these points does your text make?"),
        ...q.points.map((name) => point(q, name)),
      ),
      verdict(q.id),
    );
  },
  read: (q, inputs) => {
    const points = q.points.map((p): [string, boolean] => [p, inputs.ticked(inputId(q.id, p))]);
    const text = inputs.text(inputId(q.id)).trim();
    return points.some(([, ticked]) => ticked) ? { text, points: Object.fromEntries(points) } : text;
  },
  fillings: (q, answer) => {
    if (typeof answer === "string") return [[inputId(q.id), answer]];
    if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return [];
    const { text, points } = answer as Partial<FreeText>;
    const ticks = Object.entries(points ?? {}).map(([p, ticked]): [string, string] => [
      inputId(q.id, p),
      String(ticked),
    ]);
    return typeof text === "string" ? [[inputId(q.id), text], ...ticks] : ticks;
  },
  counted: asOne,
  /** The marks are the writer's own judgement, so there is no tick beside them. */
  said: (q, mark) => {
    if (!mark.self_assessed) return inSentences(q, mark);
    const points = mark.parts.map((p) => ({ at: pointId(q.id, p.id), text: p.message }));
    return { sayings: [whole(q, mark, capital(mark.message)), ...points], reveals: [pointsId(q.id)] };
  },
};
