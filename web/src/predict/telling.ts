// What is said of a curtain in the row of its switch: that it hangs, how a guess came out and why, or
// how it came to be gone.
import type { Question } from "../kinds/all.js";

/** Why nothing is covered, where no guess was made. */
export type Gone = "off" | "shown" | "checked";

const covered_again = "“Guess first” covers it again.";

/** While it hangs, and what lifts it apart from a guess: "Show me" only where the form has such a button. */
export function hangs(form: readonly Question[]): string {
  const shows = form.some((q) => "options" in q && q.options.some(({ show }) => show !== ""));
  return `Covered until you guess. Your first check${shows ? ", or “Show me”," : ""} uncovers it, too.`;
}

export const sayings = {
  off: "Nothing is covered any more, here and in the other labs, until you switch “Guess first” on.",
  shown: `You had this lab uncovered without a guess, and it stays so. ${covered_again}`,
  checked: `Your check has uncovered this lab, and it stays so. ${covered_again}`,
} satisfies Record<Gone, string>;

/** What came of a guess, while the lab shows other numbers than those of which it was made. */
export const atQuestion = (reply: string): string =>
  `At the question’s numbers: ${reply.replace(/^(?:It|You|And)\b/, (word) => word.toLowerCase())}`;

/** In the answer, where a check has uncovered the lab, and once that is covered again. */
export const beside_check = {
  gone: "Your check has uncovered the lab, and it stays so.",
  hung: "The lab is covered again until you guess.",
};
