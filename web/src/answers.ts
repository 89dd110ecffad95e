// The answer form read into answers, and answers put back into the form.
import type { Answer, Answers, FreeText, Question } from "./lab.js";
import { inputId } from "./places.js";

/** What the inputs of a form hold, by id; radio groups by name, with the value that is chosen. */
export interface Inputs {
  text(id: string): string;
  chosen(name: string): string | null;
  ticked(id: string): boolean;
}

/** The answers as the engine marks them. What was not given stays blank. */
export function answersOf(form: readonly Question[], inputs: Inputs): Answers {
  return Object.fromEntries(form.map((q) => [q.id, answerOf(q, inputs)]));
}

function answerOf(q: Question, inputs: Inputs): Answer {
  switch (q.kind) {
    case "one-of":
      return inputs.chosen(inputId(q.id)) ?? "";
    case "many-of":
      return Object.fromEntries(
        (q.options ?? []).map((o) => {
          const chosen = inputs.chosen(inputId(q.id, o.id));
          return [o.id, chosen === null ? null : chosen === "true"];
        }),
      );
    case "number":
    case "expression":
    case "shape":
    case "factors":
      return inputs.text(inputId(q.id)).trim();
    case "derivation":
      return (q.lines ?? []).map((line) => inputs.text(inputId(q.id, line.id)).trim());
    case "rubric": {
      const points = (q.points ?? []).map((p): [string, boolean] => [p, inputs.ticked(inputId(q.id, p))]);
      const text = inputs.text(inputId(q.id)).trim();
      return points.some(([, ticked]) => ticked) ? { text, points: Object.fromEntries(points) } : text;
    }
    case "symbols":
    case "cells":
      return Array.from({ length: q.rows ?? 0 }, (_, r) =>
        Array.from({ length: q.cols ?? 0 }, (_, c) =>
          inputs.text(inputId(q.id, `${r + 1},${c + 1}`)).trim(),
        ),
      );
  }
}

/** Every input's text, for a radio group the value that is to be chosen, "true" for a tick. */
export function fillings(form: readonly Question[], answers: Answers): Map<string, string> {
  const filled = new Map<string, string>();
  for (const q of form) {
    const answer = answers[q.id];
    if (answer === undefined || answer === null) continue;
    if (typeof answer === "string") {
      if (takesText(q)) filled.set(inputId(q.id), answer);
    } else if (Array.isArray(answer)) {
      answer.forEach((row, r) => {
        if (Array.isArray(row)) {
          row.forEach((text, c) => filled.set(inputId(q.id, `${r + 1},${c + 1}`), String(text)));
        } else if (q.kind === "derivation" && q.lines?.[r]) {
          filled.set(inputId(q.id, q.lines[r].id), String(row));
        }
      });
    } else if (q.kind === "rubric") {
      const { text, points } = answer as Partial<FreeText>;
      if (typeof text === "string") filled.set(inputId(q.id), text);
      for (const [point, ticked] of Object.entries(points ?? {})) {
        filled.set(inputId(q.id, point), String(ticked));
      }
    } else if (typeof answer === "object") {
      for (const [option, verdict] of Object.entries(answer)) {
        if (verdict !== null) filled.set(inputId(q.id, option), String(verdict));
      }
    }
  }
  return filled;
}

const text_kinds: Question["kind"][] = ["number", "one-of", "expression", "shape", "factors", "rubric"];
const takesText = (q: Question): boolean => text_kinds.includes(q.kind);

/** The inputs that stand on the page. */
export const pageInputs: Inputs = {
  text: (id) => (document.getElementById(id) as HTMLInputElement | HTMLTextAreaElement | null)?.value ?? "",
  ticked: (id) => (document.getElementById(id) as HTMLInputElement | null)?.checked ?? false,
  chosen: (name) =>
    document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]:checked`)?.value ?? null,
};

export function fill(form: readonly Question[], answers: Answers): void {
  for (const [id, value] of fillings(form, answers)) {
    const input = document.getElementById(id);
    if (input instanceof HTMLTextAreaElement) input.value = value;
    if (input instanceof HTMLInputElement && input.type === "text") input.value = value;
    if (input instanceof HTMLInputElement && input.type === "checkbox") input.checked = value === "true";
    const radios = document.getElementsByName(id);
    for (const radio of radios) {
      if (radio instanceof HTMLInputElement) radio.checked = radio.value === value;
    }
  }
}
