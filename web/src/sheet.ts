// The answer sheet: the form on the page, what was read of it, and the marking of it.
import { answersOf, blankInputs, fill, pageInputs } from "./answers.js";
import type { Attempts, Cleared, Marked } from "./attempts.js";
import { type Changes, changedSince, isBlank, isChanged, isOfBefore, same } from "./changes.js";
import type { Engine } from "./engine.js";
import * as feedback from "./feedback.js";
import { fitBoxes, listenToBoxes } from "./growing.js";
import type { Question } from "./kinds/all.js";
import { type Box, isBox } from "./kinds/formula_box.js";
import type { Answers, Marking, Page } from "./lab.js";
import { element } from "./markup.js";
import { questions, signature } from "./questions.js";
import { Result } from "./result.js";
import { listenToTiles } from "./tiling.js";

const typing_pause_ms = 250;

/** A marking of the question on the sheet, and what the score line says of it. */
interface Verdicts {
  marked: Marked;
  marking: Marking;
  score: string;
}

const isTyped = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");

export class Sheet {
  /** An answer was marked. */
  onChecked: () => void = () => undefined;
  private form: Question[] = [];
  private shown: string;
  /** The link of the question that stands on the sheet; empty until the engine is there. */
  private question = "";
  private asked = false;
  private without = "";
  private verdicts: Verdicts | null = null;
  /** What had changed when the verdicts were shown last; null where they are to be shown anew. */
  private changed: Changes | null = null;
  private readonly pauses = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly state = by("check-state");
  private readonly undoing = by("undo-clear");
  private readonly result: Result;

