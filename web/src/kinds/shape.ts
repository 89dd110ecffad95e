// The shape of a matrix.
import type { Asked } from "./kind.js";
import { line, named } from "./line.js";

export interface Shape extends Asked {
  kind: "shape";
  /** The names of sizes. */
  names: string[];
  /** A shape that is not the answer. */
  example: string;
}

export const shape = line<Shape>(({ names, example }) =>
  `Rows × columns, such as ${example}${names.length > 0 ? ` or ${names[0]} × 3. ${named(names)}` : "."}`,
);
