// Where the parts of an answer form are: the identifiers under which `answers.ts` and `feedback.ts`
// find what the kinds of answers have laid out.
import { h, type Tree } from "./markup.js";

export const inputId = (question: string, part = ""): string =>
  `q-${question}${part === "" ? "" : `-${part.replace(",", "-")}`}`;
export const verdictId = (question: string, part = ""): string => `v${inputId(question, part)}`;

/** Where it is said what a text is read as, before it is marked. */
export const readAsId = (question: string, part = ""): string => `${inputId(question, part)}-read-as`;

/** The points of a free text, and what one of them says. */
export const pointsId = (question: string): string => `${inputId(question)}-points`;
export const pointId = (question: string, point: string): string => `${inputId(question, point)}-says`;

export function verdict(question: string, part = ""): Tree {
  return h("p", { class: "verdict", id: verdictId(question, part), hidden: true });
}
