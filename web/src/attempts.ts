// The answers to each question of an exercise, the attempts at it and the last marking, as they are kept.
// A question is known by its link: that of the paper, of a variant, or of a person's own making.
import { same } from "./changes.js";
import type { Answers, Marking } from "./lab.js";
import { isRecord, type Store } from "./store.js";

export interface Attempt {
  link: string;
  marks: number;
  out_of: number;
}

/** What was marked last, and what the score line said of it. */
export interface Marked {
  answers: Answers;
  marks: number;
  out_of: number;
  score: string;
}

/** What stood on the sheet before it was cleared. */
export interface Cleared {
  answers: Answers;
  marked: Marked | null;
}

interface Kept {
  answers: Record<string, Answers>;
  attempts: Attempt[];
  marked: Record<string, Marked>;
  cleared: Record<string, Cleared>;
}

/** Before the first marking, and before something was cleared, those members are missing. */
type AsKept = Omit<Kept, "marked" | "cleared"> & Partial<Kept>;

const most_questions = 30;
const most_attempts = 50;

const isAttempt = (x: unknown): x is Attempt =>
  isRecord(x) &&
  typeof x["link"] === "string" &&
  typeof x["marks"] === "number" &&
  typeof x["out_of"] === "number";

const isAnswers = (x: unknown): x is Answers =>
  isRecord(x) &&
  Object.values(x).every((a) => typeof a === "string" || (typeof a === "object" && a !== null));

const isMarked = (x: unknown): x is Marked =>
  isRecord(x) &&
  isAnswers(x["answers"]) &&
  typeof x["marks"] === "number" &&
  typeof x["out_of"] === "number" &&
  typeof x["score"] === "string";

const isCleared = (x: unknown): x is Cleared =>
  isRecord(x) && isAnswers(x["answers"]) && (x["marked"] === null || isMarked(x["marked"]));

const isRecordOf = <T>(x: unknown, accepts: (value: unknown) => value is T): boolean =>
  x === undefined || (isRecord(x) && Object.values(x).every(accepts));

const isKept = (x: unknown): x is AsKept =>
  isRecord(x) &&
  isRecord(x["answers"]) &&
  Object.values(x["answers"]).every(isAnswers) &&
  Array.isArray(x["attempts"]) &&
  x["attempts"].every(isAttempt) &&
  isRecordOf(x["marked"], isMarked) &&
  isRecordOf(x["cleared"], isCleared);

/** `record` with `value` under `key`, as the newest of at most so many. */
function withNewest<T>(record: Record<string, T>, key: string, value: T): Record<string, T> {
  const others = Object.entries(record).filter(([other]) => other !== key);
  return { ...Object.fromEntries(others.slice(-(most_questions - 1))), [key]: value };
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}

const withOrWithout = <T>(record: Record<string, T>, key: string, value: T | null): Record<string, T> =>
  value === null ? without(record, key) : withNewest(record, key, value);

export class Attempts {
  /** What this tab has seen of the answers to each question: only what differs from it is its own change. */
  private readonly seen = new Map<string, Answers>();

  constructor(private readonly store: Store, private readonly id: string) {}

  answers(question: string): Answers {
    return this.kept().answers[question] ?? {};
  }

  /** The answers that stand on the sheet, as they were kept or as a blank sheet has them. */
  shown(question: string, answers: Answers): void {
    this.seen.set(question, answers);
  }

  /** Keeps the fields that have changed here; what another tab has written into the others stands. */
  remember(question: string, answers: Answers): void {
    const written = this.written(question, answers);
    this.change((kept) => ({ ...kept, answers: written(kept) }));
  }

  /**
   * Puts other answers with their marking in the place of those that stand. What stood is kept for
   * `cleared`; where it is null, what was cleared before.
   */
  replace(question: string, { answers, marked }: Cleared, stood: Cleared | null): void {
    const written = this.written(question, answers);
    this.change((kept) => ({
      ...kept,
      answers: written(kept),
      marked: withOrWithout(kept.marked, question, marked),
      cleared: stood === null ? kept.cleared : withNewest(kept.cleared, question, stood),
    }));
  }

  /** What was cleared last of the question, until it is marked again. */
  cleared(question: string): Cleared | null {
    return this.kept().cleared[question] ?? null;
  }

  /** What was cleared stands on the sheet again. */
  forgetCleared(question: string): void {
    this.change((kept) => ({ ...kept, cleared: without(kept.cleared, question) }));
  }

  /** The fields that another tab has changed since they were shown or written here. */
  news(question: string): Answers {
    const seen = this.seen.get(question) ?? {};
    const entries = Object.entries(this.answers(question)).filter(([field, answer]) => !same(answer, seen[field]));
    return Object.fromEntries(entries);
  }

  onNews(listener: () => void): void {
    this.store.onOthers(this.key(), listener);
  }

  /** Keeps the marking, and counts it as an attempt unless nothing was said that could be marked. */
  add(question: string, answers: Answers, marking: Marking, score: string): void {
    const said = (outcome: string): boolean => outcome !== "blank" && outcome !== "invalid";
    const { marks, out_of } = marking;
    const counts = marking.fields.some((f) => !f.practice && said(f.outcome));
    const attempt = { link: question, marks, out_of };
    this.change((kept) => ({
      ...kept,
      attempts: counts ? [...kept.attempts, attempt].slice(-most_attempts) : kept.attempts,
      marked: withNewest(kept.marked, question, { answers, marks, out_of, score }),
      cleared: without(kept.cleared, question),
    }));
  }

  /** The last marking of the question, until its answers are taken away. */
  marked(question: string): Marked | null {
    return this.kept().marked[question] ?? null;
  }

  count(question: string): number {
    return this.of(question).length;
  }

  /** The most marks that were reached, on the paper's own question unless another is named. */
  best(question = this.id): Attempt | null {
    return this.of(question).reduce<Attempt | null>((best, a) => (best && best.marks >= a.marks ? best : a), null);
  }

  /** All answers with those of the question, of which the fields count that have changed here. */
  private written(question: string, answers: Answers): (kept: Kept) => Kept["answers"] {
    const seen = this.seen.get(question) ?? {};
    const changed = Object.entries(answers).filter(([field, answer]) => !same(answer, seen[field]));
    this.seen.set(question, answers);
    return (kept) =>
      withNewest(kept.answers, question, { ...kept.answers[question], ...Object.fromEntries(changed) });
  }

  private of(question: string): Attempt[] {
    return this.kept().attempts.filter((a) => a.link === question);
  }

  private key(): string {
    return `exercise:${this.id}`;
  }

  private kept(): Kept {
    return this.whole(this.store.read(this.key(), isKept, { answers: {}, attempts: [] }));
  }

  private change(change: (kept: Kept) => Kept): void {
    this.store.change(this.key(), isKept, { answers: {}, attempts: [] }, (kept) => change(this.whole(kept)));
  }

  /** Answers that are kept under the number of a variant belong to the variant's link. */
  private whole(kept: AsKept): Kept {
    const linked = (key: string): string =>
      key === "0" ? this.id : /^\d+$/.test(key) ? `${this.id}#variant=${key}` : key;
    const answers = Object.fromEntries(Object.entries(kept.answers).map(([key, a]) => [linked(key), a]));
    return { answers, attempts: kept.attempts, marked: kept.marked ?? {}, cleared: kept.cleared ?? {} };
  }
}
