// The words quote the running exercise: {{loss.nats}} in text or TeX becomes the value in force, of a
// parameter or readout of the lab or of a fact of the question.
import type { Field, Page, Value } from "./lab.js";
import { h, type Markup } from "./markup.js";
import { line, minus, rounded } from "./number.js";
import { fieldValue } from "./parameters.js";

/** Digits of a quotation that does not ask for more: {{key}} as against {{key:8}}. */
export const usual_digits = 4;

/** Everything that words may quote. A readout hides a parameter of the same key. */
export function quotable(page: Pick<Page, "fields" | "readouts" | "facts" | "variant">): Map<string, Value> {
  const known = new Map<string, Value>([["variant", page.variant]]);
  for (const field of page.fields) known.set(field.key, fieldValue(field));
  for (const readout of page.readouts) known.set(readout.key, readout.value);
  for (const fact of page.facts) known.set(fact.key, fact.value);
  return known;
}

/** What words about the question may quote: its own numbers, and what the lab says at them once it has worked that out. */
export function quotableOfQuestion(page: Pick<Page, "fields" | "readouts" | "facts" | "variant" | "question">): Map<string, Value> {
  const known = quotable(page);
  const asked = page.question;
  if (!asked || asked.moved.length === 0) return known;
  // Until the lab has worked at the question's numbers too, what it says is of other ones.
  if (!asked.readouts) for (const { key } of page.readouts) known.delete(key);
  for (const field of page.fields) {
    const value = asked.values[field.key];
    if (value !== undefined) known.set(field.key, fieldValue({ ...field, value }));
  }
  for (const [key, value] of Object.entries(asked.readouts ?? {})) known.set(key, value);
  for (const fact of page.facts) known.set(fact.key, fact.value);
  return known;
}

/** The value as running text. */
export function spoken(value: Value, digits: number): string {
  return line(value, (x) => rounded(x, digits));
}

/** The value as MathML: a number with its sign, a row in brackets, a matrix. */
export function formula(value: Value, digits: number): Markup[] {
  if (typeof value === "number") return number(value, digits);
  if (!Array.isArray(value)) return [h("mtext", {}, line(value))];
  const rows = value.some(Array.isArray) ? (value as (number | null)[][]) : [value as number[]];
  const cell = (x: number | null): Markup => h("mtd", {}, ...(x === null ? ["?"] : number(x, digits)));
  return [
    h("mo", { fence: "true" }, "["),
    h("mtable", {}, ...rows.map((row) => h("mtr", {}, ...row.map(cell)))),
    h("mo", { fence: "true" }, "]"),
  ];
}

function number(x: number, digits: number): Markup[] {
  const text = rounded(x, digits);
  if (!text.startsWith(minus)) return [h("mn", {}, text)];
  return [h("mrow", {}, h("mo", { form: "prefix" }, minus), h("mn", {}, text.slice(1)))];
}

/** How a changed parameter is named in a sentence: "classes K = 10", "padding p = 3 px". */
export function changedField(field: Field, value = field.value): string {
  const [, name = field.label, unit] = /^(.*) \[(.*)\]$/.exec(field.label) ?? [];
  const held = fieldValue({ ...field, value });
  const text = typeof held === "boolean" ? line(held) : typeof held === "number" ? rounded(held) : value;
  return `${name} = ${text}${unit === undefined ? "" : ` ${unit}`}`;
}
