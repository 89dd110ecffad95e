// The figures in words, each with its data and its picture to take away.
import type { FigureText } from "./lab.js";
import { h, type Tree } from "./markup.js";

const button = (what: "csv" | "png" | "svg", key: string, name: string): Tree =>
  h(
    "button",
    { type: "button", class: "quiet", [`data-${what}`]: key, "aria-label": name },
    what.toUpperCase(),
  );

export function gallery(figures: readonly FigureText[]): Tree[] {
  return figures.map((f) =>
    h(
      "li",
      { "data-figure": f.key },
      h("h4", {}, f.title),
      h("p", {}, f.alt),
      h(
        "p",
        { class: "buttons live" },
        button("csv", f.key, `CSV of the data of “${f.title}”`),
        button("png", f.key, `PNG of “${f.title}”`),
        button("svg", f.key, `SVG of “${f.title}”`),
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
