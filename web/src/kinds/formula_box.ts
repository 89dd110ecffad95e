// A box for a formula: one line of text, over as many lines of the page as it needs (growing.ts).
import { h, type Tree } from "../markup.js";

/** No help from a phone's keyboard, which would change a formula. */
export const plain = { autocomplete: "off", autocapitalize: "off", spellcheck: "false" };

export const formulaBox = (attributes: Record<string, string>): Tree =>
  h("textarea", { class: "formula", rows: 1, inputmode: "text", ...plain, ...attributes });

/** What takes a line of an answer. */
export type Box = HTMLInputElement | HTMLTextAreaElement;

export const isFormulaBox = (target: unknown): target is HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement && target.classList.contains("formula");

export const isBox = (target: unknown): target is Box =>
  isFormulaBox(target) || (target instanceof HTMLInputElement && target.type === "text");
