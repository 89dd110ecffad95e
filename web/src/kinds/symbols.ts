// A matrix of formulas; what is given is printed in its place.
import { h } from "../markup.js";
import { group } from "./group.js";
import type { AnswerKind } from "./kind.js";
import { plain } from "./formula_box.js";
import { formulas } from "./line.js";
import { type Matrix, matrix, table } from "./matrix.js";

export interface Symbols extends Matrix {
  kind: "symbols";
  names: string[];
  /** Entries that are printed; null for those that are asked. */
  given: (string | null)[][];
}

export const symbols: AnswerKind<Symbols, string[][]> = {
  ...matrix,
  markup: (q) =>
    group(q, [
      table(q, plain, (r, c) => q.given[r]?.[c] ?? null),
      h("p", { class: "hint-line" }, formulas(q.names)),
    ]),
};
