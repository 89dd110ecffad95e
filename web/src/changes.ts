// In what the answers on the sheet differ from others: those that were marked, or another tab's.
import { kindOf, type Question } from "./kinds/all.js";
import type { Answers } from "./lab.js";

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether nothing was given: no text, no choice, and no part of several. */
export function isBlank(answer: unknown): boolean {
  if (answer === undefined || answer === null || answer === "") return true;
  return typeof answer === "object" && Object.values(answer).every(isBlank);
}

/** The fields that differ, and of each the parts; null where it is judged as one. */
export type Changes = Readonly<Record<string, readonly string[] | null>>;

export const noChanges: Changes = {};

const differ = (a: unknown, b: unknown): boolean => !same(a, b) && !(isBlank(a) && isBlank(b));

/** The keys under which two records differ; what is missing is blank. */
function differing(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): string[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.filter((key) => differ(a[key], b[key]));
}

/** Where answers are others than those that were marked. */
export function changedSince(form: readonly Question[], marked: Answers, now: Answers): Changes {
  const parts = (field: string): string[] | null => {
    const q = form.find(({ id }) => id === field);
    const rests = q && kindOf(q).rests;
    return q && rests ? differing(rests(q, marked[field]), rests(q, now[field])) : null;
  };
  return Object.fromEntries(differing(marked, now).map((field) => [field, parts(field)]));
}

export const isChanged = (changes: Changes): boolean => Object.keys(changes).length > 0;

/** Whether a verdict is one on an answer that no longer stands: on a part, or on the field as a whole. */
export function isOfBefore(changes: Changes, field: string, part?: string): boolean {
  const parts = changes[field];
  return parts !== undefined && (parts === null || part === undefined || parts.includes(part));
}
