// The live numbers in the words, and what is said of the question that is being asked.
import { holds, toldBy } from "./condition.js";
import type { Field, Page, Value } from "./lab.js";
import { nodes } from "./markup.js";
import { changedField, formula, quotable, quotableOfQuestion, spoken, usual_digits } from "./quote.js";

/**
 * Every quotation on the page brought up to date, and the parts that stand for this question shown alone.
 * What stands in `lab` quotes the lab, everything else the question. A quotation of a key that is not
 * known yet stays as it is, or is a gap where it was of another question.
 */
export function update(page: Page, lab: HTMLElement): void {
  const facts = toldBy(page);
  for (const part of document.querySelectorAll<HTMLElement>("[data-when]")) {
    part.hidden = !holds(part.dataset["when"] ?? "", facts);
  }
  const [seen, asked] = [quotable(page), quotableOfQuestion(page)];
  seen.set("steps.done", page.done).set("steps.total", page.total);
  const question = page.question?.link ?? "";
  for (const place of document.querySelectorAll<HTMLElement>("[data-quote]")) {
    const known = lab.contains(place) ? seen : asked;
    const value = known.get(place.dataset["quote"] ?? "");
    if (value !== undefined) quote(place, value);
    else if (place.dataset["of"] !== question && seen.has(place.dataset["quote"] ?? "")) quote(place, "…");
    else continue;
    place.dataset["of"] = question;
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

/** "Variant 3", "Your own question: classes K = 10"; empty where the question is the paper's. */
export function difference(page: Page): string {
  if (!page.question) return ownLab(page);
  const variant = page.variant === 0 ? "" : `Variant ${page.variant}`;
  const { own, values } = page.question;
  if (own.length === 0) return variant;
  const list = listed(page, own, (field) => values[field.key] ?? field.value);
  return variant === "" ? `Your own question: ${list}` : `${variant} with numbers of your own: ${list}`;
}

/** A lab that stands alone, and how it differs from what it began with. */
function ownLab(page: Page): string {
  // What is pointed at and how far the lab has run is no other lab.
  const free = page.fields.filter((f) => f.offer === "control" || f.offer === "extra" || f.offer === "played");
  const keys = free.filter((f) => f.value !== f.initial).map((f) => f.key);
  return keys.length === 0 ? "" : `Set by you: ${listed(page, keys, (field) => field.value)}`;
}

/** "classes K = 10, σ = 0.5": the numbers of the lab that are not the question's. */
export const apart = (page: Page): string =>
  listed(page, page.question?.moved ?? [], (field) => field.value);

/** "σ = 0.1": the numbers of the pinned run that are not the lab's. */
export function pinnedValues(page: Page): string {
  const values = page.pinned?.values ?? {};
  return listed(page, Object.keys(values), (field) => values[field.key] ?? field.value);
}

const most_named = 4;

function listed(page: Page, keys: readonly string[], value: (field: Field) => string): string {
  const fields = page.fields.filter((field) => keys.includes(field.key));
  const names = fields.slice(0, most_named).map((field) => changedField(field, value(field)));
  const more = keys.length > most_named ? ` and ${keys.length - most_named} more` : "";
  return `${names.join(", ")}${more}`;
}
