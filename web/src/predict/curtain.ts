// The curtain of an exercise: asks for one guess in front of what would give the answer away, keeps
// it, and then says how it came out. "Just show me" opens it without one; a checked answer, too.
import type { Place } from "../canvas.js";
import type { Page } from "../lab.js";
import { element } from "../markup.js";
import { withUnit } from "./amount.js";
import { kindOf, type Prediction, told } from "./all.js";
import { type Covered, coveredBy, nothingCovered } from "./covered.js";
import { formOf, predictionForm } from "./form.js";
import type { Guesses } from "./guesses.js";
import type { Drawn } from "./kind.js";
import { wireSketch } from "./sketch_pad.js";

/** What the curtain has the canvas do. */
export interface Cloth {
  cover(keys: readonly string[], words: string): void;
  guess(drawn: Drawn | null): void;
}

export interface CurtainHost {
  /** Whether the person wants to be asked at all. */
  wanted(): boolean;
  /** Whether an answer to the question was checked. */
  checked(question: string): boolean;
  /** The curtain has gone up: what it covered is to be shown. */
  lifted(): void;
}

/** A figure further down than this share of the window is not seen on a first visit. */
const in_sight = 0.6;

/** Over a variant's question, after a guess at another. */
const again = "Guess again, with other numbers";

/** The link under which a guess is kept. */
const questionOf = (page: Page): string => page.question?.link ?? page.link;

export class Curtain {
  private page: Page | null = null;
  private form: HTMLFormElement | null = null;
  private asked = "";
  private near = false;
  private cloth = "";
  private places: readonly Place[] = [];
  /** What was pressed before the engine was there; null where nothing. */
  private pressed: HTMLElement | null = null;

  /**
   * `picture` holds the canvas; `line` says how a guess came out. `question` is the link that the page
   * was asked to open: where the build has put its form on the page, that is the one until the engine
   * is there.
   */
  constructor(
    private readonly picture: HTMLElement,
    private readonly line: HTMLElement,
    private readonly guesses: Guesses,
    private readonly canvas: Cloth,
    private readonly host: CurtainHost,
    question: string,
  ) {
    const built = picture.querySelector<HTMLFormElement>("#prediction");
    if (!built) return;
    if (question === built.dataset["question"] && !this.opened(question)) this.adopt(built, built.dataset["form"] ?? "");
    else built.remove();
  }

  /** Brings the curtain up to date, and says what it covers. */
  follow(page: Page): Covered {
    this.page = page;
    const covered = this.closed(page) ? coveredBy(page.prediction) : nothingCovered;
    const cloth = JSON.stringify([[...covered.figures], covered.words]);
    if (cloth !== this.cloth) this.canvas.cover([...covered.figures], covered.words);
    this.cloth = cloth;
    if (page.prediction && covered !== nothingCovered) this.ask(page.prediction);
    else this.close();
    this.settle(page);
    return covered;
  }

  /** The figures stand elsewhere. */
  place(places: readonly Place[]): void {
    this.places = places;
    this.lay();
  }

  /** An answer was checked. */
  checked(): void {
    if (this.form && this.page && !this.closed(this.page)) this.lift();
  }

  private closed(page: Page): boolean {
    const question = questionOf(page);
    // The paper's question and each variant have a curtain; what a person makes of them has none.
    return (
      page.prediction !== null &&
      page.question?.own.length === 0 &&
      !this.opened(question)
    );
  }

  private opened(question: string): boolean {
    const { guesses, host } = this;
    return !host.wanted() || guesses.of(question) !== null || guesses.wasShown(question) || host.checked(question);
  }

  private ask(p: Prediction): void {
    const asked = formOf(p);
    if (!this.form || asked !== this.asked) {
      this.close();
      const form = element(predictionForm(p)) as HTMLFormElement;
      this.picture.prepend(form);
      this.adopt(form, asked);
    }
    const first = this.form?.querySelector(".first");
    if (first && this.page && this.guesses.elsewhere(questionOf(this.page))) first.textContent = again;
    if (p.kind === "sketch" && this.form) wireSketch(this.form, p);
    this.lay();
    const pressed = this.pressed;
    this.pressed = null;
    if (pressed) this.press(pressed);
  }

