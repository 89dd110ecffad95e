// A formula.
import type { Asked } from "./kind.js";
import { formulaLine, formulas, named } from "./line.js";

export interface Expression extends Asked {
  kind: "expression";
  /** The names that the formula may use. */
  names: string[];
  /** None of them is a vector or a matrix. */
  scalars: boolean;
  /** Pieces to put one behind the other, none where there are none. */
  tiles: string[];
}

export const expression = formulaLine<Expression>((q) =>
  q.scalars ? `A formula in any form. ${named(q.names).trim()}` : formulas(q.names),
);
