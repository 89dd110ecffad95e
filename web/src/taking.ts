// A figure as a file to take away.
import type { Canvas } from "./canvas.js";
import type { Engine } from "./engine.js";
import { type Ending, fileName, save } from "./gallery.js";

/** Makes a file of a figure; says what came in its way, and what was left out. */
export async function take(
  { engine, canvas }: { engine: Engine; canvas: Canvas },
  link: string,
  key: string,
  ending: Ending,
): Promise<string> {
  if (ending === "csv") {
    const table = await engine.csv(key).catch(() => null);
    if (table === null) return "The data could not be written.";
    save(fileName(link, key, "csv"), new Blob([table.text], { type: "text/csv" }));
    return table.left_out === "" ? "" : `Of the data, ${table.left_out}.`;
  }
  const picture = ending === "png" ? await canvas.png(key) : canvas.svg(key);
  if (!picture) return "This figure is not on the canvas.";
  save(fileName(link, key, ending), picture);
  return "";
}
