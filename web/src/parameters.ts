// The lab's parameters as an ordinary form: the same fields as the canvas shows, for keyboards,
// screen readers and long numbers. Both stay in step.
import type { Field } from "./lab.js";
import { h, type Tree } from "./markup.js";

const parameterId = (key: string): string => `p-${key}`;

export function parameters(fields: readonly Field[]): Tree[] {
  return fields.map((f) =>
    h(
      "div",
      { class: "parameter", "data-field": f.key },
      h("label", { for: parameterId(f.key) }, f.label),
      control(f),
      h("p", { class: "complaint", id: `${parameterId(f.key)}-says`, "aria-live": "polite" }),
    ),
  );
}

function control(f: Field): Tree {
  const id = parameterId(f.key);
  const common = { id, "data-key": f.key, "aria-describedby": `${id}-says` };
  switch (f.kind) {
    case "flag":
      return h("input", { ...common, type: "checkbox", checked: f.value === "1" });
    case "choice":
      return h(
        "select",
        common,
        ...(f.names ?? []).map((n) => h("option", { value: n, selected: n === f.value }, n)),
      );
    case "table":
      return h("textarea", { ...common, rows: height(f.value), spellcheck: "false" }, lines(f.value));
    default:
      return h("input", {
        ...common,
        type: "text",
        inputmode: "text",
        autocomplete: "off",
        spellcheck: "false",
        value: f.value,
        placeholder: f.automatic ? "auto" : undefined,
        title: bounds(f),
      });
  }
}

function bounds(f: Field): string {
  return f.low === undefined || f.high === undefined ? "" : `from ${f.low} to ${f.high}`;
}

/** A matrix with one row on each line, as it is easiest to type. */
const lines = (text: string): string => text.replaceAll(";", "\n");
const height = (text: string): number => Math.min(8, Math.max(2, text.split(";").length));
const link = (text: string): string =>
  text.trim().split(/\s*[;\n]\s*/).map((row) => row.trim().split(/\s*,\s*|\s+/).join(",")).join(";");

/** What the control of a field asks for, as a link carries it. */
export function wanted(control: HTMLElement): string {
  if (control instanceof HTMLInputElement && control.type === "checkbox") return control.checked ? "1" : "0";
  if (control instanceof HTMLTextAreaElement) return link(control.value);
  return (control as HTMLInputElement | HTMLSelectElement).value.trim();
}

/** Shows the values in force, except in the control that is being typed in. */
export function follow(fields: readonly Field[]): void {
  for (const f of fields) {
    const control = document.getElementById(parameterId(f.key));
    if (!control || control === document.activeElement) continue;
    if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = f.value === "1";
    else if (control instanceof HTMLTextAreaElement) {
      control.value = lines(f.value);
      control.rows = height(f.value);
    }
    else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      control.value = f.value;
    }
    control.closest(".parameter")?.classList.toggle("changed", f.value !== f.initial);
  }
}

export function complain(key: string, message: string): void {
  const says = document.getElementById(`${parameterId(key)}-says`);
  if (says) says.textContent = message;
}
