// The lab's parameters as an ordinary form: the same fields as the canvas shows, for keyboards,
// screen readers and long numbers. Both stay in step.
import type { Field, FieldOf, Kind, Media, Reading, Value } from "./lab.js";
import { h, type Tree } from "./markup.js";

const parameterId = (key: string): string => `p-${key}`;

export function parameters(fields: readonly Field[]): Tree[] {
  return fields.map((f) =>
    h(
      "div",
      { class: "parameter", "data-field": f.key },
      h("label", { for: parameterId(f.key) }, f.label),
      formOf(f).control(f, {
        id: parameterId(f.key),
        "data-key": f.key,
        "data-kind": f.kind,
        "aria-describedby": `${parameterId(f.key)}-says`,
      }),
      h("p", { class: "complaint", id: `${parameterId(f.key)}-says`, "aria-live": "polite" }),
    ),
  );
}

type Attributes = Record<string, string>;

/** How one kind of field stands in the form. */
interface Form<F, E extends HTMLElement> {
  control(field: F, attributes: Attributes): Tree;
  /** Brings the control to the value in force. */
  show(element: E, field: F): void;
  /** What the control asks for, as a link carries it. */
  wanted(element: E): string;
  /** The value that the text in force stands for. */
  value(field: F): Value;
}

type Elements = {
  [K in Kind]: K extends "choice" | "subset"
    ? HTMLSelectElement
    : K extends "table" | "text"
      ? HTMLTextAreaElement
      : HTMLInputElement;
};

/** A line of text, which holds all of a value. */
function typed<F extends Field>(
  value: (field: F) => Value,
  more: (field: F) => Record<string, string | undefined>,
): Form<F, HTMLInputElement> {
  return {
    value,
    control: (f, attributes) =>
      h("input", {
        ...attributes,
        type: "text",
        inputmode: "text",
        autocomplete: "off",
        spellcheck: "false",
        value: f.value,
        ...more(f),
      }),
    show: (input, f) => void (input.value = f.value),
    wanted: (input) => input.value.trim(),
  };
}

const range = (f: { low: number; high: number }): string => `from ${f.low} to ${f.high}`;
const numbers = (row: string): number[] => row.split(",").map(Number);
const absent = "not given";
const chosen = (text: string): string[] => (text === "" ? [] : text.split(","));

/** Leaves out of a list what means nothing at the values in force, but for what is chosen. */
function withhold(select: HTMLSelectElement, names: readonly string[] = []): void {
  for (const option of select.options) option.hidden = names.includes(option.value) && !option.selected;
}

const forms: { [K in Kind]: Form<FieldOf<K>, Elements[K]> } = {
  whole: typed((f) => Number(f.value), (f) => ({ title: range(f) })),
  real: typed(
    (f) => (f.value === "auto" ? "auto" : Number(f.value)),
    (f) => ({ title: range(f), placeholder: f.automatic ? "auto" : undefined }),
  ),
  reals: typed(
    (f) => (f.value === "" ? absent : numbers(f.value)),
    (f) => ({ title: range(f) }),
  ),
  arrows: typed((f) => f.value || "none", (f) => ({
    title: `arrows among ${f.nodes.join(", ")}`,
    placeholder: `${f.nodes[0] ?? ""}>${f.nodes.at(-1) ?? ""}`,
  })),
  flag: {
    control: (f, attributes) => h("input", { ...attributes, type: "checkbox", checked: f.value === "1" }),
    show: (box, f) => void (box.checked = f.value === "1"),
    wanted: (box) => (box.checked ? "1" : "0"),
    value: (f) => f.value === "1",
  },
  choice: {
    control: (f, attributes) =>
      h("select", attributes, ...f.names.map((n, i) => h("option", { value: n, selected: n === f.value, hidden: f.withheld?.includes(n) && n !== f.value }, f.said?.[i] ?? n))),
    show: (select, f) => {
      select.value = f.value;
      withhold(select, f.withheld);
    },
    wanted: (select) => select.value,
    value: (f) => f.value,
  },
  subset: {
    control: (f, attributes) =>
      h(
        "select",
        { ...attributes, multiple: true, size: Math.min(f.names.length, 6) },
        ...f.names.map((n) => h("option", { value: n, selected: chosen(f.value).includes(n), hidden: f.withheld?.includes(n) && !chosen(f.value).includes(n) }, n)),
      ),
    show: (select, f) => {
      for (const option of select.options) option.selected = chosen(f.value).includes(option.value);
      withhold(select, f.withheld);
    },
    wanted: (select) => [...select.selectedOptions].map((option) => option.value).join(","),
    value: (f) => f.value || "none",
  },
  table: {
    control: (f, attributes) =>
      h("textarea", { ...attributes, rows: height(lines(f.value)), spellcheck: "false" }, lines(f.value)),
    show: (area, f) => {
      area.value = lines(f.value);
      area.rows = height(area.value);
    },
    wanted: (area) => area.value,
    value: (f) => (f.value === "" ? absent : f.value.split(";").map(numbers)),
  },
  text: {
    control: (f, attributes) =>
      // A first line break would be taken for the end of the tag's own line.
      h("textarea", { ...attributes, rows: height(f.value) }, `\n${f.value}`),
    show: (area, f) => {
      area.value = f.value;
      area.rows = height(f.value);
    },
    wanted: (area) => area.value,
    value: (f) => f.value || absent,
  },
  asset: {
    control: (f, attributes) =>
      h("input", { ...attributes, type: "file", accept: accepted[f.media], "data-media": f.media }),
    show: () => undefined,
    // A file goes its own way: see own_file.ts. To choose none takes away the one that was given.
    wanted: () => "",
    value: (f) => f.file || absent,
  },
};

