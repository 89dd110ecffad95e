// A distribution or another quantity of a model with latent variables, by its symbol or its name.
import type { Asked } from "./kind.js";
import { formulaLine } from "./line.js";

export interface Latent extends Asked {
  kind: "latent";
}

export const latent = formulaLine<Latent>(
  () => "A symbol such as q(z|x), or a name in words.",
);
