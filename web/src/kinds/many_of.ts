// True or false, or yes and no to a question, for each of several options.
import { h, type Tree } from "../markup.js";
import { inputId, verdict, verdictId } from "../answer_ids.js";
import { isRecord } from "../store.js";
import { group } from "./group.js";
import type { AnswerKind, Asked } from "./kind.js";
import { type Option, radio, showButton } from "./option.js";
import { byPart, inSentences } from "./saying.js";

export interface ManyOf extends Asked {
  kind: "many-of";
  options: Option[];
}

/** What the two verdicts are called. */
const verdicts = (label: string): [string, string] => (/^true or false/i.test(label) ? ["true", "false"] : ["yes", "no"]);

function option(q: ManyOf, o: Option): Tree {
  const [yes, no] = verdicts(q.label);
  const name = inputId(q.id, o.id);
  const described = verdictId(q.id, o.id);
  return h(
    "fieldset",
    { class: "option", "data-part": o.id },
    h("legend", {}, h("span", { class: "ordinal" }, `(${o.id})`), ` ${o.text}`),
    h(
      "div",
      { class: "choices" },
      radio(name, `${name}-true`, "true", yes, described),
      radio(name, `${name}-false`, "false", no, described),
      showButton(o),
    ),
    verdict(q.id, o.id),
  );
}

export const manyOf: AnswerKind<ManyOf, Record<string, boolean | null>> = {
  markup: (q) => group(q, q.options.map((o) => option(q, o))),
  read: (q, inputs) =>
    Object.fromEntries(
      q.options.map((o) => {
        const verdict = inputs.chosen(inputId(q.id, o.id));
        return [o.id, verdict === null ? null : verdict === "true"];
      }),
    ),
  fillings: (q, answer) => {
    if (!isRecord(answer)) return [];
    const given = Object.entries(answer).filter(([, verdict]) => verdict !== null);
    return given.map(([option, verdict]) => [inputId(q.id, option), String(verdict)]);
  },
  rests: (_, answer) => (isRecord(answer) ? answer : {}),
  counted: byPart,
  said: inSentences,
};
