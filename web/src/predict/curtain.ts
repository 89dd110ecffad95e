// The curtain of an exercise: asks for one guess in front of what would give the answer away, keeps
// it, and then says how it came out. "Just show me" opens it without one; a checked answer, too. A
// switch says whether it hangs, and hangs it again.
import type { Place } from "../canvas.js";
import type { Page } from "../lab.js";
import { element } from "../markup.js";
import { withUnit } from "./amount.js";
import { kindOf, type Prediction, told } from "./all.js";
import { type Covered, coveredBy, nothingCovered } from "./covered.js";
import { formOf, predictionForm } from "./form.js";
import type { Guesses, Made } from "./guesses.js";
import type { Drawn } from "./kind.js";
import { wireSketch } from "./sketch_pad.js";
import { placeSwitch } from "./switch_place.js";
import { atQuestion, type Gone, hangs, sayings } from "./telling.js";

/** What the curtain has the canvas do. */
export interface Cloth {
  cover(keys: readonly string[], words: string): void;
  guess(drawn: Drawn | null): void;
}

export interface CurtainHost {
  /** Whether the person wants to be asked at all. */
  wanted(): boolean;
  want(on: boolean): void;
  /** Whether an answer to the question was checked. */
  checked(question: string): boolean;
  /** The curtain has gone up or down: what it covers is to be shown, or no longer. */
  moved(): void;
  /** A guess was made whose truth is to be worked out. */
  seek(): void;
  /** Of a guess that has its reply: the figure that shows why, where a tab hides it; else null. */
  shownBy(figure: Hidden | null): void;
}

/** A figure under a tab. */
export interface Hidden {
  figure: string;
  tab: string;
}

/** A prediction, and the link under which a guess at it is kept. */
interface Asked {
  p: Prediction;
  question: string;
}

/** A figure further down than this share of the window is not seen on a first visit. */
const in_sight = 0.6;
/** Between what is said above the picture and the curtain. */
const gap_px = 6;

/** Over a variant's question, after a guess at another. */
const again = "Guess again, with other numbers";

/** The link under which a guess is kept. */
const questionOf = (page: Page): string => page.question?.link ?? page.link;

export class Curtain {
  private page: Page | null = null;
  private form: HTMLFormElement | null = null;
  private asked = "";
  /** The figure that it hangs over. */
  private chosen: string | undefined;
  private cloth = "";
  private places: readonly Place[] = [];
  /** It was taken away by the switch since the page was opened. */
  private switchedOff = false;
  /** What the build has asked, until the engine is there and asks. */
  private built: Asked | null = null;

  /**
   * `picture` holds the canvas; `line` says how a guess came out, beside the switch `hangs`; a page without
   * curtains has no switch. `question` is the link that the page was asked to open: where the build has put
   * its form on the page, that is the one until the engine is there.
   */
  constructor(
    private readonly picture: HTMLElement,
    private readonly line: HTMLElement,
    private readonly hangs: HTMLInputElement | null,
    private readonly guesses: Guesses,
    private readonly canvas: Cloth,
    private readonly host: CurtainHost,
    question: string,
  ) {
    hangs?.addEventListener("change", () => this.hang(hangs.checked));
    const [label, head] = [hangs?.closest("label"), picture.closest(".lab")?.querySelector(".lab-head")];
    if (label && head) placeSwitch(label, head);
    const built = picture.querySelector<HTMLFormElement>("#prediction");
    if (!built) return;
    if (question === built.dataset["question"] && !this.opened(question)) {
      const asked = built.dataset["form"] ?? "";
      this.built = { p: JSON.parse(asked) as Prediction, question };
      this.adopt(built, asked);
      if (this.built.p.kind === "sketch") wireSketch(built, this.built.p);
    } else {
      built.remove();
      this.tell(question === built.dataset["question"] ? this.toldOfGone(question) : "", false);
    }
  }

  /** Hangs it over this question, or takes it away here and over all others. */
  hang(on: boolean): void {
    this.host.want(on);
    this.switchedOff = !on;
    if (!this.page) return;
    this.guesses.hangAgain(questionOf(this.page), on);
    this.host.moved();
  }

  /** How it has gone from over the question that stands; null where it hangs, or where a guess was made. */
  gone(): Gone | null {
    return this.page && this.hasOne(this.page) && !this.closed(this.page) ? this.goneFrom(questionOf(this.page)) : null;
  }

