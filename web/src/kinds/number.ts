// A number, or a calculation.
import type { Asked } from "./kind.js";
import { line } from "./line.js";

export interface NumberAsked extends Asked {
  kind: "number";
  unit: string;
  /** Relative. */
  tolerance: number;
}

const within = (q: NumberAsked): string =>
  q.tolerance ? ` Right within ${Number((q.tolerance * 100).toPrecision(3))} %.` : "";

export const number = line<NumberAsked>((q) => `A number or a calculation: 5.52, 3/4, ln 250.${within(q)}`);
