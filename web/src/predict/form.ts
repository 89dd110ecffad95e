// The form of a prediction, for the build and the page alike.
import { h, type Tree } from "../markup.js";
import { kindOf, type Prediction } from "./all.js";

export function predictionForm(p: Prediction): Tree {
  return h(
    "form",
    { id: "prediction", class: `prediction live over ${p.kind}`, "aria-labelledby": "prediction-ask", novalidate: true },
    h("p", { class: "first" }, "Guess first, then the lab opens"),
    h("p", { id: "prediction-ask", class: "ask" }, p.ask.replaceAll(" = ", "\u00a0=\u00a0")),
    ...kindOf(p).inputs(p),
    h("p", { class: "wanted", role: "status" }),
    h("p", { class: "skip-it" }, h("button", { type: "button", class: "quiet", "data-just-show": true }, "Just show me")),
  );
}

/** What of a prediction its form depends on. */
export const formOf = (p: Prediction): string =>
  JSON.stringify({ ...p, figures: [], readouts: [], truth: null, why: "" });