/** What a file dialogue offers first. */
export const accepted: Readonly<Record<Media, string>> = {
  picture: "image/png,image/jpeg",
  idx: "",
  text: "text/*,.txt,.csv",
};

function formOf<K extends Kind>(field: FieldOf<K>): Form<FieldOf<K>, Elements[K]> {
  return forms[field.kind];
}

/** A matrix with one row on each line, as it is easiest to type. */
const lines = (text: string): string => text.replaceAll(";", "\n");
const height = (text: string): number => Math.min(8, Math.max(2, text.split("\n").length));

/** What the control of a field asks for, as a link carries it. */
export function wanted(control: HTMLElement): string {
  const form = forms[control.dataset["kind"] as Kind] as Form<Field, HTMLElement>;
  return form.wanted(control);
}

/** A parameter's text as the value it stands for. */
export const fieldValue = (field: Field): Value => (formOf(field) as Form<Field, HTMLElement>).value(field);

/** Shows the values in force, except in the control that is being typed in. */
export function follow(fields: readonly Field[]): void {
  for (const f of fields) {
    const control = document.getElementById(parameterId(f.key));
    if (!control || control === document.activeElement) continue;
    // What was refused stays where it was typed, until the value becomes another.
    if ("asked" in control.dataset || control.dataset["refused"] === f.value) continue;
    delete control.dataset["refused"];
    (formOf(f) as Form<Field, HTMLElement>).show(control, f);
    control.closest(".parameter")?.classList.toggle("changed", f.value !== f.initial);
  }
}

/** The form's own way to a file for the field `key`. */
export const chooser = (key: string): HTMLElement | null => document.getElementById(parameterId(key));

/** What stands in the box of `key` is on its way to the engine, and stays until it is known what became of it. */
export function asking(key: string): void {
  const control = document.getElementById(parameterId(key));
  if (control) control.dataset["asked"] = "";
}

/** Says beside the parameter what became of a text. One that was refused stays in its box; else `field` is shown. */
export function remark(key: string, reading: Reading, field?: Field): void {
  const says = document.getElementById(`${parameterId(key)}-says`);
  // The message names the key as a link has it; beside its own box the text alone says enough.
  const named = `${key}=`;
  if (says) says.textContent = reading.message.startsWith(named) ? reading.message.slice(named.length) : reading.message;
  const control = document.getElementById(parameterId(key));
  if (!control) return;
  delete control.dataset["asked"];
  delete control.dataset["refused"];
  if (!field) return;
  if (reading.outcome === "refused") control.dataset["refused"] = field.value;
  else if (control !== document.activeElement) (formOf(field) as Form<Field, HTMLElement>).show(control, field);
}