  /** Brings the curtain up to date, and says what it covers. */
  follow(page: Page): Covered {
    this.page = page;
    this.built = null;
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
    if (!this.form || !this.page) return;
    this.guesses.hangAgain(questionOf(this.page), false);
    if (!this.closed(this.page)) this.lift();
  }

  private closed(page: Page): boolean {
    return this.hasOne(page) && !this.opened(questionOf(page));
  }

  /** The paper's question and each variant have a curtain; what a person makes of them has none. */
  private hasOne(page: Page): boolean {
    return page.prediction !== null && page.question?.own.length === 0;
  }

  private opened(question: string): boolean {
    const { guesses, host } = this;
    if (!host.wanted()) return true;
    return !guesses.isHungAgain(question) && (guesses.of(question) !== null || this.goneFrom(question) !== null);
  }

  private goneFrom(question: string): Gone | null {
    const { guesses, host } = this;
    if (guesses.of(question)) return null;
    if (!host.wanted()) return "off";
    return guesses.wasShown(question) ? "shown" : host.checked(question) ? "checked" : null;
  }

  private toldOfGone(question: string): string {
    const gone = this.goneFrom(question);
    // Who does without is told once, and not at each visit.
    return gone === null || (gone === "off" && !this.switchedOff) ? "" : sayings[gone];
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
  }

