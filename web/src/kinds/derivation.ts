// Numbered lines of formulas, each with the quantity that it gives.
import { h, type Tree } from "../markup.js";
import { inputId, readAsId, verdict, verdictId } from "../answer_ids.js";
import { group } from "./group.js";
import type { AnswerKind, Asked, Filling } from "./kind.js";
import { formulaBox } from "./formula_box.js";
import { formulas } from "./line.js";
import { byPart, inSentences } from "./saying.js";
import { tiles } from "./tiles.js";

interface Line {
  id: string;
  prompt: string;
  /** The quantity that the line gives. */
  left: string;
}

export interface Derivation extends Asked {
  kind: "derivation";
  names: string[];
  lines: Line[];
  /** Pieces to put one behind the other, none where there are none. */
  tiles: string[];
}

function written(q: Derivation, l: Line): Tree {
  const id = inputId(q.id, l.id);
  return h(
    "li",
    { class: "line", "data-part": l.id },
    h("label", { for: id }, l.prompt),
    h(
      "div",
      { class: "entry" },
      h("span", { class: "left", "aria-hidden": "true" }, `${l.left} =`),
      formulaBox({
        id,
        "data-understood": l.id,
        "aria-describedby": verdictId(q.id, l.id),
      }),
    ),
    h("p", { class: "read-as", id: readAsId(q.id, l.id), "aria-live": "polite" }),
    verdict(q.id, l.id),
  );
}

const isBlankLine = (line: unknown): boolean => line === undefined || line === null || line === "";

export const derivation: AnswerKind<Derivation, string[]> = {
  markup: (q) => {
    const hint = `${formulas(q.names)} A line may use the lines before it, by the name on their left.`;
    const lines = h("ol", { class: "lines" }, ...q.lines.map((l) => written(q, l)));
    return group(q, [h("p", { class: "hint-line" }, hint), lines, ...tiles(q)]);
  },
  read: (q, inputs) => q.lines.map((l) => inputs.text(inputId(q.id, l.id)).trim()),
  fillings: (q, answer) => {
    if (!Array.isArray(answer)) return [];
    return q.lines.slice(0, answer.length).flatMap((l, i): Filling[] => {
      const text: unknown = answer[i];
      return Array.isArray(text) ? [] : [[inputId(q.id, l.id), String(text)]];
    });
  },
  // A line is marked by what follows from those before it, and one that is blank by itself.
  rests: (q, answer) => {
    const lines: unknown[] = Array.isArray(answer) ? answer : [];
    const rest = (i: number): unknown => (isBlankLine(lines[i]) ? "" : lines.slice(0, i + 1));
    return Object.fromEntries(q.lines.map(({ id }, i) => [id, rest(i)]));
  },
  counted: byPart,
  said: inSentences,
};
