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

const steps = 120;

export const onAxis: PredictionKind<OnAxis> = {
  inputs: (p) => {
    // Off the middle, where many a truth lies: to leave it is no guess.
    const start = p.low + (p.high - p.low) / 8;
    return [
      h(
        "div",
        { class: "axis" },
        h("output", { "data-follows": 0, "data-unit": p.unit }, withUnit(start, p.unit)),
        h("input", {
          type: "range",
          name: "guess",
          min: p.low,
          max: p.high,
          step: (p.high - p.low) / steps,
          value: start,
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
