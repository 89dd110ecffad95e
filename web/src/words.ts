// The live numbers in the words, and what is said of the question that is being asked.
import type { Page, Value } from "./lab.js";
import { nodes } from "./markup.js";
import { changedField, formula, quotable, spoken } from "./quote.js";

/** Every quotation on the page brought up to date. One of an unknown key stays as it is. */
export function update(page: Page): void {
  const known = quotable(page);
  for (const place of document.querySelectorAll<HTMLElement>("[data-quote]")) {
    const value = known.get(place.dataset["quote"] ?? "");
    if (value !== undefined) quote(place, value);
  }
}

function quote(place: HTMLElement, value: Value): void {
  const stamp = JSON.stringify(value);
  if (place.dataset["stamp"] === stamp) return;
  place.dataset["stamp"] = stamp;
  if (place.localName === "mrow") place.replaceChildren(...nodes(formula(value)));
  else place.textContent = spoken(value);
}

/** "Variant 3 with classes = 10": how the question differs from the paper's; empty where it does not. */
export function difference(page: Page): string {
  const changed = page.fields.filter((f) => f.value !== f.initial && f.offer !== "picked");
  const names = changed.slice(0, 4).map(changedField);
  const more = changed.length > 4 ? ` and ${changed.length - 4} more` : "";
  const variant = page.variant === 0 ? "" : `Variant ${page.variant}`;
  if (names.length === 0) return variant;
  const list = `${names.join(", ")}${more}`;
  return variant === "" ? `Set by you: ${list}` : `${variant}, and set by you: ${list}`;
}
