// One of several options.
import type { FieldMark, PartMark } from "../lab.js";
import { h, type Tree } from "../markup.js";
import { inputId, verdict, verdictId } from "../answer_ids.js";
import { capital, partSentence, symbols } from "../verdicts.js";
import { group } from "./group.js";
import type { AnswerKind, Asked } from "./kind.js";
import { type Option, radio, showButton } from "./option.js";
import { asOne, atPart, whole } from "./saying.js";

export interface OneOf extends Asked {
  kind: "one-of";
  options: Option[];
}

/** A numeral stands before its option; an id that is a word only names it in files. */
const numeral = /^[ivx]+$/;

function option(q: OneOf, o: Option): Tree {
  const id = inputId(q.id, o.id);
  const label = numeral.test(o.id) ? `(${o.id}) ${o.text}` : o.text;
  return h(
    "div",
    { class: "option", "data-part": o.id },
    h("div", { class: "choices" }, radio(inputId(q.id), id, o.id, label, verdictId(q.id, o.id)), showButton(o)),
    verdict(q.id, o.id),
  );
}

/** The option that was chosen: the field is read as its name. */
const chosen = (mark: FieldMark): PartMark | undefined =>
  mark.read_as ? mark.parts.find((p) => p.id === mark.read_as) : undefined;

/**
 * Beside the option that was chosen the others have a reason once the right one was found, and no
 * verdict.
 */
export function besideOption(part: PartMark, choice?: PartMark): string {
  if (choice && choice !== part) return capital(part.message);
  return part.contested ? `${symbols[part.outcome]} accepted, if argued. ${capital(part.message)}` : partSentence(part);
}

export const oneOf: AnswerKind<OneOf, string> = {
  markup: (q) => group(q, q.options.map((o) => option(q, o))),
  read: (q, inputs) => inputs.chosen(inputId(q.id)) ?? "",
  fillings: (q, answer) => (typeof answer === "string" ? [[inputId(q.id), answer]] : []),
  counted: asOne,
  said: (q, mark) => {
    const choice = chosen(mark);
    // The reason of the chosen option stands beside it, and once is enough.
    const twice = mark.message !== "" && choice?.message === mark.message;
    const parts = mark.parts.map((part) => ({
      ...atPart(q, part, besideOption(part, choice)),
      lasting: choice !== undefined && choice !== part,
    }));
    return { sayings: twice ? parts : [whole(q, mark), ...parts], reveals: [] };
  },
};