  private adopt(form: HTMLFormElement, asked: string): void {
    this.form = form;
    this.asked = asked;
    this.near = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.submitter) this.press(event.submitter);
    });
    form.addEventListener("input", () => this.echo());
    form.querySelector<HTMLElement>("[data-just-show]")?.addEventListener("click", (event) => {
      this.press(event.currentTarget as HTMLElement);
    });
  }

  /** Lifts it without a guess, for who has asked to be shown something. */
  showAnyway(): void {
    if (!this.form || !this.page) return;
    this.guesses.show(questionOf(this.page));
    this.lift();
  }

  private press(button: HTMLElement): void {
    const { page } = this;
    if (!page) {
      this.pressed = button;
      this.want("As soon as the lab is here.");
    } else if (button.dataset["justShow"] !== undefined) {
      this.showAnyway();
    } else {
      this.hear(button);
    }
  }

  private want(sentence: string): void {
    const wanted = this.form?.querySelector(".wanted");
    if (wanted) wanted.textContent = sentence;
  }

  private close(): void {
    this.form?.remove();
    this.picture.style.marginTop = "";
    this.form = null;
    this.asked = "";
  }

  private lift(): void {
    const focused = this.form?.contains(document.activeElement) ?? false;
    this.close();
    this.host.lifted();
    if (!focused) return;
    this.line.tabIndex = -1;
    this.line.focus({ preventScroll: true });
  }

  private hear(by: HTMLElement): void {
    const { form, page } = this;
    const p = page?.prediction;
    if (!form || !page || !p) return;
    const texts = by instanceof HTMLButtonElement && by.name === "guess" ? [by.value] : held(form);
    const guess = kindOf(p).read(p, texts);
    if (typeof guess === "string") {
      this.want(guess);
      form.querySelector<HTMLInputElement>("input[name^=guess]")?.focus();
      return;
    }
    this.guesses.keep({ question: questionOf(page), guess, truth: null });
    this.lift();
  }

  /** What a slider stands at, beside it. */
  private echo(): void {
    const inputs = this.form?.querySelectorAll<HTMLInputElement>("input[name=guess]");
    for (const output of this.form?.querySelectorAll<HTMLElement>("[data-follows]") ?? []) {
      const value = Number(inputs?.[Number(output.dataset["follows"])]?.value);
      output.textContent = withUnit(Number(value.toPrecision(3)), output.dataset["unit"] ?? "");
    }
  }

  /** Says how a guess came out as soon as the lab knows, and draws it where the lab is as it was asked. */
  private settle(page: Page): void {
    const p = page.prediction;
    let made = p ? this.guesses.of(questionOf(page)) : null;
    if (p && made && !made.truth && p.truth) {
      made = { ...made, truth: p.truth };
      this.guesses.keep(made);
    }
    const text = p && made ? told(p, made.guess, made.truth) : "";
    if (this.line.textContent !== text) this.line.textContent = text;
    this.line.hidden = text === "";
    this.canvas.guess(p && made && page.question?.moved.length === 0 ? kindOf(p).drawn(p, made.guess) : null);
  }

  /** Over the first covered figure; in front of the picture where that is not in sight. */
  private lay(): void {
    const { form, picture } = this;
    if (!form) return;
    const over = this.places.find((place) => this.page?.prediction?.figures.includes(place.key));
    // A story that stays in view while one scrolls moves down its picture, and the form with it.
    this.near = over !== undefined && (this.near || over.y < in_sight * innerHeight);
    const inside = over ? this.near : !picture.matches(".drawn, :has(.without)");
    form.classList.toggle("over", inside);
    if (inside && form.parentElement !== picture) picture.prepend(form);
    if (!inside && form.parentElement === picture) picture.before(form);
    const { x, y, width, height } = over ?? { x: 0, y: 0, width: picture.clientWidth, height: picture.clientHeight };
    if (inside) put(form, { left: `${x}px`, width: `${width}px`, "min-height": "0" });
    else put(form, { left: "", top: "", width: "", "min-height": "" });
    // A form that is higher than what it covers reaches up, so that it lies on nothing beneath.
    const above = inside && over ? Math.max(0, form.offsetHeight - height) : 0;
    put(picture, { "margin-top": above === 0 ? "" : `${above}px` });
    if (inside) put(form, { top: `${y - above}px`, "min-height": `${height + above}px` });
  }
}

/** What the inputs of a form hold, in their order. Of a row of radio buttons that is one text, "" of none. */
function held(form: HTMLFormElement): string[] {
  const texts = new Map<string, string>();
  for (const input of form.querySelectorAll<HTMLInputElement>("input[name^=guess]")) {
    const radio = input.type === "radio";
    const name = radio ? input.name : String(texts.size);
    const nothing = radio ? !input.checked : unmoved(input);
    if (!radio || input.checked || !texts.has(name)) texts.set(name, nothing ? "" : input.value);
  }
  return [...texts.values()];
}

/** A browser may have brought a slider back to where it was moved before. */
const unmoved = (input: HTMLInputElement): boolean =>
  "wantsHand" in input.dataset && !("moved" in input.dataset) && input.value === input.defaultValue;

function put(element: HTMLElement, style: Record<string, string>): void {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
}
