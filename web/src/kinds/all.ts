// Every kind of answer that the engine asks for. `lab_test` fails by name for one that is not here.
import { type Cells, cells } from "./cells.js";
import { type Derivation, derivation } from "./derivation.js";
import { type Expression, expression } from "./expression.js";
import { type Factors, factors } from "./factors.js";
import type { AnswerKind } from "./kind.js";
import { type Latent, latent } from "./latent.js";
import { type ManyOf, manyOf } from "./many_of.js";
import { number, type NumberAsked } from "./number.js";
import { type OneOf, oneOf } from "./one_of.js";
import { type Rubric, rubric } from "./rubric.js";
import { type Shape, shape } from "./shape.js";
import { type Symbols, symbols } from "./symbols.js";

/** A question as the engine asks it. */
export type Question =
  | OneOf
  | ManyOf
  | NumberAsked
  | Cells
  | Expression
  | Shape
  | Symbols
  | Derivation
  | Factors
  | Latent
  | Rubric;

type Asking<K> = Extract<Question, { kind: K }>;

const kinds = {
  "one-of": oneOf,
  "many-of": manyOf,
  number,
  cells,
  expression,
  shape,
  symbols,
  derivation,
  factors,
  latent,
  rubric,
} satisfies { [K in Question["kind"]]: AnswerKind<Asking<K>> };

/** An answer as the engine marks it. */
export type Answer = ReturnType<(typeof kinds)[Question["kind"]]["read"]>;

export const kindOf = (q: Question): AnswerKind<Question, Answer> => kinds[q.kind];
