// A product of conditional distributions.
import type { Asked } from "./kind.js";
import { formulaLine } from "./line.js";

export interface Factors extends Asked {
  kind: "factors";
  tiles?: string[];
}

export const factors = formulaLine<Factors>(
  () => "A product such as p(a) p(b|a); the order of factors and of conditions is free. ∏_{t=1}^{3} is read, too.",
);
