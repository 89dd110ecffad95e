// One of the same choices in each of several rows: a tap for each row, and one more that says so.
import { h } from "../markup.js";
import type { Foretold, PredictionKind } from "./kind.js";

export interface PickEach extends Foretold {
  kind: "each";
  rows: string[];
  choices: string[];
}

const choice = (p: PickEach, i: number | undefined): string => p.choices[i ?? -1] ?? "nothing";

/** "a", "a and b", "a, b and c". */
const listed = (p: PickEach, places: readonly number[]): string => {
  const all = places.map((i) => choice(p, i));
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all[all.length - 1] ?? ""}`;
};

export const pickEach: PredictionKind<PickEach> = {
  inputs: (p) => [
    h(
      "div",
      { class: "rows" },
      ...p.rows.map((row, r) =>
        h(
          "div",
          { class: "row", role: "radiogroup", "aria-label": row },
          h("span", { "aria-hidden": "true" }, row),
          ...p.choices.map((text, i) =>
            h("label", {}, h("input", { type: "radio", name: `guess-${r}`, value: i }), text),
          ),
        ),
      ),
    ),
    h("button", { type: "submit", class: "main" }, "Guess"),
  ],
  read: (p, texts) => {
    const places = texts.map((text) => (text === "" ? NaN : Number(text)));
    const open = p.rows.findIndex((_, i) => !((places[i] ?? NaN) in p.choices));
    return open < 0 ? places : `Pick one for ${p.rows[open] ?? "each"}.`;
  },
  said: (p, guess) => listed(p, guess),
  outcome: (p, guess, truth) => {
    const right = truth.filter((place, i) => guess[i] === place).length;
    if (right === truth.length) return "And so it is.";
    return `${right} of ${truth.length} ${right === 1 ? "is" : "are"} right: it is ${listed(p, truth)}.`;
  },
  drawn: () => null,
};
