// Matrices with an input for each entry.
import { h, type Tree } from "../markup.js";
import { inputId, verdict, verdictId } from "../answer_ids.js";
import { symbols, words } from "../verdicts.js";
import type { AnswerKind, Asked, Filling, Inputs } from "./kind.js";
import { atPart, byPart, whole } from "./saying.js";

export interface Matrix extends Asked {
  rows: number;
  cols: number;
}

const part = (r: number, c: number): string => `${r + 1},${c + 1}`;

/** One value for each entry, in rows. */
const grid = <T>(q: Matrix, at: (r: number, c: number) => T): T[][] =>
  Array.from({ length: q.rows }, (_, r) => Array.from({ length: q.cols }, (__, c) => at(r, c)));

/** `typing` are attributes of the inputs; an entry that is `printed` is not asked. */
export function table(
  q: Matrix,
  typing: Record<string, string>,
  printed: (r: number, c: number) => string | null,
): Tree {
  const entry = (r: number, c: number): Tree => {
    const given = printed(r, c);
    if (given !== null) return h("td", { class: "given" }, given);
    return h(
      "td",
      { "data-part": part(r, c) },
      h("input", {
        type: "text",
        id: inputId(q.id, part(r, c)),
        inputmode: "text",
        ...typing,
        "aria-label": `row ${r + 1}, column ${c + 1}`,
        "aria-describedby": verdictId(q.id, part(r, c)),
      }),
      verdict(q.id, part(r, c)),
    );
  };
  const rows = grid(q, entry).map((row) => h("tr", {}, ...row));
  return h("table", { class: "matrix", role: "presentation" }, h("tbody", {}, ...rows));
}

function fillings(q: Matrix, answer: unknown): Filling[] {
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((row: unknown, r) =>
    Array.isArray(row) ? row.map((text, c): Filling => [inputId(q.id, part(r, c)), String(text)]) : [],
  );
}

/** All of a kind but its markup. A cell has room for a symbol; its words are a tip and for who listens. */
export const matrix: Omit<AnswerKind<Matrix, string[][]>, "markup"> = {
  read: (q: Matrix, inputs: Inputs) => grid(q, (r, c) => inputs.text(inputId(q.id, part(r, c))).trim()),
  fillings,
  rests: (q: Matrix, answer: unknown) => {
    const rows: unknown[][] = Array.isArray(answer) ? answer.map((row: unknown) => (Array.isArray(row) ? row : [])) : [];
    return Object.fromEntries(grid(q, (r, c): [string, unknown] => [part(r, c), rows[r]?.[c]]).flat());
  },
  counted: byPart,
  said: (q, mark) => {
    const cells = mark.parts.map((p) => ({
      ...atPart(q, p, symbols[p.outcome]),
      label: words[p.outcome],
      title: p.message,
    }));
    return { sayings: [whole(q, mark), ...cells], reveals: [] };
  },
};