  private adopt(form: HTMLFormElement, asked: string): void {
    this.form = form;
    this.asked = asked;
    this.chosen = undefined;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.submitter) this.press(event.submitter);
    });
    for (const event of ["input", "click"]) form.addEventListener(event, ({ target }) => this.echo(target));
    // What was moved before the page could listen, or brought back by the browser.
    for (const input of form.querySelectorAll<HTMLInputElement>("[data-wants-hand]")) {
      if (!unmoved(input)) this.echo(input);
    }
    form.querySelector<HTMLElement>("[data-just-show]")?.addEventListener("click", (event) => {
      this.press(event.currentTarget as HTMLElement);
    });
  }

  /** Lifts it without a guess, for who has asked to be shown something. */
  showAnyway(): void {
    const now = this.now();
    if (!this.form || !now) return;
    this.guesses.show(now.question);
    this.guesses.hangAgain(now.question, false);
    this.lift(sayings.shown);
  }

  private press(button: HTMLElement): void {
    if (button.dataset["justShow"] !== undefined) this.showAnyway();
    else this.hear(button);
  }

  /** What is asked, by the engine or, until that is there, by the build: a guess waits for neither. */
  private now(): Asked | null {
    const p = this.page?.prediction;
    return this.page && p ? { p, question: questionOf(this.page) } : this.built;
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

  /** `meanwhile` is said until the engine is there. */
  private lift(meanwhile = ""): void {
    const focused = this.form?.contains(document.activeElement) ?? false;
    this.close();
    if (this.page) this.host.moved();
    else this.tell(meanwhile, false);
    if (!focused) return;
    this.line.tabIndex = -1;
    this.line.focus({ preventScroll: true });
  }

  private hear(by: HTMLElement): void {
    const { form } = this;
    const now = this.now();
    if (!form || !now) return;
    const { p, question } = now;
    const texts = by instanceof HTMLButtonElement && by.name === "guess" ? [by.value] : held(form);
    const guess = kindOf(p).read(p, texts);
    if (typeof guess === "string") {
      this.want(guess);
      form.querySelector<HTMLInputElement>("input[name^=guess]")?.focus();
      return;
    }
    this.guesses.keep({ question, guess, truth: null });
    this.guesses.hangAgain(question, false);
    this.lift(told(p, guess, null, "", true));
  }

  /** What a slider stands at, beside it, once a hand has been on it: a tap where it stands is one, too. */
  private echo(by: EventTarget | null): void {
    if (!(by instanceof HTMLInputElement) || by.type !== "range") return;
    by.dataset["moved"] = "";
    by.removeAttribute("aria-valuetext");
    const inputs = this.form?.querySelectorAll<HTMLInputElement>("input[name=guess]");
    for (const output of this.form?.querySelectorAll<HTMLElement>("[data-follows]") ?? []) {
      const value = Number(inputs?.[Number(output.dataset["follows"])]?.value);
      output.textContent = withUnit(Number(value.toPrecision(3)), output.dataset["unit"] ?? "");
    }
  }

  /** Says how a guess came out as soon as the lab knows, and draws it where the lab is as it was asked. */
  private settle(page: Page): void {
    const p = page.prediction;
    const question = questionOf(page);
    const closed = this.closed(page);
    let made = p && !closed ? this.guesses.of(question) : null;
    if (p?.truth && made && (!made.truth || made.why !== p.why)) {
      made = { ...made, truth: made.truth ?? p.truth, why: p.why };
      this.guesses.keep(made);
    }
    if (made && !made.truth && page.question?.sought === false) this.host.seek();
    const gone = this.hasOne(page) ? this.toldOfGone(question) : "";
    this.tell(closed ? hangs(page.form) : p && made ? this.reply(page, p, made) : gone, closed);
    if (this.hangs) this.hangs.disabled = !this.hasOne(page);
    const [figure] = p?.figures ?? [];
    this.host.shownBy(figure !== undefined && p && p.tab !== "" && made?.truth ? { figure, tab: p.tab } : null);
    this.canvas.guess(p && made && page.question?.moved.length === 0 ? kindOf(p).drawn(p, made.guess) : null);
  }

  /** What is said of a guess; where the lab has other numbers, it speaks of what is not on the screen. */
  private reply(page: Page, p: Prediction, made: Made): string {
    const runs = page.done < page.total || page.question?.sought === true;
    const text = told(p, made.guess, made.truth, made.why, runs);
    return (page.question?.moved.length ?? 0) > 0 ? atQuestion(text) : text;
  }

  private tell(text: string, closed: boolean): void {
    const { line, hangs } = this;
    if (line.textContent !== text) line.textContent = text;
    line.hidden = text === "";
    if (hangs) hangs.checked = closed;
  }

  /** Over the first covered figure that is in sight, else over the story; in front of a picture without any. */
  private lay(): void {
    const { form, picture } = this;
    if (!form) return;
    const over = this.under();
    const inside = over !== undefined || !picture.matches(".drawn, :has(.without)");
    form.classList.toggle("over", inside);
    if (inside && form.parentElement !== picture) picture.prepend(form);
    if (!inside && form.parentElement === picture) picture.before(form);
    const { x, y, width, height } = over ?? { x: 0, y: 0, width: picture.clientWidth, height: picture.clientHeight };
    if (inside) put(form, { left: `${x}px`, width: `${width}px`, "min-height": "0" });
    else put(form, { left: "", top: "", width: "", "min-height": "" });
    // It takes the lines in which the reply will stand, too. A form that is higher than all of this reaches
    // further up, so that it lies on nothing beneath.
    const free = inside && over ? this.free() : 0;
    const above = inside && over ? Math.max(0, Math.floor(form.offsetHeight - height - free)) : 0;
    put(picture, { "margin-top": above === 0 ? "" : `${above}px` });
    if (inside) put(form, { top: `${y - above - free}px`, "min-height": `${height + above + free}px` });
  }

  /** What it hangs over, which stays the same for as long as it hangs. */
  private under(): Place | undefined {
    const { places } = this;
    const chosen = places.find(({ key }) => key === this.chosen)
      ?? places.find(({ key, y }) => this.page?.prediction?.figures.includes(key) && y < in_sight * innerHeight)
      ?? places[0];
    this.chosen = chosen?.key;
    return chosen && this.page?.prediction?.figures.includes(chosen.key) ? chosen : chosen && row(chosen, places);
  }

  /** The height of the free lines above the picture. */
  private free(): number {
    const above = this.picture.getBoundingClientRect().top - (parseFloat(this.picture.style.marginTop) || 0);
    const said = this.line.parentElement?.getBoundingClientRect();
    return said && said.height > 0 ? Math.max(0, Math.floor(above - said.bottom - gap_px)) : 0;
  }
}

/** The room of all figures that stand beside this one. */
function row(place: Place, places: readonly Place[]): Place {
  const beside = places.filter(({ y }) => y === place.y);
  const right = Math.max(...beside.map(({ x, width }) => x + width));
  return { ...place, width: right - place.x, height: Math.max(...beside.map(({ height }) => height)) };
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

const unmoved = (input: HTMLInputElement): boolean =>
  "wantsHand" in input.dataset && !("moved" in input.dataset) && input.value === input.defaultValue;

function put(element: HTMLElement, style: Record<string, string>): void {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
}
