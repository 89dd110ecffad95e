// The guesses that were made at an exercise, as they are kept: counted, never marked. And the questions
// whose curtain was opened without one, or hung again.
import { isRecord, isText, type Store } from "../store.js";
import type { Guess } from "./kind.js";

export interface Made {
  /** The link of the question. */
  question: string;
  guess: Guess;
  /** How it was, once the lab had said so. */
  truth: Guess | null;
  /** Why it was so; missing until the lab has said it. */
  why?: string;
}

const most = 200;

const isGuess = (x: unknown): x is Guess => Array.isArray(x) && x.every((n) => typeof n === "number");

const isMade = (x: unknown): x is Made =>
  isRecord(x) &&
  isText(x["question"]) &&
  isGuess(x["guess"]) &&
  (x["truth"] === null || isGuess(x["truth"])) &&
  (x["why"] === undefined || isText(x["why"]));

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

  /** The curtain was opened without a guess. */
  wasShown(question: string): boolean {
    return this.isListed("shown", question);
  }

  show(question: string): void {
    this.list("shown", question, true);
  }

  /** The curtain had gone and was hung again, until it goes once more. */
  isHungAgain(question: string): boolean {
    return this.isListed("again", question);
  }

  hangAgain(question: string, hung: boolean): void {
    if (hung !== this.isHungAgain(question)) this.list("again", question, hung);
  }

  private all(): Made[] {
    return this.store.read(`guesses:${this.id}`, isList, []);
  }

  private isListed(name: string, question: string): boolean {
    return this.store.read(`${name}:${this.id}`, isNames, []).includes(question);
  }

  private list(name: string, question: string, on: boolean): void {
    this.store.change(`${name}:${this.id}`, isNames, [], (all) => {
      const others = all.filter((one) => one !== question);
      return on ? [...others, question].slice(-most) : others;
    });
  }
}
