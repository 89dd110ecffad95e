// The guesses that were made at an exercise, as they are kept: counted, never marked. And the questions
// whose curtain was opened without one.
import { isRecord, isText, type Store } from "../store.js";
import type { Guess } from "./kind.js";

export interface Made {
  /** The link of the question. */
  question: string;
  guess: Guess;
  /** How it was, once the lab had said so. */
  truth: Guess | null;
}

const most = 200;

const isGuess = (x: unknown): x is Guess => Array.isArray(x) && x.every((n) => typeof n === "number");

const isMade = (x: unknown): x is Made =>
  isRecord(x) && isText(x["question"]) && isGuess(x["guess"]) && (x["truth"] === null || isGuess(x["truth"]));

const isList = (x: unknown): x is Made[] => Array.isArray(x) && x.every(isMade);
const isNames = (x: unknown): x is string[] => Array.isArray(x) && x.every(isText);

export class Guesses {
  constructor(private readonly store: Store, private readonly id: string) {}

  of(question: string): Made | null {
    return this.all().find((made) => made.question === question) ?? null;
  }

  /** Keeps a guess in place of an earlier one at the same question. */
  keep(made: Made): void {
    this.store.change(`guesses:${this.id}`, isList, [], (all) =>
      [...all.filter(({ question }) => question !== made.question), made].slice(-most),
    );
  }

  /** Whether a guess was made at another question of the exercise. */
  elsewhere(question: string): boolean {
    return this.all().some((made) => made.question !== question);
  }

  /** The curtain was opened with "Just show me". */
  wasShown(question: string): boolean {
    return this.shown().includes(question);
  }

  show(question: string): void {
    this.store.change(`shown:${this.id}`, isNames, [], (all) =>
      [...all.filter((shown) => shown !== question), question].slice(-most),
    );
  }

  private all(): Made[] {
    return this.store.read(`guesses:${this.id}`, isList, []);
  }

  private shown(): string[] {
    return this.store.read(`shown:${this.id}`, isNames, []);
  }
}
