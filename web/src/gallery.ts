// The figures in words, each with its data and its picture to take away.
import type { FigureText } from "./lab.js";
import { h, type Tree } from "./markup.js";

export type Ending = "csv" | "png" | "svg";
export const endings: readonly Ending[] = ["csv", "png", "svg"];

/** What the buttons of a figure are called, by its title. */
export const saves = (title: string): string => `Save “${title}” as a file`;
export const fileOf = (ending: Ending, title: string): string => `${ending.toUpperCase()} of “${title}”`;

const listId = (key: string): string => `take-${key}`;

/** A file of `key`: its button, as it stands in the list of them. */
const button = (ending: Ending, f: FigureText): Tree =>
  h(
    "button",
    { type: "button", class: "quiet", "data-take": ending, "aria-label": fileOf(ending, f.title) },
    ending.toUpperCase(),
  );

export function gallery(figures: readonly FigureText[]): Tree[] {
  return figures.map((f) =>
    h(
      "li",
      { "data-figure": f.key },
      h("h4", { class: "words" }, f.title),
      h("p", { class: "words" }, f.alt),
      h(
        "div",
        { class: "take live" },
        h(
          "button",
          {
            type: "button",
            class: "take-open",
            "aria-expanded": "false",
            "aria-controls": listId(f.key),
            "aria-label": saves(f.title),
            title: "As a file: CSV, PNG, SVG",
          },
          h("span", { "aria-hidden": "true" }, "⤓"),
        ),
        h(
          "div",
          { class: "take-list", id: listId(f.key), hidden: true },
          ...endings.map((ending) => button(ending, f)),
          h("span", { class: "take-says", role: "status" }),
        ),
      ),
    ),
  );
}

/** A file name that says where the file is from: "1f-classes-10-histogram.csv". */
export function fileName(link: string, figure: string, ending: string): string {
  const words = `${link}-${figure}`.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^-+|-+$/g, "");
  return `${words.slice(0, 80)}.${ending}`;
}

export function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
