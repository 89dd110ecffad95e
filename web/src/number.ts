// Numbers as people write them: four significant digits, a true minus, powers of ten raised.
import type { Value } from "./lab.js";

export const minus = "\u2212";

const raised = new Map([..."-0123456789"].map((c, i) => [c, "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"[i] ?? ""]));

/** No word space, so that the groups of a number stay together. */
const narrow_space = "\u202f";

/** Groups of three from five digits on, as the SI writes them. */
const grouped = (digits: string): string =>
  digits.replace("-", "").length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, narrow_space);

/**
 * What a person would write in an exam, as the engine writes it on axes and in its sentences
 * (src/lab/digits.h): "5.521", "−3", "49 152", "1.2×10⁻⁷". Whole numbers below a thousand million keep
 * all of their digits.
 */
export function rounded(x: number, digits = 4): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? "undefined" : x > 0 ? "∞" : `${minus}∞`;
  const size = Math.abs(x);
  if (Number.isInteger(x) && size < 1e9) return typeset(grouped(String(x + 0)));
  if (size < 1e-4 || size >= 1e7) return typeset(Number(x.toPrecision(digits)).toExponential());
  const short = x.toPrecision(digits);
  return typeset(short.includes("e") ? grouped(String(Math.round(x))) : trimmed(short));
}

/** Without zeros at the end of its decimals. */
const trimmed = (text: string): string =>
  text.includes(".") ? text.replace(/\.?0+$/, "") : grouped(text);

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
  if (mantissa === "1" || mantissa === `${minus}1`) return `${mantissa.slice(0, -1)}10${exponent}`;
  return `${mantissa}×10${exponent}`;
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
