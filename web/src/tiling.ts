// Taps on tiles write into the input of their question that was written in last.
import { type Box, isBox } from "./kinds/formula_box.js";
import { joined, shortened } from "./kinds/tiles.js";

export function listenToTiles(sheet: HTMLElement): void {
  const last = new Map<string, Box>();
  const questionOf = (node: Element): HTMLElement | null => node.closest<HTMLElement>("[data-question]");
  sheet.addEventListener("focusin", ({ target }) => {
    if (!isBox(target)) return;
    const id = questionOf(target)?.dataset["question"];
    if (id !== undefined) last.set(id, target);
  });
  sheet.addEventListener("click", ({ target }) => {
    const tile = target instanceof Element ? target.closest<HTMLElement>("[data-tile]") : null;
    const question = tile ? questionOf(tile) : null;
    if (!tile || !question) return;
    const known = last.get(question.dataset["question"] ?? "");
    const input = known?.isConnected ? known : question.querySelector<Box>('.formula, input[type="text"]');
    if (!input) return;
    const text = tile.dataset["tile"] ?? "";
    // The caret stays where it was put; an input that was never entered is written on at its end.
    const caret = known === input ? (input.selectionStart ?? input.value.length) : input.value.length;
    const next = text === "" ? { text: shortened(input.value), caret: Infinity } : joined(input.value, text, caret);
    input.value = next.text;
    const at = Math.min(next.caret, next.text.length);
    input.setSelectionRange(at, at);
    last.set(question.dataset["question"] ?? "", input);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
