// The readout table as markup, and the sentence that a screen reader hears after a change.
import type { Readout, Value } from "./lab.js";
import { h, type Markup, type Tree } from "./markup.js";
import { exact, line, rounded } from "./number.js";

/** With `pinned`, the values of another run stand beside. */
export function rows(readouts: readonly Readout[], pinned: Record<string, Value> | null = null): Tree[] {
  return readouts.map((r) =>
    h(
      "tr",
      {},
      h("th", { scope: "row", title: r.key }, r.label),
      h("td", { class: "value", "data-exact": line(r.value, exact), title: title(r) }, ...shown(r)),
      ...(pinned ? [other(pinned[r.key] ?? null)] : []),
      h("td", {}, r.unit),
    ),
  );
}

const other = (value: Value): Tree =>
  h("td", { class: "value", "data-exact": line(value, exact) }, Array.isArray(value) ? grid(value) : line(value));

function title(r: Readout): string {
  const text = line(r.value, exact);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

function shown(r: Readout): Markup[] {
  if (r.value === null) return [h("span", { class: "undefined" }, `undefined: ${r.reason ?? ""}`)];
  if (!Array.isArray(r.value)) return [line(r.value)];
  return [grid(r.value)];
}

const most_rows = 12;
const most_cols = 12;

function grid(value: Exclude<Value, number | string | boolean | null>): Tree {
  const all = value.some(Array.isArray) ? (value as (number | null)[][]) : [value as number[]];
  const width = Math.max(0, ...all.map((row) => row.length));
  const cut = all.length > most_rows || width > most_cols;
  const cells = all.slice(0, most_rows).map((row) =>
    h("tr", {}, ...row.slice(0, most_cols).map((x) => h("td", {}, x === null ? "undefined" : rounded(x)))),
  );
  const table = h("table", { class: "matrix", role: "presentation" }, h("tbody", {}, ...cells));
  if (!cut) return table;
  const shown = `${Math.min(all.length, most_rows)} × ${Math.min(width, most_cols)}`;
  const note = `The first ${shown} of ${all.length} × ${width}.`;
  return h("div", {}, table, h("p", { class: "faint" }, note));
}

/** "cross-entropy 5.521 nats; …": the numbers that changed, at most four. */
export function summary(before: readonly Readout[], after: readonly Readout[]): string {
  const old = new Map(before.map((r) => [r.key, line(r.value, exact)]));
  const changed = after.filter((r) => !Array.isArray(r.value) && old.get(r.key) !== line(r.value, exact));
  const said = changed.slice(0, 4).map((r) => `${r.label} ${line(r.value)}${r.unit ? ` ${r.unit}` : ""}`);
  const more = changed.length > 4 ? `; and ${changed.length - 4} more` : "";
  return said.length === 0 ? "" : `${said.join("; ")}${more}.`;
}
