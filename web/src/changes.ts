// In what the answers on the sheet differ from others: those that were marked, or another tab's.
import type { Answers } from "./lab.js";

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether nothing was given: no text, no choice, and no part of several. */
export function isBlank(answer: unknown): boolean {
  if (answer === undefined || answer === null || answer === "") return true;
  return typeof answer === "object" && Object.values(answer).every(isBlank);
}

/** The fields in which answers are others than those that were marked; a field that is missing is blank. */
export function changedSince(marked: Answers, now: Answers): Set<string> {
  const fields = [...new Set([...Object.keys(marked), ...Object.keys(now)])];
  const differ = (a: unknown, b: unknown): boolean => !same(a, b) && !(isBlank(a) && isBlank(b));
  return new Set(fields.filter((field) => differ(marked[field], now[field])));
}
