// A product of conditional distributions.
import type { Asked } from "./kind.js";
import { line } from "./line.js";

export interface Factors extends Asked {
  kind: "factors";
}

export const factors = line<Factors>(
  () => "A product such as p(a) p(b|a); the order of the factors is free.",
);