  /** `link` is what the page was asked to open: what was marked of it last is said before the engine is there. */
  constructor(
    private readonly sheet: HTMLFormElement,
    private readonly engine: Engine,
    private readonly attempts: Attempts,
    private readonly link: string,
  ) {
    this.shown = sheet.dataset["signature"] ?? "";
    this.result = new Result(attempts);
    this.tellKept(attempts.answers(link));
    sheet.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.check();
    });
    listenToTiles(sheet);
    listenToBoxes(sheet);
    sheet.addEventListener("input", (event) => this.edited(event.target as HTMLElement));
    sheet.addEventListener("focusout", () => this.hear());
    sheet.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing || !isTyped(event.target)) return;
      event.preventDefault();
      by("check").focus({ preventScroll: true });
    });
    by("clear-answers").addEventListener("click", () => this.clear());
    this.undoing.addEventListener("click", () => this.undo());
    attempts.onNews(() => this.hear());
  }

  follow(page: Page): void {
    const first = this.question === "";
    const question = page.question?.link ?? page.link;
    const another = this.question !== question;
    this.question = question;
    if (this.form !== page.form) this.ask(page.form);
    if (first && this.answered()) {
      this.attempts.shown(this.question, answersOf(this.form, blankInputs));
      this.attempts.remember(this.question, this.read());
    }
    if (another) this.refill();
    if (first) this.state.textContent = "";
    if (first && this.asked) void this.check();
  }

  /** Nothing can be marked any longer; `sentence` says so in place of a wait. */
  lost(sentence: string): void {
    this.without = sentence;
    this.state.textContent = sentence;
  }

  async check(): Promise<void> {
    const { question } = this;
    if (this.without !== "") return void (this.state.textContent = this.without);
    if (question === "") {
      this.asked = true;
      this.state.textContent = this.sheet.dataset["waiting"] ?? "";
      return;
    }
    const answers = this.read();
    const marking = await this.engine.mark(answers).catch(() => null);
    if (!marking) {
      this.changed = null;
      return this.result.say("The marking did not come back. Check again.");
    }
    if (question !== this.question) return;
    const score = feedback.score(this.form, marking);
    this.attempts.add(question, answers, marking, score);
    this.onChecked();
    const { marks, out_of } = marking;
    this.present({ marked: { answers, marks, out_of, score }, marking, score });
    this.offerUndo();
    this.result.lead();
    // With nothing left to correct, what is pressed next is meant for the page and not for the field.
    const typing = isTyped(document.activeElement) && this.sheet.contains(document.activeElement);
    if (typing && marks >= out_of && this.changed && !isChanged(this.changed)) this.result.take();
  }

  read(): Answers {
    return answersOf(this.form, pageInputs);
  }

  private clear(): void {
    const stood = this.standing();
    this.empty();
    if (this.question === "") return;
    this.attempts.replace(this.question, { answers: this.read(), marked: null }, stood);
    this.offerUndo();
    this.result.tell(this.question);
  }

  /** What was written since it was cleared can be had back in the same way. */
  private undo(): void {
    const { question } = this;
    const cleared = this.attempts.cleared(question);
    if (!cleared) return;
    const stood = this.standing();
    this.attempts.replace(question, cleared, stood);
    if (!stood) this.attempts.forgetCleared(question);
    this.refill();
    // A button that goes must not take the focus with it.
    if (!stood) by("clear-answers").focus({ preventScroll: true });
  }

  /** The answers on the sheet and their marking; null where nothing is given. */
  private standing(): Cleared | null {
    const answers = this.read();
    return isBlank(answers) ? null : { answers, marked: this.attempts.marked(this.question) };
  }

  private offerUndo(): void {
    this.undoing.hidden = this.attempts.cleared(this.question) === null;
  }

  private empty(): void {
    this.sheet.reset();
    fitBoxes(this.sheet);
    this.verdicts = null;
    feedback.clear();
    this.result.say("");
    for (const said of this.sheet.querySelectorAll(".read-as")) said.textContent = "";
  }

  private answered(within: HTMLElement = this.sheet): boolean {
    const inputs = [...within.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")];
    return inputs.some((i) =>
      i instanceof HTMLInputElement && i.type !== "text" ? i.checked : i.value !== "",
    );
  }

  /** The form of a question replaces the one on the page where they differ. */
  private ask(form: Question[]): void {
    this.form = form;
    const name = signature(form);
    if (name === this.shown) return;
    this.shown = name;
    by("questions").replaceChildren(...questions(form).map(element));
    this.refill();
  }

  private refill(): void {
    this.empty();
    this.offerUndo();
    this.fill(this.attempts.answers(this.question));
    void this.recall();
  }

  private fill(answers: Answers): void {
    fill(this.form, answers);
    fitBoxes(this.sheet);
    this.attempts.shown(this.question, this.read());
    for (const input of this.sheet.querySelectorAll<Box>("[data-understood]")) {
      void this.understand(input);
    }
    for (const folded of this.sheet.querySelectorAll<HTMLDetailsElement>("details.practice")) {
      folded.open ||= this.answered(folded);
    }
  }

  /** The last marking that is kept, with its verdicts, of whichever tab it is. */
  private async recall(): Promise<void> {
    const { question } = this;
    const last = this.attempts.marked(question);
    if (!last || same(last, this.verdicts?.marked)) {
      if (!last && this.verdicts) {
        this.verdicts = null;
        feedback.clear();
        this.result.say("");
      }
      this.result.tell(question);
      return this.settle();
    }
    this.tellKept(this.read());
    const marking = await this.engine.mark(last.answers).catch(() => null);
    if (!marking || question !== this.question || !same(this.attempts.marked(question), last)) return;
    this.present({ marked: last, marking, score: lastTime(last) });
  }

  /** The score of the last marking, before its verdicts are known. */
  private tellKept(answers: Answers | null): void {
    const question = this.question === "" ? this.link : this.question;
    const last = this.attempts.marked(question);
    if (!last) return this.result.tell(question);
    const changed = answers === null || isChanged(changedSince(this.form, last.answers, answers));
    this.result.show(question, lastTime(last), last, changed);
  }

  private present(verdicts: Verdicts): void {
    this.verdicts = verdicts;
    this.changed = null;
    this.settle();
  }

  /** A verdict belongs to the answers that were marked: brings score and verdicts in step with what stands. */
  private settle(): void {
    if (!this.verdicts) return;
    const { marked, marking, score } = this.verdicts;
    const changed = changedSince(this.form, marked.answers, this.read());
    if (this.changed && same(this.changed, changed)) return;
    this.changed = changed;
    for (const [input, pause] of this.pauses) {
      const place = document.getElementById(input);
      if (!isOfBefore(changed, questionOf(place) ?? "", partOf(place))) clearTimeout(pause);
    }
    feedback.show(this.form, marking, changed);
    this.result.show(this.question, score, marked, isChanged(changed));
  }

  /** Another tab has written answers to the same question, or had them marked. */
  private hear(): void {
    if (this.question === "") return;
    const news = this.attempts.news(this.question);
    // What is being typed here stands; in a window behind others nobody types.
    const typing = document.hasFocus() ? questionOf(document.activeElement) : undefined;
    if (typing !== undefined) delete news[typing];
    if (Object.keys(news).length > 0) this.fill(news);
    this.offerUndo();
    void this.recall();
  }

  private edited(target: HTMLElement): void {
    if (this.question === "") this.tellKept(null);
    else this.attempts.remember(this.question, this.read());
    this.settle();
    if (!isBox(target) || target.dataset["understood"] === undefined) return;
    clearTimeout(this.pauses.get(target.id));
    this.pauses.set(target.id, setTimeout(() => void this.understand(target), typing_pause_ms));
  }

  /** Says what a text is read as, before it is marked. */
  private async understand(input: Box): Promise<void> {
    const question = questionOf(input);
    const says = document.getElementById(`${input.id}-read-as`);
    if (question === undefined || !says) return;
    const text = input.value.trim();
    const part = input.dataset["understood"] ?? "";
    const nothing = { valid: true, message: "" };
    const read =
      text === "" ? nothing : await this.engine.understand(question, part, text).catch(() => null);
    if (!read || input.value.trim() !== text) return;
    // The verdict on it says how it was read.
    if (this.verdicts && text !== "" && this.changed && !isOfBefore(this.changed, question, partOf(input))) return;
    says.textContent = read.message;
    says.dataset["valid"] = String(read.valid);
  }
}

const lastTime = ({ score }: Marked): string => `Last time, ${score}`;

const questionOf = (input: Element | null): string | undefined =>
  input?.closest<HTMLElement>("[data-question]")?.dataset["question"];

/** The part of its field that an input with "data-understood" gives; undefined where it gives all of it. */
const partOf = (input: HTMLElement | null): string | undefined => input?.dataset["understood"] || undefined;

function by(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}
