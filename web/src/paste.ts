// Text that is pasted: a matrix from another program goes into the cells of a form, several lines go
// into numbered ones, and line ends do not vanish where a box has one line.
import { inputId } from "./answer_ids.js";
import { type Box, isFormulaBox } from "./kinds/formula_box.js";
import type { Written } from "./lab.js";

const unread: Written = { rows: [], laid_out: false, error: "" };

const kinds_of_text = new Set(["text", "search", "url", "tel", "email", "password", "number"]);

/** Whether a text that is pasted there is typed there. */
export function takesText(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLTextAreaElement) return !target.readOnly;
  return target instanceof HTMLInputElement && kinds_of_text.has(target.type) && !target.readOnly;
}

/** Whether a text may be more than one cell: a number, even with a comma, is one. */
export const mayBeMatrix = (text: string): boolean => /[\t\n\r;[&|{]|\\begin|,.*,|, |\d \S*\d/.test(text.trim());

/** Whether a text may be several lines of an answer. */
export const mayBeLines = (text: string): boolean => /[\r\n]|\\begin/.test(text.trim());

/** What is said of `pasted` lines where there is room for `places` of them. */
export const linesLeft = (pasted: number, places: number): string =>
  pasted <= places ? "" : `What you pasted has ${pasted} lines: ${pasted - places} of them ${pasted - places === 1 ? "has" : "have"} no place here.`;

/** For a box of one line, from which a browser would drop the line ends: "1⏎2" is not 12. */
export const inOneLine = (text: string): string => text.trim().replace(/\s*[\r\n]+\s*/g, " ");

/** Where the cells of a matrix of `rows` × `cols` go that is pasted into row `row`, column `col`. */
export interface Spread {
  cells: { row: number; col: number; text: string }[];
  /** What did not fit, or was too little, in a sentence. */
  says: string;
}

export function spread(
  pasted: readonly (readonly string[])[],
  at: { row: number; col: number },
  rows: number,
  cols: number,
): Spread {
  const [height, width] = [pasted.length, pasted[0]?.length ?? 0];
  const cells = pasted.flatMap((line, r) =>
    line.map((text, c) => ({ row: at.row + r, col: at.col + c, text })),
  ).filter(({ row, col }) => row < rows && col < cols);
  const whole = at.row === 0 && at.col === 0 && height === rows && width === cols;
  const left = height * width - cells.length;
  const size = `${height}×${width}`;
  if (whole) return { cells, says: "" };
  if (left > 0) return { cells, says: `What you pasted is ${size}: ${left} of its entries have no cell here.` };
  return { cells, says: `What you pasted is ${size}; the other cells are as they were.` };
}

const insert = (box: HTMLElement, text: string): void => {
  box.focus();
  // The one way that leaves the browser's own undo as it is.
  document.execCommand("insertText", false, text);
};

interface Cell {
  table: HTMLElement;
  question: string;
  row: number;
  col: number;
}

/** The cell of a matrix that an input stands for. */
function cellOf(input: Element): Cell | null {
  const table = input.closest<HTMLElement>("table.matrix");
  const question = input.closest<HTMLElement>("[data-question]")?.dataset["question"];
  const [row, col] = (input.closest<HTMLElement>("[data-part]")?.dataset["part"] ?? "").split(",").map(Number);
  if (!table || question === undefined || !row || !col) return null;
  return { table, question, row: row - 1, col: col - 1 };
}

/** Where a form says what became of a paste, behind its table or list. */
function note(table: Element): HTMLElement {
  const next = table.nextElementSibling;
  if (next instanceof HTMLElement && next.matches(".read-as")) return next;
  const made = document.createElement("p");
  made.className = "read-as";
  made.setAttribute("aria-live", "polite");
  table.after(made);
  return made;
}

function put(input: HTMLElement | null | undefined, text: string): void {
  if (!(input instanceof HTMLInputElement) && !isFormulaBox(input)) return;
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Takes texts apart; fails where there is nobody to do so. */
interface Reader {
  matrix(text: string): Promise<Written>;
  lines(text: string): Promise<string[]>;
}

export class Paste {
  constructor(
    root: HTMLElement | Document,
    private readonly reader: Reader,
  ) {
    root.addEventListener("paste", (event) => this.pasted(event as ClipboardEvent));
  }

  private pasted(event: ClipboardEvent): void {
    const box = event.target;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const of_one_line = box instanceof HTMLInputElement || isFormulaBox(box);
    if (!of_one_line || !takesText(box) || event.defaultPrevented) return;
    const cell = cellOf(box);
    const list = box.closest("ol.lines");
    if (cell && mayBeMatrix(text)) {
      event.preventDefault();
      void this.fill(cell, box, text);
    } else if (list && mayBeLines(text)) {
      event.preventDefault();
      void this.fillLines(list, box, text);
    } else if (/[\r\n]/.test(text.trim())) {
      event.preventDefault();
      insert(box, inOneLine(text));
    }
  }

  private async fill(cell: Cell, box: Box, text: string): Promise<void> {
    const { rows, laid_out } = await this.reader.matrix(text).catch(() => unread);
    const width = rows[0]?.length ?? 0;
    // "49 152" is one number, and so may "1 2" be.
    const many = laid_out || width > 2 || (width === 2 && text.includes(","));
    if (!many || rows.length * width < 2) return insert(box, inOneLine(text));
    const lines = [...cell.table.querySelectorAll("tr")];
    const { cells, says } = spread(rows, cell, lines.length, lines[0]?.children.length ?? 0);
    for (const { row, col, text: entry } of cells) {
      put(document.getElementById(inputId(cell.question, `${row + 1},${col + 1}`)), entry);
    }
    note(cell.table).textContent = says;
  }

  private async fillLines(list: Element, box: Box, text: string): Promise<void> {
    const lines = await this.reader.lines(text).catch((): string[] => []);
    if (lines.length < 2) return insert(box, inOneLine(text));
    const inputs = [...list.querySelectorAll<Box>("[data-part] .formula")];
    const places = inputs.slice(inputs.indexOf(box));
    for (const [i, line] of lines.slice(0, places.length).entries()) put(places[i], line);
    note(list).textContent = linesLeft(lines.length, places.length);
  }
}
