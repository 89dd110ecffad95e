// Answers in one line of text, with what it may be and what it is read as.
import { h, type Tree } from "../markup.js";
import { inputId, readAsId, verdict, verdictId } from "../answer_ids.js";
import { capital } from "../verdicts.js";
import type { AnswerKind, Asked } from "./kind.js";
import { formulaBox, plain } from "./formula_box.js";
import { asOne, inSentences } from "./saying.js";
import { tiles } from "./tiles.js";

const shortBox = (attributes: Record<string, string>): Tree =>
  h("input", { type: "text", inputmode: "text", ...plain, ...attributes });

/** The same for a formula, which may be long. */
export const formulaLine = <Q extends Asked & { kind: string; tiles?: string[] }>(
  accepts: (q: Q) => string,
): AnswerKind<Q, string> => line(accepts, formulaBox);

/**
 * The kind whose line takes what `accepts` says, before anybody is marked by it. What the field
 * before has said already is there for who listens, and not printed again.
 */
export function line<Q extends Asked & { kind: string; unit?: string; tiles?: string[] }>(
  accepts: (q: Q) => string,
  box: (attributes: Record<string, string>) => Tree = shortBox,
): AnswerKind<Q, string> {
  return {
    markup: (q, before) => {
      const id = inputId(q.id);
      const hint = `${id}-hint`;
      const input = box({
        id,
        "data-understood": "",
        "aria-describedby": `${hint} ${verdictId(q.id)}`,
      });
      const said = before !== undefined && accepts(before) === accepts(q);
      return h(
        "div",
        { class: `question written ${q.kind}`, "data-question": q.id },
        h("label", { for: id }, capital(q.label)),
        h("div", { class: "entry" }, input, q.unit ? h("span", { class: "unit" }, q.unit) : undefined),
        h("p", { class: "hint-line", id: hint, hidden: said }, accepts(q)),
        h("p", { class: "read-as", id: readAsId(q.id), "aria-live": "polite" }),
        ...tiles(q),
        verdict(q.id),
      );
    },
    read: (q, inputs) => inputs.text(inputId(q.id)).trim(),
    fillings: (q, answer) => (typeof answer === "string" ? [[inputId(q.id), answer]] : []),
    counted: asOne,
    said: inSentences,
  };
}

/** What is said of formulas in these names. */
export const formulas = (names: readonly string[]): string =>
  `A formula in any form. ${named(names)}Write W·x or W x, ⊙ or .* for entry by entry, ᵀ or ' for the transpose, 1[z>0] for an indicator.`;

export const named = (names: readonly string[]): string =>
  names.length > 0 ? `Names: ${inRows(names).join(", ")}. ` : "";

/** Names that differ in their number only, three or more of them, as one: "x1 … x4". */
export function inRows(names: readonly string[]): string[] {
  const family = (name: string): string | undefined => /^(.*\D)[1-9]$/u.exec(name)?.[1];
  const members = (bare: string): string[] => names.filter((n) => family(n) === bare);
  return names.flatMap((name) => {
    const bare = family(name);
    const row = bare === undefined ? [] : members(bare);
    if (row.length < 3) return [name];
    return row[0] === name ? [`${name} … ${row.at(-1)}`] : [];
  });
}
