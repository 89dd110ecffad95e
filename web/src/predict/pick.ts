// One of several choices: one tap.
import { h } from "../markup.js";
import type { Foretold, PredictionKind } from "./kind.js";

export interface Pick extends Foretold {
  kind: "pick";
  choices: string[];
}

const quoted = (p: Pick, i: number | undefined): string => `“${p.choices[i ?? -1] ?? "nothing"}”`;

export const pick: PredictionKind<Pick> = {
  inputs: (p) => [
    h(
      "div",
      { class: "choices" },
      ...p.choices.map((text, i) => h("button", { type: "submit", name: "guess", value: i }, text)),
    ),
  ],
  read: (p, [text = ""]) => {
    const i = Number(text);
    return text !== "" && i in p.choices ? [i] : "Pick one of them.";
  },
  said: (p, [i]) => quoted(p, i),
  outcome: (p, [i], [right]) => (i === right ? "And so it is." : `It is ${quoted(p, right)}.`),
  drawn: () => null,
};
