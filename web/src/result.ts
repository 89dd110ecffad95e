// What the marking came to, above the verdicts: the score, the way on, and the attempts so far.
import type { Attempts } from "./attempts.js";
import { marks } from "./number.js";

interface Marks {
  marks: number;
  out_of: number;
}

export class Result {
  private readonly root = by("result");
  private readonly score = by("score");
  private readonly next = by("next-part");
  private readonly check = by("check");
  private readonly attempted = by("attempts-said");
  /** In the bar, which is in view wherever one is: "4.17 of " before the marks that there are. */
  private readonly reached = by("reached");

  constructor(private readonly attempts: Attempts) {}

  /** With `changed`, the answers are no longer those that were marked, and it leads nowhere. */
  show(question: string, score: string, { marks: reached, out_of }: Marks, changed: boolean): void {
    const whole = reached >= out_of;
    if (changed) this.say("", `${score} Your answers have changed since.`);
    else this.say(whole ? "right" : "partly", score);
    this.reached.textContent = `${marks(reached)} of `;
    this.next.hidden = !whole || changed;
    this.check.classList.toggle("main", !whole || changed);
    this.tell(question);
  }

  /** The focus comes here where there is nothing left to type. */
  take(): void {
    this.score.tabIndex = -1;
    this.score.focus({ preventScroll: true });
  }

  /** In place of a score, with an `outcome` only where there is one. */
  say(outcome: string, text = outcome): void {
    this.score.textContent = text;
    this.reached.textContent = "";
    if (text === outcome || outcome === "") delete this.score.dataset["outcome"];
    else this.score.dataset["outcome"] = outcome;
    this.next.hidden = true;
    this.check.classList.add("main");
  }

  /** "2 attempts at this question; best 10 of 10." */
  tell(question: string): void {
    const count = this.attempts.count(question);
    const best = this.attempts.best(question);
    this.attempted.textContent = !best
      ? ""
      : `${count} ${count === 1 ? "attempt" : "attempts"} at this question; best ${marks(best.marks)} of ${marks(best.out_of)}.`;
  }

  /** Brings the score into view, with the verdicts below it. */
  lead(): void {
    // The score itself sticks to what is in view, so it is the sheet's beginning that tells.
    const sheet = this.root.closest("form") ?? this.root;
    const above = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("scroll-padding-top")) || 0;
    if (sheet.getBoundingClientRect().top < above / 2) sheet.scrollIntoView({ block: "start" });
  }
}

function by(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}
