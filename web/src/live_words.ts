// The live numbers in the words, and what is said of the question that is being asked.
import { holds } from "./condition.js";
import type { Page, Value } from "./lab.js";
import { nodes } from "./markup.js";
import { changedField, formula, quotable, quotableOfQuestion, spoken, usual_digits } from "./quote.js";

/**
 * Every quotation on the page brought up to date, and the parts that stand for this question shown alone.
 * A quotation of an unknown key stays as it is.
 */
export function update(page: Page): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-when]")) {
    part.hidden = !holds(part.dataset["when"] ?? "", page.facts);
  }
  // Beside the lab one reads of the lab, everywhere else of what is asked.
  const ofLab = quotable(page);
  const ofQuestion = quotableOfQuestion(page);
  for (const place of document.querySelectorAll<HTMLElement>("[data-quote]")) {
    const known = place.closest("#lab") ? ofLab : ofQuestion;
    const value = known.get(place.dataset["quote"] ?? "");
    if (value !== undefined) quote(place, value);
  }
}

function quote(place: HTMLElement, value: Value): void {
  const stamp = JSON.stringify(value);
  if (place.dataset["stamp"] === stamp) return;
  place.dataset["stamp"] = stamp;
  const digits = Number(place.dataset["digits"] ?? usual_digits);
  if (place.localName === "mrow") place.replaceChildren(...nodes(formula(value, digits)));
  else place.textContent = spoken(value, digits);
}

/** How the question differs from the paper's: "Variant 3"; empty where it does not. */
export function difference(page: Page): string {
  const own = page.question?.own ?? [];
  const fields = page.fields.filter((field) => own.includes(field.key));
  const names = fields.slice(0, 4).map((field) => changedField(field, page.question?.values[field.key]));
  const more = own.length > 4 ? ` and ${own.length - 4} more` : "";
  const variant = page.variant === 0 ? "" : `Variant ${page.variant}`;
  if (names.length === 0) return variant;
  const list = `${names.join(", ")}${more}`;
  return variant === "" ? `Set by you: ${list}` : `${variant}, and set by you: ${list}`;
}
