// The marking shown where it belongs: beside each field, option and cell, by symbol and words.
import type { FieldMark, Marking, Outcome, PartMark } from "./lab.js";
import { element, h } from "./markup.js";
import { marks } from "./number.js";
import { pointId, pointsId, readAsId, verdictId } from "./places.js";

const symbols: Record<Outcome, string> = {
  right: "✓",
  partly: "◐",
  wrong: "✗",
  invalid: "?",
  blank: "–",
};

const words: Record<Outcome, string> = {
  right: "right",
  partly: "partly right",
  wrong: "not yet",
  invalid: "could not be read, costs nothing",
  blank: "not answered",
};

/** "✓ right. The reason." */
export function sentence(outcome: Outcome, message: string, readAs = ""): string {
  const read = readAs === "" ? "" : ` Read as ${readAs}.`;
  return `${symbols[outcome]} ${words[outcome]}.${read}${message === "" ? "" : ` ${capital(message)}`}`;
}

/** "5 of 10 marks: 1 right, 1 not yet. For practice: 3 right." */
export function score(marking: Marking): string {
  const counted = marking.fields.filter((f) => !f.practice);
  const practised = marking.fields.filter((f) => f.practice && f.outcome !== "blank");
  const own = counted.some((f) => f.self_assessed && f.outcome !== "blank");
  const whose = own ? " by your own judgement" : "";
  const beyond = practised.length === 0 ? "" : ` For practice: ${tally(practised)}.`;
  return `${marks(marking.marks)} of ${marks(marking.out_of)} marks${whose}: ${tally(counted)}.${beyond}`;
}

/** "1 right, 1 not yet", over the parts where there are some. */
function tally(fields: readonly FieldMark[]): string {
  const parts = fields.flatMap((f): { outcome: Outcome }[] =>
    f.parts.length > 0 && !f.self_assessed && !chosen(f) ? f.parts : [f],
  );
  const kinds: Outcome[] = ["right", "partly", "wrong", "invalid", "blank"];
  return kinds
    .map((kind) => ({ kind, n: parts.filter((p) => p.outcome === kind).length }))
    .filter(({ n }) => n > 0)
    .map(({ kind, n }) => `${n} ${kind === "invalid" ? "unreadable" : words[kind]}`)
    .join(", ");
}

/** Where one option of several was asked: the one that was chosen. The field is read as its name. */
const chosen = (field: FieldMark): PartMark | undefined =>
  field.read_as ? field.parts.find((p) => p.id === field.read_as) : undefined;

export function show(marking: Marking): void {
  clear();
  for (const field of marking.fields) {
    // The reason of the chosen option stands beside it, and once is enough.
    if (field.message === "" || chosen(field)?.message !== field.message)
      put(verdictId(field.id), field.outcome, fieldSentence(field));
    // The verdict says how the text was read, so that need not stand above it as well.
    const read = document.getElementById(readAsId(field.id));
    if (read && field.outcome !== "blank") read.textContent = "";
    const question = document.querySelector(`[data-question="${CSS.escape(field.id)}"]`);
    question?.setAttribute("data-outcome", field.outcome);
    if (field.notes.length > 0) noted(field);
    if (field.self_assessed) showPoints(field);
    if (field.self_assessed) continue;
    const cells = question?.querySelector("table.matrix") !== null;
    for (const part of field.parts) {
      const brief = cells ? symbols[part.outcome] : partSentence(part, chosen(field));
      if (brief === "") continue;
      const target = put(verdictId(field.id, part.id), part.outcome, brief);
      if (cells && target) {
        target.setAttribute("aria-label", words[part.outcome]);
        target.title = part.message;
      }
      target?.closest("[data-part]")?.setAttribute("data-outcome", part.outcome);
    }
  }
}

/** More to say than the verdict, as a list below it. */
function noted(field: FieldMark): void {
  const list = h("ul", { class: "remarks" }, ...field.notes.map((note) => h("li", {}, note)));
  document.getElementById(verdictId(field.id))?.append(element(list));
}

/** The points of a free text: shown once there is a text to compare with them. */
function showPoints(field: FieldMark): void {
  for (const part of field.parts) {
    const says = document.getElementById(pointId(field.id, part.id));
    if (says) says.textContent = part.message;
  }
  const points = document.getElementById(pointsId(field.id));
  if (points) points.hidden = false;
}

/**
 * A contested statement costs nobody a mark, and says so before it says why. Beside the option that
 * was chosen the others have a reason once the right one was found, and no verdict.
 */
export function partSentence(part: PartMark, choice?: PartMark): string {
  if (choice && choice !== part) return capital(part.message);
  const text = sentence(part.outcome, part.message);
  return part.contested ? `${text} (Open to dispute: either verdict counts.)` : text;
}

function fieldSentence(field: FieldMark): string {
  if (field.self_assessed) return capital(field.message);
  if (field.parts.length === 0) return sentence(field.outcome, field.message, field.read_as);
  if (field.message !== "") return `${symbols[field.outcome]} ${capital(field.message)}`;
  const right = field.parts.filter((p) => p.outcome === "right").length;
  return `${symbols[field.outcome]} ${right} of ${field.parts.length} right.`;
}

/** A sentence begins with a capital, unless it begins with a symbol: b2 is not B2. */
const capital = (text: string): string =>
  /^([a-z]{2,}(?![0-9])|a (?=[a-z]{2}))/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;

export function clear(): void {
  for (const verdict of document.querySelectorAll<HTMLElement>("#answer .verdict")) {
    verdict.hidden = true;
    verdict.textContent = "";
    verdict.removeAttribute("aria-label");
    verdict.removeAttribute("title");
  }
  for (const points of document.querySelectorAll<HTMLElement>("#answer .points")) points.hidden = true;
  for (const marked of document.querySelectorAll("#answer [data-outcome]")) {
    marked.removeAttribute("data-outcome");
  }
}

function put(id: string, outcome: Outcome, text: string): HTMLElement | null {
  const target = document.getElementById(id);
  if (!target) return null;
  target.textContent = text;
  target.dataset["outcome"] = outcome;
  target.hidden = false;
  return target;
}
