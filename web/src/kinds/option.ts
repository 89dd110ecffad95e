// The options of a choice.
import { h, type Tree } from "../markup.js";

export interface Option {
  id: string;
  text: string;
  /** A link's pairs that set the lab to the case that decides it; may be empty. */
  show: string;
}

export function radio(name: string, id: string, value: string, label: string, described: string): Tree {
  return h(
    "label",
    { class: "choice", for: id },
    h("input", { type: "radio", name, id, value, "aria-describedby": described }),
    h("span", {}, label),
  );
}

export function showButton(o: Option): Tree | undefined {
  if (!o.show) return undefined;
  const name = `Show me in the lab: ${o.text}`;
  const attributes = { type: "button", class: "quiet show live", "data-show": o.show, "aria-label": name };
  return h("button", attributes, "Show me");
}
