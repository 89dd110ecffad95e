// The answer form read into answers, and answers put back into the form.
import type { Answer, Answers, Question } from "./lab.js";
import { inputId } from "./questions.js";

/** What the inputs of a form hold, by id; radio groups by name, with the value that is chosen. */
export interface Inputs {
  text(id: string): string;
  chosen(name: string): string | null;
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
      return inputs.text(inputId(q.id)).trim();
    case "cells":
      return Array.from({ length: q.rows ?? 0 }, (_, r) =>
        Array.from({ length: q.cols ?? 0 }, (_, c) =>
          inputs.text(inputId(q.id, `${r + 1},${c + 1}`)).trim(),
        ),
      );
  }
}

/** Every input's text, and for a radio group the value that is to be chosen. */
export function fillings(form: readonly Question[], answers: Answers): Map<string, string> {
  const filled = new Map<string, string>();
  for (const q of form) {
    const answer = answers[q.id];
    if (answer === undefined) continue;
    if (typeof answer === "string") {
      if (q.kind === "number" || q.kind === "one-of") filled.set(inputId(q.id), answer);
    } else if (Array.isArray(answer)) {
      answer.forEach((row, r) => {
        if (!Array.isArray(row)) return;
        row.forEach((text, c) => filled.set(inputId(q.id, `${r + 1},${c + 1}`), String(text)));
      });
    } else if (answer !== null && typeof answer === "object") {
      for (const [option, verdict] of Object.entries(answer)) {
        if (verdict !== null) filled.set(inputId(q.id, option), String(verdict));
      }
    }
  }
  return filled;
}

/** The inputs that stand on the page. */
export const pageInputs: Inputs = {
  text: (id) => (document.getElementById(id) as HTMLInputElement | null)?.value ?? "",
  chosen: (name) =>
    document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]:checked`)?.value ?? null,
};

export function fill(form: readonly Question[], answers: Answers): void {
  for (const [id, value] of fillings(form, answers)) {
    const input = document.getElementById(id);
    if (input instanceof HTMLInputElement && input.type === "text") input.value = value;
    const radios = document.getElementsByName(id);
    for (const radio of radios) {
      if (radio instanceof HTMLInputElement) radio.checked = radio.value === value;
    }
  }
}
