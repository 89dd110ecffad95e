// A number as a person gives one, and as it is said beside the true one.
import { rounded } from "../number.js";

/** "4,2", "−3" and "12 %" as numbers; null where the text is none. */
export function amount(text: string, unit: string): number | null {
  const bare = text.trim().replace("−", "-").replace(/\s+/g, "");
  const digits = unit !== "" && bare.endsWith(unit) ? bare.slice(0, -unit.length) : bare;
  const number = /^[-+]?(\d+([.,]\d*)?|[.,]\d+)$/.test(digits) ? Number(digits.replace(",", ".")) : NaN;
  return Number.isFinite(number) ? number : null;
}

export const withUnit = (x: number, unit: string): string => (unit === "" ? rounded(x) : `${rounded(x)} ${unit}`);

/** Two numbers that people write alike came out alike. */
export function outcome(guess: number, truth: number, unit: string): string {
  if (rounded(guess, 3) === rounded(truth, 3)) return "And so it is.";
  return `It is ${withUnit(truth, unit)}.`;
}
