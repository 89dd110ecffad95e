// Outcomes by symbol and in words.
import type { FieldMark, Outcome, PartMark } from "./lab.js";

export const symbols: Record<Outcome, string> = {
  right: "✓",
  partly: "◐",
  wrong: "✗",
  invalid: "?",
  blank: "–",
};

export const words: Record<Outcome, string> = {
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

/** A contested statement costs nobody a mark, and one that is not marked has no verdict: each says so. */
export function partSentence(part: PartMark): string {
  if (part.unscored) return `${symbols.blank} Not marked.${part.message === "" ? "" : ` ${capital(part.message)}`}`;
  return sentence(part.outcome, part.contested ? `Open to dispute: either verdict counts. ${capital(part.message)}` : part.message);
}

/** The verdict on a field as a whole. */
export function fieldSentence(field: FieldMark): string {
  if (field.parts.length === 0) return sentence(field.outcome, field.message, field.read_as);
  if (field.message !== "") return `${symbols[field.outcome]} ${capital(field.message)}`;
  const marked = field.parts.filter((p) => !p.unscored);
  const right = marked.filter((p) => p.outcome === "right").length;
  return `${symbols[field.outcome]} ${right} of ${marked.length} right.`;
}

/** Functions that stand in sentences as they stand in formulas. */
const functions = /^(?:ln|log|exp|tanh|diag|argmax|yhat)\b(?! (?:of|is|are|the)\b)/;

/** A sentence begins with a capital, unless it begins with a formula: b2 is not B2, nor "ln 250" "Ln 250". */
export function capital(text: string): string {
  const word = /^(?:[a-z]{2,}(?=-[a-z]|[,.:;?!’]?(?:\s|$)|\u2019)|a (?=[a-z]{2}))(?!\s[=+·×/^<>≤≥])/.test(text);
  return word && !functions.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
