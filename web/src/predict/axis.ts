// A place on the axis of a plot: a slider, which then stands over the truth as a line.
import { h } from "../markup.js";
import { rounded } from "../number.js";
import { amount, outcome, withUnit } from "./amount.js";
import type { Foretold, PredictionKind } from "./kind.js";

export interface OnAxis extends Foretold {
  kind: "axis";
  figure: string;
  /** Along x: the guess is an upright line. */
  upright: boolean;
  label: string;
  unit: string;
  low: number;
  high: number;
}

const steps = 100;

/** In place of its number, as long as nobody has moved it. */
const not_set = "not set yet";

/** A step that people count in, 1, 2 or 5 times a power of ten: at least so many of it on the axis. */
export function stepOf(low: number, high: number): number {
  const most = (high - low) / steps;
  const decade = 10 ** Math.floor(Math.log10(most));
  return decade * ([5, 2].find((times) => times * decade <= most) ?? 1);
}

export const onAxis: PredictionKind<OnAxis> = {
  inputs: (p) => {
    // Off the middle, where many a truth lies.
    const step = stepOf(p.low, p.high);
    // Without the dust of the product: the browser takes it off the slider's value, which is then
    // not the one that was written, and counts as moved.
    const start = Number((p.low + step * Math.round((p.high - p.low) / 8 / step)).toPrecision(12));
    return [
      h(
        "div",
        { class: "axis" },
        h("output", { "data-follows": 0, "data-unit": p.unit }, not_set),
        h("input", {
          type: "range",
          name: "guess",
          min: p.low,
          max: p.high,
          step,
          value: start,
          "data-wants-hand": true,
          "aria-valuetext": not_set,
          "aria-label": p.unit === "" ? p.label : `${p.label}, in ${p.unit}`,
        }),
        h(
          "p",
          { class: "ends", "aria-hidden": "true" },
          h("span", {}, rounded(p.low)),
          h("span", {}, p.unit === "" ? p.label : `${p.label} [${p.unit}]`),
          h("span", {}, rounded(p.high)),
        ),
      ),
      h("button", { type: "submit", class: "main" }, "Guess"),
    ];
  },
  read: (p, [text = ""]) => {
    const guess = amount(text, "");
    return guess === null ? `Place it between ${rounded(p.low)} and ${rounded(p.high)}.` : [guess];
  },
  said: (p, [x = NaN]) => withUnit(Number(x.toPrecision(3)), p.unit),
  outcome: (p, [x = NaN], [truth = NaN]) => outcome(Number(x.toPrecision(3)), truth, p.unit),
  drawn: (p, [x = NaN]) => ({
    figure: p.figure,
    kind: p.upright ? "upright" : "level",
    words: `your guess ${rounded(x, 3)}`,
    numbers: [x],
  }),
};
