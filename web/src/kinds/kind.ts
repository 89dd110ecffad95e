// What a kind of answer is to the page: how it is asked, read, filled again, and told about.
import type { FieldMark, Outcome } from "../lab.js";
import type { Tree } from "../markup.js";

/** What the engine says of every question. */
export interface Asked {
  id: string;
  label: string;
  /** Marked like the others, and worth no marks. */
  practice: boolean;
}

/** What the inputs of a form hold, by id; radio groups by name, with the value that is chosen. */
export interface Inputs {
  text(id: string): string;
  chosen(name: string): string | null;
  ticked(id: string): boolean;
}

/** An input by its id and its text; of a radio group the name and the value, of a tick "true" or "false". */
export type Filling = [string, string];

/** What is said at one place of the form. */
export interface Saying {
  /** The element's id. */
  at: string;
  text: string;
  /** Where it is a verdict; "before" where the answer has changed since. */
  outcome?: Outcome | "before";
  /** The part of the field that it is about; left out where it is about all of it. */
  part?: string;
  /** A reason that holds whatever is answered. */
  lasting?: boolean;
  /** In place of the text for who listens, and what a mouse is told. */
  label?: string;
  title?: string;
}

export interface Said {
  sayings: Saying[];
  /** What was hidden until a text was marked. */
  reveals: string[];
}

/** `Q` is a question of the kind, `A` an answer to it. */
export interface AnswerKind<Q, A = unknown> {
  /** `before` is the question before it where that is of the same kind. */
  markup(q: Q, before?: Q): Tree;
  /** What was not given stays blank. */
  read(q: Q, inputs: Inputs): A;
  /** Nothing where a kept answer is no answer to such a question. */
  fillings(q: Q, answer: unknown): Filling[];
  /**
   * What of the answer the verdict on each part rests on, by the parts' ids. Left out where a field is
   * judged as one.
   */
  rests?(q: Q, answer: unknown): Record<string, unknown>;
  /** What the score counts: the field as one, or its parts. */
  counted(mark: FieldMark): readonly { outcome: Outcome }[];
  said(q: Q, mark: FieldMark): Said;
}
