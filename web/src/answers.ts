// The answer form read into answers, and answers put back into the form.
import { kindOf, type Question } from "./kinds/all.js";
import type { Inputs } from "./kinds/kind.js";
import type { Answers } from "./lab.js";

/** The answers as the engine marks them. What was not given stays blank. */
export function answersOf(form: readonly Question[], inputs: Inputs): Answers {
  return Object.fromEntries(form.map((q) => [q.id, kindOf(q).read(q, inputs)]));
}

/** Every input's text, for a radio group the value that is to be chosen, "true" for a tick. */
export function fillings(form: readonly Question[], answers: Answers): Map<string, string> {
  return new Map(form.flatMap((q) => kindOf(q).fillings(q, answers[q.id])));
}

/** The inputs that stand on the page. */
export const pageInputs: Inputs = {
  text: (id) => (document.getElementById(id) as HTMLInputElement | HTMLTextAreaElement | null)?.value ?? "",
  ticked: (id) => (document.getElementById(id) as HTMLInputElement | null)?.checked ?? false,
  chosen: (name) =>
    document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]:checked`)?.value ?? null,
};

/** Inputs in which nothing stands. */
export const blankInputs: Inputs = { text: () => "", ticked: () => false, chosen: () => null };

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
