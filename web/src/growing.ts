// Boxes for formulas are as high as what stands in them, and take no line breaks.
import { isFormulaBox } from "./kinds/formula_box.js";

/** The browser does it by itself; style/exercise.css asks it to. */
const by_itself = (): boolean => CSS.supports("field-sizing", "content");

function fit(box: HTMLTextAreaElement): void {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}

/** After texts were put into the boxes by program. */
export function fitBoxes(sheet: HTMLElement): void {
  if (by_itself()) return;
  for (const box of sheet.querySelectorAll<HTMLTextAreaElement>(".formula")) fit(box);
}

export function listenToBoxes(sheet: HTMLFormElement): void {
  sheet.addEventListener("input", ({ target }) => {
    if (isFormulaBox(target) && !by_itself()) fit(target);
  });
  // As in a box of one line.
  sheet.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !isFormulaBox(event.target)) return;
    event.preventDefault();
    sheet.requestSubmit();
  });
}
