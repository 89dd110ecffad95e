// The answer sheet: the form on the page, what was read of it, and the marking of it.
import { answersOf, blankInputs, fill, pageInputs } from "./answers.js";
import type { Attempts, Marked } from "./attempts.js";
import type { Engine } from "./engine.js";
import * as feedback from "./feedback.js";
import type { Question } from "./kinds/all.js";
import type { Answers, Marking, Page } from "./lab.js";
import { element } from "./markup.js";
import { questions, signature } from "./questions.js";
import { Result } from "./result.js";
import { listenToTiles } from "./tiling.js";

const typing_pause_ms = 250;

const same = (a: Answers, b: Answers): boolean => JSON.stringify(a) === JSON.stringify(b);

export class Sheet {
  /** An answer was marked. */
  onChecked: () => void = () => undefined;
  private form: Question[] = [];
  private shown: string;
  /** The link of the question that stands on the sheet; empty until the engine is there. */
  private question = "";
  private asked = false;
  private without = "";
  /** What was on the sheet before it was cleared, until something is written again. */
  private cleared: { answers: Answers; marked: Marked | null } | null = null;
  private readonly pauses = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly state = by("check-state");
  private readonly clearing = by("clear-answers");
  private readonly result: Result;

  /** `link` is what the page was asked to open: what was marked of it last is said before the engine is there. */
  constructor(
    private readonly sheet: HTMLFormElement,
    private readonly engine: Engine,
    private readonly attempts: Attempts,
    link: string,
  ) {
    this.shown = sheet.dataset["signature"] ?? "";
    this.result = new Result(attempts);
    this.result.recall(link);
    sheet.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.check();
    });
    listenToTiles(sheet);
    sheet.addEventListener("input", (event) => this.edited(event.target as HTMLElement));
    this.clearing.addEventListener("click", () => (this.cleared ? this.undo() : this.clear()));
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
    if (!marking) return this.result.say("The marking did not come back. Check again.");
    if (question !== this.question) return;
    const score = feedback.score(this.form, marking);
    this.attempts.add(question, answers, marking, score);
    this.onChecked();
    this.present(marking);
    this.result.show(question, score, marking);
    this.result.lead();
  }

  read(): Answers {
    return answersOf(this.form, pageInputs);
  }

  private clear(): void {
    this.cleared = { answers: this.read(), marked: this.attempts.marked(this.question) };
    this.empty();
    this.attempts.remember(this.question, this.read());
    this.attempts.keepMarking(this.question, null);
    this.clearing.textContent = "Undo";
  }

  private undo(): void {
    const cleared = this.cleared;
    if (!cleared) return;
    this.attempts.remember(this.question, cleared.answers);
    if (cleared.marked) this.attempts.keepMarking(this.question, cleared.marked);
    this.refill();
  }

  private empty(): void {
    this.sheet.reset();
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
    this.forgetClearing();
    this.fill(this.attempts.answers(this.question));
    void this.recall();
  }

  private fill(answers: Answers): void {
    fill(this.form, answers);
    this.attempts.shown(this.question, this.read());
    for (const input of this.sheet.querySelectorAll<HTMLInputElement>("[data-understood]")) {
      void this.understand(input);
    }
    for (const folded of this.sheet.querySelectorAll<HTMLDetailsElement>("details.practice")) {
      folded.open ||= this.answered(folded);
    }
  }

  /** The last marking with its verdicts, where the sheet still says what was marked. */
  private async recall(): Promise<void> {
    const { question } = this;
    const last = this.result.recall(question);
    if (!last) return;
    const marking = await this.engine.mark(last.answers).catch(() => null);
    if (!marking || question !== this.question || this.attempts.marked(question) !== last) return;
    if (same(last.answers, this.read())) this.present(marking);
    else this.result.say("", `${last.score} Your answers have changed since.`);
  }

  private present(marking: Marking): void {
    for (const pause of this.pauses.values()) clearTimeout(pause);
    feedback.show(this.form, marking);
  }

  /** Another tab has written answers to the same question. */
  private hear(): void {
    if (this.question === "") return;
    const news = this.attempts.news(this.question);
    const typing = document.activeElement?.closest<HTMLElement>("[data-question]")?.dataset["question"];
    if (typing !== undefined) delete news[typing];
    if (Object.keys(news).length > 0) this.fill(news);
    this.result.tell(this.question);
  }

  private edited(target: HTMLElement): void {
    this.forgetClearing();
    if (this.question !== "") this.attempts.remember(this.question, this.read());
    if (!(target instanceof HTMLInputElement) || target.dataset["understood"] === undefined) return;
    clearTimeout(this.pauses.get(target.id));
    this.pauses.set(target.id, setTimeout(() => void this.understand(target), typing_pause_ms));
  }

  private forgetClearing(): void {
    this.cleared = null;
    this.clearing.textContent = "Clear";
  }

  /** Says what a text is read as, before it is marked. */
  private async understand(input: HTMLInputElement): Promise<void> {
    const question = input.closest<HTMLElement>("[data-question]")?.dataset["question"];
    const says = document.getElementById(`${input.id}-read-as`);
    if (question === undefined || !says) return;
    const text = input.value.trim();
    const part = input.dataset["understood"] ?? "";
    const nothing = { valid: true, message: "" };
    const read =
      text === "" ? nothing : await this.engine.understand(question, part, text).catch(() => null);
    if (!read || input.value.trim() !== text) return;
    says.textContent = read.message;
    says.dataset["valid"] = String(read.valid);
  }
}

function by(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}
