// What the engine says, as the page reads it.
import type { Answer, Question } from "./kinds/all.js";
import type { Prediction } from "./predict/all.js";

export type Scalar = number | boolean | string | null;
export type Value = Scalar | number[] | (number | null)[][];

/** The bounds of each kind of field: what src/lab/slot.h has under the same name. */
export interface Kinds {
  whole: { low: number; high: number };
  real: { low: number; high: number; logarithmic: boolean; automatic: boolean };
  flag: object;
  choice: { names: string[] };
  reals: { low: number; high: number; min_size: number; max_size: number };
  table: { low: number; high: number; max_rows: number; max_cols: number; optional: boolean };
  subset: { names: string[] };
  arrows: { nodes: string[] };
  text: { most_bytes: number };
  asset: { media: Media; file: string };
}
export type Kind = keyof Kinds;
export type Media = "picture" | "idx" | "text";

export type FieldOf<K extends Kind> = {
  key: string;
  label: string;
  offer: "control" | "extra" | "picked" | "horizon" | "played";
  kind: K;
  /** Of a choice: a name for people in place of each of the link's. */
  said?: string[];
  /** Of a choice or a subset: names that mean nothing at the values in force. */
  withheld?: string[];
  value: string;
  initial: string;
} & Kinds[K];

export type Field = { [K in Kind]: FieldOf<K> }[Kind];

export interface Readout {
  key: string;
  label: string;
  unit: string;
  value: Value;
  reason?: string;
}

/** What the words may know of the question; see condition.ts. */
export interface Fact {
  key: string;
  value: Value;
  /** All that a word may be. */
  values?: string[];
}

export interface FigureText {
  key: string;
  title: string;
  alt: string;
}

export interface Problem {
  key: string;
  message: string;
}

/** What is asked, apart from what is done in the lab. */
export interface Asked {
  /** Of the question alone: attempts are kept under it. */
  link: string;
  /** Fields that make it a question of the person's own. */
  own: string[];
  /** Fields in which the lab does other work than at the question's numbers, or which would make another question of it. */
  moved: string[];
  /** Whether the lab as it stands would ask something else. */
  askable: boolean;
  /** Whether the truth of a guess is asked for. */
  sought: boolean;
  /** The question's numbers, field by field. */
  values: Record<string, string>;
  /** What the lab says at them; null where that is what it says now, or is not known yet. */
  readouts: Record<string, Value> | null;
}

/** A run that stays in sight behind the next one. */
export interface Pinned {
  /** Its values of the fields that differ from the lab's. */
  values: Record<string, string>;
  /** Null until they are worked out. */
  readouts: Record<string, Value> | null;
}

/** All that stands beside the canvas, after the steps taken so far. */
export interface Page {
  link: string;
  id: string;
  title: string;
  variant: number;
  done: number;
  total: number;
  /** The most steps that there are; 0 where the horizon's bound says it. */
  most: number;
  playing: boolean;
  fields: Field[];
  readouts: Readout[];
  figures: FigureText[];
  problems: Problem[];
  /** Null for a lab without an exercise. */
  question: Asked | null;
  /** The run that is drawn behind the lab's own, null where none is pinned. */
  pinned: Pinned | null;
  form: Question[];
  facts: Fact[];
  /** Null for a bare lab. */
  prediction: Prediction | null;
  marks: number;
}

/** The same bytes at every front door, parsed. */
export interface Report {
  link: string;
  readouts: Record<string, Value>;
  /** Why a readout is null; not there where none is. */
  undefined?: Record<string, string>;
  problems: Problem[];
}

export type Outcome = "right" | "partly" | "wrong" | "invalid" | "blank";

export interface PartMark {
  id: string;
  outcome: Outcome;
  message: string;
  /** Either verdict earns its share. */
  contested?: boolean;
  /** Worth no marks, with no outcome, whatever was answered. */
  unscored?: boolean;
}

export interface FieldMark {
  id: string;
  outcome: Outcome;
  share: number;
  read_as: string;
  message: string;
  parts: PartMark[];
  notes: string[];
  /** The marks are the writer's own judgement. */
  self_assessed: boolean;
  /** Worth no marks. */
  practice?: boolean;
}

export interface Marking {
  marks: number;
  out_of: number;
  fields: FieldMark[];
}

export interface Opened {
  known: boolean;
  problems: Problem[];
}

export interface Reading {
  outcome: "taken" | "clamped" | "refused";
  message: string;
}

export interface Understood {
  valid: boolean;
  message: string;
}

/** The cells of a matrix as it was written; `laid_out` where more than commas or blanks says that it is one. */
export interface Written {
  rows: string[][];
  laid_out: boolean;
  error: string;
}

export type Answers = Record<string, Answer>;

export interface Part {
  id: string;
  title: string;
  question: number;
  marks: number;
  built: boolean;
  lab?: string;
  fields?: Field[];
  form?: Question[];
}

export interface Catalogue {
  labs: { id: string; title: string; fields: Field[] }[];
  paper: Part[];
  /** Of answers, whether an exercise asks for one or not. */
  kinds: Question["kind"][];
}
