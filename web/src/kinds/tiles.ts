// Pieces of formulas to put one behind the other, for who has no keyboard for them.
import { h, type Tree } from "../markup.js";

/** The row of tiles of a question, with one that takes the last piece away; nothing where it has none. */
export const tiles = (q: { id: string; tiles?: string[] }): Tree[] =>
  q.tiles?.length
    ? [
        h(
          "div",
          { class: "tiles", role: "group", "aria-label": "pieces to put together" },
          ...q.tiles.map((t) => h("button", { type: "button", class: "tile", "data-tile": t }, t)),
          h("button", { type: "button", class: "tile", "data-tile": "", "aria-label": "take the last piece away" }, "⌫"),
        ),
      ]
    : [];

/** `text` without its last piece. */
export const shortened = (text: string): string => text.trimEnd().replace(/\s*\S+$/u, "");

/** `text` with `tile` where the caret stands, set off by blanks, and where it stands then. */
export function joined(text: string, tile: string, caret: number): { text: string; caret: number } {
  const before = text.slice(0, caret).trimEnd();
  const after = text.slice(caret).trimStart();
  const head = before === "" ? tile : `${before} ${tile}`;
  return { text: after === "" ? head : `${head} ${after}`, caret: head.length };
}
