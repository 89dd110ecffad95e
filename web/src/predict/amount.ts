// A number as a person gives one, and as it is said beside the true one.
import { rounded } from "../number.js";

// Groups of three digits by blanks, apostrophes or commas, of these two or more or before a point;
// otherwise one decimal point or comma. num/written_number.h has the whole grammar.
const grouped = /^[-+]?[1-9]\d{0,2}(?:([ '])\d{3}(?:\1\d{3})*(?:[.,]\d+)?|(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/;
const decimal = /^[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[-+]?\d+)?$/i;
const either = /^[-+]?[1-9]\d{0,2},\d{3}$/;

/** The text in plain characters, without its unit. */
function bare(text: string, unit: string): string {
  const plain = text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g, "")
    .replace(/[\u2010-\u2015\u2212\uff0d]/g, "-")
    .replace(/[’′]/g, "'")
    .replace(/\s/g, " ")
    .trim();
  const number = unit !== "" && plain.endsWith(unit) ? plain.slice(0, -unit.length) : plain;
  return number.trim().replace(/^([-+]) /, "$1");
}

/** What is to be asked about "1,000", or "0.99" in per cent, which may be either of two numbers; null of any other text. */
export function question(text: string, unit: string): string | null {
  const number = bare(text, unit);
  if (unit === "%" && !text.includes("%")) {
    const share = amount(text, unit);
    if (share !== null && share > 0 && share < 1) {
      const [plain, percent] = [rounded(share), rounded(100 * share)];
      return `The field counts in per cent. Does ${number} mean ${plain} %, or the share that is ${percent} %? Write it with its sign.`;
    }
  }
  if (!either.test(number)) return null;
  const [whole, point] = [number.replace(",", ""), number.replace(",", ".")];
  return `Does ${number} mean ${whole} or ${point}? Write it without the comma, or with a point.`;
}

/** "4,2", "−3", "12 %" and "1 000" as numbers; null where the text is none, or asks a `question`. */
export function amount(text: string, unit: string): number | null {
  const number = bare(text, unit);
  if (either.test(number)) return null;
  if (grouped.test(number)) {
    const commas = /,\d{3}(?:,|\.)/.test(number);
    return Number(commas ? number.replace(/,/g, "") : number.replace(/[ ']/g, "").replace(",", "."));
  }
  const value = decimal.test(number) ? Number(number.replace(",", ".")) : NaN;
  return Number.isFinite(value) ? value : null;
}

export const withUnit = (x: number, unit: string): string => (unit === "" ? rounded(x) : `${rounded(x)} ${unit}`);

/** Two numbers that people write alike came out alike. */
export function outcome(guess: number, truth: number, unit: string): string {
  if (rounded(guess, 3) === rounded(truth, 3)) return "And so it is.";
  return `It is ${withUnit(truth, unit)}.`;
}
