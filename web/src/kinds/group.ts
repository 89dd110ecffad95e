// Questions with several inputs: one fieldset each.
import { h, type Markup, type Tree } from "../markup.js";
import { verdict, verdictId } from "../answer_ids.js";
import { capital } from "../verdicts.js";
import type { Asked } from "./kind.js";

export function group(q: Asked & { kind: string }, children: Markup[]): Tree {
  return h(
    "fieldset",
    { class: `question ${q.kind}`, "data-question": q.id, "aria-describedby": verdictId(q.id) },
    h("legend", {}, capital(q.label)),
    ...children,
    verdict(q.id),
  );
}
