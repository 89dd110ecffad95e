// The answer sheet: the form on the page, what was read of it, and the marking of it.
import { answersOf, fill, pageInputs } from "./answers.js";
import type { Attempts } from "./attempts.js";
import type { Engine } from "./engine.js";
import * as feedback from "./feedback.js";
import type { Question } from "./kinds/all.js";
import type { Answers, Marking, Page } from "./lab.js";
import { element } from "./markup.js";
import { questions, signature } from "./questions.js";

const typing_pause_ms = 250;

export class Sheet {
  private form: Question[] = [];
  private shown: string;
  private page: Page | null = null;
  private marked: { answers: Answers; text: string; link: string } | null = null;
  private asked = false;
  private readonly pauses = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly score = by("score");
  private readonly state = by("check-state");

  constructor(
    private readonly sheet: HTMLFormElement,
    private readonly engine: Engine,
    private readonly attempts: Attempts,
  ) {
    this.shown = sheet.dataset["signature"] ?? "";
    sheet.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.check();
    });
    sheet.addEventListener("input", (event) => this.edited(event.target as HTMLElement));
  }

  follow(page: Page): void {
    const first = this.page === null;
    const variant = this.page?.variant;
    this.page = page;
    if (this.form !== page.form) this.ask(page.form);
    if (first && this.answered()) this.attempts.remember(page.variant, this.read());
    if (first || variant !== page.variant) this.refill(page.variant);
    if (this.marked && this.marked.link !== linkOf(page)) void this.recheck(linkOf(page));
    if (first) this.state.textContent = "";
    if (first && this.asked) void this.check();
  }

  async check(): Promise<void> {
    const page = this.page;
    if (!page) {
      this.asked = true;
      this.state.textContent = this.sheet.dataset["waiting"] ?? "";
      return;
    }
    const answers = this.read();
    const marking = await this.engine.mark(answers).catch(() => null);
    if (!marking) {
      this.score.textContent = "The marking did not come back. Check again.";
      return;
    }
    this.attempts.add(linkOf(page), marking);
    this.present(answers, marking, linkOf(page));
    const count = this.attempts.count(linkOf(page));
    const nth = count > 1 ? ` Attempt ${count}.` : "";
    this.score.textContent = `${feedback.score(this.form, marking)}${nth}`;
  }

  clear(): void {
    this.sheet.reset();
    this.withdraw("");
    for (const said of this.sheet.querySelectorAll(".read-as")) said.textContent = "";
  }

  read(): Answers {
    return answersOf(this.form, pageInputs);
  }

  private answered(within: HTMLElement = this.sheet): boolean {
    const inputs = [...within.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")];
    return inputs.some((i) =>
      i instanceof HTMLInputElement && i.type !== "text" ? i.checked : i.value !== "",
    );
  }

  /** The form of a variant replaces the one on the page where they differ. */
  private ask(form: Question[]): void {
    this.form = form;
    const name = signature(form);
    if (name === this.shown) return;
    this.shown = name;
    by("questions").replaceChildren(...questions(form).map(element));
    this.refill(this.page?.variant ?? 0);
  }

  private refill(variant: number): void {
    this.clear();
    fill(this.form, this.attempts.answers(variant));
    for (const input of this.sheet.querySelectorAll<HTMLInputElement>("[data-understood]")) {
      void this.understand(input);
    }
    for (const folded of this.sheet.querySelectorAll<HTMLDetailsElement>("details.practice")) {
      folded.open ||= this.answered(folded);
    }
  }

  private present(answers: Answers, marking: Marking, link: string): void {
    this.marked = { answers, text: JSON.stringify(marking), link };
    for (const pause of this.pauses.values()) clearTimeout(pause);
    feedback.show(this.form, marking);
    this.score.dataset["outcome"] = marking.marks >= marking.out_of ? "right" : "partly";
  }

  /** The lab has moved: does the verdict on the page still hold? */
  private async recheck(link: string): Promise<void> {
    const marked = this.marked;
    if (!marked) return;
    marked.link = link;
    const marking = await this.engine.mark(marked.answers).catch(() => null);
    if (!marking || this.marked !== marked || JSON.stringify(marking) === marked.text) return;
    this.withdraw("The question has other numbers than the one that was marked. Check again.");
  }

  private withdraw(message: string): void {
    this.marked = null;
    feedback.clear();
    this.score.textContent = message;
    delete this.score.dataset["outcome"];
  }

  private edited(target: HTMLElement): void {
    if (this.page) this.attempts.remember(this.page.variant, this.read());
    if (!(target instanceof HTMLInputElement) || target.dataset["understood"] === undefined) return;
    clearTimeout(this.pauses.get(target.id));
    this.pauses.set(target.id, setTimeout(() => void this.understand(target), typing_pause_ms));
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

/** The link of what is asked, whatever the lab is set to. */
const linkOf = (page: Page): string => page.question?.link ?? page.link;

function by(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}
