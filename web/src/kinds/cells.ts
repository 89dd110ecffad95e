// A matrix of numbers.
import { group } from "./group.js";
import type { AnswerKind } from "./kind.js";
import { type Matrix, matrix, table } from "./matrix.js";

export interface Cells extends Matrix {
  kind: "cells";
  /** Absolute. */
  tolerance: number;
}

const typing = { autocomplete: "off", spellcheck: "false" };

export const cells: AnswerKind<Cells, string[][]> = {
  ...matrix,
  markup: (q) => group(q, [table(q, typing, () => null)]),
};
