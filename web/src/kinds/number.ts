// A number, or a calculation.
import type { Asked } from "./kind.js";
import { line } from "./line.js";

export interface NumberAsked extends Asked {
  kind: "number";
  unit: string;
  /** Relative. */
  tolerance: number;
  /** Ways to write a number, none of which is the answer. */
  example: string;
}

const within = (q: NumberAsked): string =>
  q.tolerance ? ` Decimals are right within ${Number((q.tolerance * 100).toPrecision(3))}\u00a0%.` : "";

export const number = line<NumberAsked>((q) => `A number or a calculation: ${q.example}.${within(q)}`);
