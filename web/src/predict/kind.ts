// What a kind of prediction is to the page: how it is asked, read, told about and drawn.
import type { Tree } from "../markup.js";

/** What the engine says of every prediction (src/exam/prediction.h). */
export interface Foretold {
  /** One sentence, to the person. */
  ask: string;
  /** Keys of what is covered until a guess is made. */
  figures: string[];
  /** Under which the first of them stands; "" where that is in view at once. */
  tab: string;
  readouts: string[];
  /** What stands in place of what is covered. */
  words: string;
  /** What the lab says in place of the guess; null while it runs, or where it says nothing. */
  truth: number[] | null;
  /** Why it is so, a sentence; empty as long as there is no truth. */
  why: string;
}

/** A guess as it is kept: the place of a choice, a number, or the heights of a sketch. */
export type Guess = number[];

/** What the canvas draws of a guess over the truth: its numbers in the figure's units. */
export interface Drawn {
  figure: string;
  kind: "upright" | "level" | "sketch";
  words: string;
  numbers: number[];
}

export interface PredictionKind<P> {
  /** The inputs, each called "guess", and the button that says so where it takes one. */
  inputs(p: P): Tree[];
  /**
   * The guess in what the inputs hold, in their order, or a sentence that says what is wanted. An input
   * with "data-wants-hand" holds nothing until it is moved.
   */
  read(p: P, texts: readonly string[]): Guess | string;
  /** "batch norm", "4.2 nats": after "You guessed". */
  said(p: P, guess: Guess): string;
  /** How it came out, a whole sentence. */
  outcome(p: P, guess: Guess, truth: Guess): string;
  /** Null where the guess is no place on a figure. */
  drawn(p: P, guess: Guess): Drawn | null;
}
