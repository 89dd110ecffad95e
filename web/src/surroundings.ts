// What the canvas is told of the page around it: the theme, the size of text, and how much of it is in
// view at once. All of it is told again when the window changes.
import type { Canvas } from "./canvas.js";
import * as theme from "./theme.js";
import { hallText } from "./whole_screen.js";

/** The height of the bar that a phone's browser hides. */
const own_bar_px = 120;
/** The least size of the canvas's text, and of the page's text in it. */
const least_text_px = 13;
const text_share = 0.94;
/** The least of a picture that is in view, and what is left free below it. */
const least_fold_px = 320;
const below_px = 16;

/** The parts of the page that decide. */
export interface Parts {
  picture: HTMLElement;
  lab: HTMLElement;
  /** The bar of a phone, and the button of the theme, where the page has them. */
  bar: HTMLElement | null;
  button: HTMLElement | null;
}

export class Surroundings {
  private size: [number, number] = [0, 0];

  /** `whole` says whether the lab has the whole screen. */
  constructor(private readonly canvas: Canvas, private readonly parts: Parts, private readonly whole: () => boolean) {
    parts.button?.addEventListener("click", () => {
      theme.choose(theme.following(theme.current()));
      this.tell();
    });
    theme.onSystemChange(() => this.tell());
    addEventListener("resize", () => this.resized());
  }

  tell(): void {
    this.size = [innerWidth, innerHeight];
    const size = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const text = Math.max(least_text_px, Math.round(size * text_share));
    this.canvas.theme(theme.isDark(), this.whole() ? hallText(innerWidth, innerHeight, text) : text, theme.reducedMotion());
    const { button } = this.parts;
    const name = `Theme: ${theme.current()}`;
    button?.setAttribute("aria-label", name);
    if (button) button.title = name;
    this.measure();
  }

  /** How much of the canvas is in view at once: what is left below the head of the lab. */
  measure(): void {
    const { picture, lab, bar } = this.parts;
    const home = this.whole() ? lab.scrollTop : scrollY;
    const above = parseFloat(picture.style.marginTop) || 0;
    const top = picture.getBoundingClientRect().top + home - above;
    this.canvas.fold(Math.max(least_fold_px, Math.floor(innerHeight - top - (bar?.offsetHeight ?? 0) - below_px)));
  }

  private resized(): void {
    const [width, height] = this.size;
    // A phone's own bar comes and goes while one scrolls, and moves nothing here.
    if (innerWidth === width && Math.abs(innerHeight - height) < own_bar_px && !this.whole()) return;
    this.tell();
  }
}
