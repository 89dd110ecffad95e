// Parts of the words that stand for some questions only: <p data-when="right=recall|f1 !paper">.
//
// Beside the facts of the question there is the flag "settled": the lab has taken all its steps.
//
// A condition has terms with blanks between them, and all must hold. A term is a flag, "paper" or
// "!paper", or a word with what it may be, "right=recall|f1" or "right!=recall".
import type { Fact, Page } from "./lab.js";

interface Term {
  key: string;
  not: boolean;
  /** Null for a flag. */
  values: string[] | null;
}

function terms(condition: string): Term[] {
  return condition
    .trim()
    .split(/\s+/)
    .map((text) => {
      const [, mark = "", key = "", sign, values = ""] = /^(!?)([^!=]*)(?:(!?=)(.*))?$/.exec(text) ?? [];
      return { key, not: mark === "!" || sign === "!=", values: sign === undefined ? null : values.split("|") };
    });
}

/** The facts of the question, and how far the lab is. */
export function toldBy(page: Pick<Page, "facts" | "done" | "total">): Fact[] {
  return [...page.facts, { key: "settled", value: page.done >= page.total }];
}

/** Whether a part with this condition stands where these are the facts. */
export function holds(condition: string, facts: readonly Fact[]): boolean {
  return terms(condition).every(({ key, not, values }) => {
    const value = facts.find((fact) => fact.key === key)?.value;
    return (values === null ? value === true : values.includes(String(value))) !== not;
  });
}

/** What is wrong with a condition, in words: a fact or a value that there is not. Empty where it is sound. */
export function unsound(condition: string, facts: readonly Fact[]): string {
  for (const { key, values } of terms(condition)) {
    const fact = facts.find((known) => known.key === key);
    if (!fact) return `there is no fact “${key}”; there are ${facts.map((f) => f.key).join(", ") || "none"}`;
    if (values === null) {
      if (typeof fact.value !== "boolean") return `“${key}” is no flag`;
      continue;
    }
    const known = fact.values ?? [];
    const strange = values.find((value) => !known.includes(value));
    if (strange !== undefined) return `“${key}” is never “${strange}”, only ${known.join(", ") || "quoted"}`;
  }
  return "";
}
