// What "Show me" has brought into the lab: which statement is to be judged by it and, once the lab has
// settled, what the figure says that leads to the verdict.
import { caption } from "./finding.js";
import type { FigureText } from "./lab.js";

/** "(iii)" and "Dropout." of "(iii) Dropout."; what has no numeral is named by itself where it is short. */
export function statement(option: string): { name: string; text: string } {
  const [, numeral, text] = /^\s*(\([ivx]+\))\s+(.*)$/s.exec(option) ?? [];
  if (numeral !== undefined && text !== undefined) return { name: numeral, text: text.trim() };
  const whole = option.trim();
  return [...whole].length <= 30 ? { name: `“${whole}”`, text: "" } : { name: "this", text: whole };
}

/** `alt` is the figure's words, empty while it moves. */
export function saying(option: string, alt: string): string {
  const { name, text } = statement(option);
  const found = alt === "" ? text : caption(alt);
  return `To judge ${name}${found === "" ? "" : `: ${found}`}`;
}

export class Showing {
  private option: string | null = null;
  private figure: string | undefined;
  private figures: readonly FigureText[] = [];
  private resting = false;

  /** `line` holds the way back to the answer, too; `place` has the text. */
  constructor(private readonly line: HTMLElement, private readonly place: HTMLElement) {}

  /** The lab shows a case by which to judge `option`. */
  begin(option: string): void {
    this.option = option;
    this.figure = undefined;
    this.tell();
  }

  /** `figure` is the one that decides. */
  by(figure: string | undefined): void {
    this.figure = figure;
    this.tell();
  }

  /** The figures' words as they may be read; `resting`: no step is being taken. */
  follow(figures: readonly FigureText[], resting: boolean): void {
    this.figures = figures;
    this.resting = resting;
    this.tell();
  }

  /** Something else is asked of the lab. */
  end(): void {
    this.option = null;
    this.tell();
  }

  private tell(): void {
    const { option, line, place } = this;
    line.hidden = option === null;
    const alt = this.resting ? this.figures.find(({ key }) => key === this.figure)?.alt ?? "" : "";
    const text = option === null ? "" : saying(option, alt);
    if (place.textContent !== text) place.textContent = text;
  }
}
