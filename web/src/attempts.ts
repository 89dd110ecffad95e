// The answers of each variant of an exercise and the attempts at them, as they are kept.
import type { Answers, Marking } from "./lab.js";
import { isRecord, type Store } from "./store.js";

export interface Attempt {
  link: string;
  marks: number;
  out_of: number;
}

interface Kept {
  answers: Record<string, Answers>;
  attempts: Attempt[];
}

const most_variants = 30;
const most_attempts = 50;

const isAttempt = (x: unknown): x is Attempt =>
  isRecord(x) &&
  typeof x["link"] === "string" &&
  typeof x["marks"] === "number" &&
  typeof x["out_of"] === "number";

const isAnswers = (x: unknown): x is Answers =>
  isRecord(x) &&
  Object.values(x).every((a) => typeof a === "string" || (typeof a === "object" && a !== null));

const isKept = (x: unknown): x is Kept =>
  isRecord(x) &&
  isRecord(x["answers"]) &&
  Object.values(x["answers"]).every(isAnswers) &&
  Array.isArray(x["attempts"]) &&
  x["attempts"].every(isAttempt);

export class Attempts {
  constructor(private readonly store: Store, private readonly id: string) {}

  answers(variant: number): Answers {
    return this.kept().answers[variant] ?? {};
  }

  remember(variant: number, answers: Answers): void {
    const kept = this.kept();
    const others = Object.entries(kept.answers).filter(([key]) => key !== String(variant));
    const recent = others.slice(-(most_variants - 1));
    this.keep({ ...kept, answers: { ...Object.fromEntries(recent), [variant]: answers } });
  }

  /** Counts an attempt unless nothing was said that could be marked. */
  add(link: string, marking: Marking): void {
    const said = (outcome: string): boolean => outcome !== "blank" && outcome !== "invalid";
    if (!marking.fields.some((f) => !f.practice && said(f.outcome))) return;
    const kept = this.kept();
    const attempt = { link, marks: marking.marks, out_of: marking.out_of };
    this.keep({ ...kept, attempts: [...kept.attempts, attempt].slice(-most_attempts) });
  }

  count(link: string): number {
    return this.kept().attempts.filter((a) => a.link === link).length;
  }

  /** The most marks reached on the paper's own question. */
  best(): Attempt | null {
    const own = this.kept().attempts.filter((a) => a.link === this.id);
    return own.reduce<Attempt | null>((best, a) => (best && best.marks >= a.marks ? best : a), null);
  }

  private kept(): Kept {
    return this.store.read(`exercise:${this.id}`, isKept, { answers: {}, attempts: [] });
  }

  private keep(record: Kept): void {
    this.store.write(`exercise:${this.id}`, record);
  }
}
