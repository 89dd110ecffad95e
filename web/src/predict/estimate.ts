// A number, typed.
import { h } from "../markup.js";
import { rounded } from "../number.js";
import { amount, outcome, question, withUnit } from "./amount.js";
import type { Foretold, PredictionKind } from "./kind.js";

export interface Estimate extends Foretold {
  kind: "estimate";
  unit: string;
  low: number;
  high: number;
  whole: boolean;
}

export const estimate: PredictionKind<Estimate> = {
  inputs: (p) => [
    h(
      "p",
      { class: "entry" },
      h("input", {
        type: "text",
        name: "guess",
        inputmode: p.whole ? "numeric" : "decimal",
        autocomplete: "off",
        "aria-label": p.unit === "" ? "Your guess" : `Your guess, in ${p.unit}`,
      }),
      h("span", { "aria-hidden": "true" }, p.unit),
      h("button", { type: "submit", class: "main" }, "Guess"),
    ),
  ],
  read: (p, [text = ""]) => {
    if (text.trim() === "") return p.whole ? "Type your guess, a whole number." : "Type your guess, a number.";
    const asked = question(text, p.unit);
    if (asked !== null) return asked;
    const guess = amount(text, p.unit);
    const within = `from ${rounded(p.low)} to ${rounded(p.high)}`;
    if (guess === null || guess < p.low || guess > p.high) return `Type a number ${within}.`;
    if (p.whole && !Number.isInteger(guess)) return `Type a whole number ${within}.`;
    return [guess];
  },
  said: (p, [x = NaN]) => withUnit(x, p.unit),
  outcome: (p, [x = NaN], [truth = NaN]) => outcome(x, truth, p.unit),
  drawn: () => null,
};
