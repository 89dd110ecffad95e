// Numbers as people write them: four significant digits, a true minus, powers of ten spelled out.
import type { Value } from "./lab.js";

export const minus = "\u2212";

const raised = new Map([..."-0123456789"].map((c, i) => [c, "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"[i] ?? ""]));

/**
 * What a person would write in an exam: "5.521", "−3", "1.2 × 10⁻⁷". Whole numbers stay whole, and
 * what was rounded shows it: 0.99999 is "1.000".
 */
export function rounded(x: number, digits = 4): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? "undefined" : x > 0 ? "∞" : `${minus}∞`;
  if (Number.isInteger(x) && Math.abs(x) < 1e15) return typeset(String(x));
  const size = Math.abs(x);
  const short = Number(x.toPrecision(digits)) === x ? String(x) : x.toPrecision(digits);
  const powers = size < 1e-4 || size >= 1e15 || short.includes("e");
  return typeset(powers ? Number(short).toExponential() : short);
}

/** Every digit, so that the text reads back as exactly this number. */
export function exact(x: number): string {
  return Number.isFinite(x) ? String(x) : rounded(x);
}

/** A JavaScript or link spelling of a number with its signs and powers set as a person sets them. */
export function typeset(text: string): string {
  const [digits = "", power] = text.split(/e\+?/i);
  const mantissa = digits.replace(/^-/, minus);
  if (power === undefined) return mantissa;
  const exponent = [...power].map((c) => raised.get(c) ?? c).join("");
  return mantissa === "1" ? `10${exponent}` : `${mantissa} × 10${exponent}`;
}

/** A readout as one line of text. `digits` is `rounded` for people and `exact` for copying. */
export function line(value: Value, digits: (x: number) => string = (x) => rounded(x)): string {
  if (value === null) return "undefined";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (typeof value === "number") return digits(value);
  return value
    .map((row) => (Array.isArray(row) ? row.map((x) => line(x, digits)).join(", ") : digits(row)))
    .join(value.some(Array.isArray) ? "; " : ", ");
}

/** Marks or per cent: at most two decimals, none where they say nothing. */
export function marks(x: number): string {
  return String(Number(x.toFixed(2)));
}
