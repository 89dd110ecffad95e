// The marking shown where it belongs: beside each field, option and cell, by symbol and words.
import { type Changes, isOfBefore } from "./changes.js";
import { kindOf, type Question } from "./kinds/all.js";
import type { Saying } from "./kinds/kind.js";
import type { FieldMark, Marking, Outcome } from "./lab.js";
import { element, h } from "./markup.js";
import { marks } from "./number.js";
import { readAsId, verdictId } from "./answer_ids.js";
import { words } from "./verdicts.js";

type Form = readonly Question[];

/** "5 of 10 marks: 1 right, 1 not yet. For practice: 3 right." */
export function score(form: Form, marking: Marking): string {
  const asked_for = marking.fields.filter((f) => !f.practice);
  // A text is an answer before any of its points is ticked; what it earns is not known yet.
  const waiting = asked_for.filter((f) => f.self_assessed && f.outcome === "blank");
  const counted = asked_for.filter((f) => !waiting.includes(f));
  const practised = marking.fields.filter((f) => f.practice && f.outcome !== "blank");
  const own = counted.some((f) => f.self_assessed && f.outcome !== "blank");
  const whose = own ? " by your own judgement" : "";
  const beyond = practised.length === 0 ? "" : ` For practice: ${tally(form, practised)}.`;
  const far = waiting.length > 0 ? " so far" : "";
  const came = counted.length > 0 ? `: ${tally(form, counted)}` : "";
  const tick = waiting.length > 0 ? " Tick the points that your text makes and check again." : "";
  return `${marks(marking.marks)} of ${marks(marking.out_of)} marks${whose}${far}${came}.${tick}${beyond}`;
}

/** "1 right, 1 not yet", over the parts where there are some that count. */
function tally(form: Form, fields: readonly FieldMark[]): string {
  const counted = fields.flatMap((field) => {
    const q = asked(form, field);
    return q ? kindOf(q).counted(field) : [field];
  });
  const outcomes: Outcome[] = ["right", "partly", "wrong", "invalid", "blank"];
  return outcomes
    .map((outcome) => ({ outcome, n: counted.filter((c) => c.outcome === outcome).length }))
    .filter(({ n }) => n > 0)
    .map(({ outcome, n }) => `${n} ${outcome === "invalid" ? "unreadable" : words[outcome]}`)
    .join(", ");
}

const asked = (form: Form, field: FieldMark): Question | undefined => form.find((q) => q.id === field.id);

/** Where answers have changed since they were marked, the verdict is that of the answer before. */
export function show(form: Form, marking: Marking, changed: Changes): void {
  // What is offered beyond the marks and was left alone has no verdict.
  const judged = marking.fields.filter((field) => !field.practice || field.outcome !== "blank");
  const told = judged.flatMap((field) => {
    const q = asked(form, field);
    return q ? [{ field, ...kindOf(q).said(q, field) }] : [];
  });
  clear(new Set(told.flatMap(({ reveals }) => reveals)));
  for (const { field, sayings, reveals } of told) {
    for (const id of reveals) document.getElementById(id)?.removeAttribute("hidden");
    const isStale = (part?: string): boolean => isOfBefore(changed, field.id, part);
    readNoLonger(field, isStale);
    if (!isStale()) {
      const question = document.querySelector(`[data-question="${CSS.escape(field.id)}"]`);
      question?.setAttribute("data-outcome", field.outcome);
    }
    sayings.flatMap((saying) => (isStale(saying.part) ? ofBefore(saying) : [saying])).forEach(say);
    if (field.notes.length > 0) noted(field);
  }
}

/** A verdict stands in the place of what was read of the text before it, in a field and in each of its lines. */
function readNoLonger(field: FieldMark, isStale: (part?: string) => boolean): void {
  for (const part of [undefined, ...field.parts.map(({ id }) => id)]) {
    const read = isStale(part) ? null : document.getElementById(readAsId(field.id, part));
    if (read) read.textContent = "";
  }
}

/** What was said of an answer that has changed since. A symbol, which has no room to say so, goes. */
export function ofBefore(saying: Saying): Saying[] {
  const { outcome, text } = saying;
  if (outcome === undefined) return [saying];
  if (saying.label !== undefined || text === "") return [];
  return [{ ...saying, text: saying.lasting ? text : `Before your change: ${text}`, outcome: "before" }];
}

function say({ at, text, outcome, label, title }: Saying): void {
  const target = text === "" ? null : document.getElementById(at);
  if (!target) return;
  target.textContent = text;
  if (label !== undefined) target.setAttribute("aria-label", label);
  if (title !== undefined) target.title = title;
  if (outcome === undefined) return;
  target.dataset["outcome"] = outcome;
  target.hidden = false;
  if (outcome !== "before") target.closest("[data-part]")?.setAttribute("data-outcome", outcome);
}

/** More to say than the verdict, as a list below it. */
function noted(field: FieldMark): void {
  const list = h("ul", { class: "remarks" }, ...field.notes.map((note) => h("li", {}, note)));
  document.getElementById(verdictId(field.id))?.append(element(list));
}

/** Takes all verdicts away, and what they reveal but for `kept`. */
export function clear(kept: ReadonlySet<string> = new Set()): void {
  for (const verdict of document.querySelectorAll<HTMLElement>("#answer .verdict")) {
    verdict.hidden = true;
    verdict.textContent = "";
    verdict.removeAttribute("aria-label");
    verdict.removeAttribute("title");
  }
  for (const points of document.querySelectorAll<HTMLElement>("#answer .points")) {
    points.hidden = !kept.has(points.id);
  }
  for (const marked of document.querySelectorAll("#answer [data-outcome]")) {
    marked.removeAttribute("data-outcome");
  }
}
