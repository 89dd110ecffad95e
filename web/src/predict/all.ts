// Every kind of prediction that the engine asks for. `lab_test` fails by name for one that is not here.
import { type OnAxis, onAxis } from "./axis.js";
import { type Estimate, estimate } from "./estimate.js";
import type { Drawn, Guess, PredictionKind } from "./kind.js";
import { type Pick, pick } from "./pick.js";
import { type PickEach, pickEach } from "./pick_each.js";
import { type Sketch, sketch } from "./sketch.js";

/** A prediction as the engine asks for it. */
export type Prediction = Pick | PickEach | Estimate | OnAxis | Sketch;

type Asking<K> = Extract<Prediction, { kind: K }>;

const kinds = {
  pick,
  each: pickEach,
  estimate,
  axis: onAxis,
  sketch,
} satisfies { [K in Prediction["kind"]]: PredictionKind<Asking<K>> };

export type { Drawn, Guess };

export const kindOf = (p: Prediction): PredictionKind<Prediction> => kinds[p.kind];

/**
 * "You guessed 4.2 nats. It is 5.521 nats." and why. Without a truth yet, the first sentence, and with
 * `waits` that the rest is to come. Choices may be long, so that the right one comes first.
 */
export function told(p: Prediction, guess: Guess, truth: Guess | null, why = "", waits = false): string {
  const kind = kindOf(p);
  const said = p.kind === "sketch" ? `You sketched ${kind.said(p, guess)}.` : `You guessed ${kind.said(p, guess)}.`;
  if (!truth) return waits ? `${said} When the run is over, this line says how it came out.` : said;
  const outcome = kind.outcome(p, guess, truth);
  const both = p.kind === "pick" && guess[0] !== truth[0] ? [outcome, said] : [said, outcome];
  return [...both, why].filter((text) => text !== "").join(" ");
}
