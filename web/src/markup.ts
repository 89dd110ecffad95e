// A piece of page as plain data. The build writes it as HTML text and the running page as elements,
// so that what is prerendered and what is drawn later come from one description.

export interface Tree {
  tag: string;
  attributes: Record<string, string>;
  children: Markup[];
}
export type Markup = string | Tree;

/** `h("p", {class: "note"}, "text")`. An attribute set to false or undefined is left out. */
export function h(
  tag: string,
  attributes: Record<string, string | number | boolean | undefined> = {},
  ...children: (Markup | undefined)[]
): Tree {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) kept[name] = value === true ? "" : String(value);
  }
  return { tag, attributes: kept, children: children.filter((c): c is Markup => c !== undefined) };
}

const empty = new Set(["input", "br", "hr", "meta", "link"]);
const mathematical = new Set(["math", "mrow", "mn", "mo", "mi", "mtext", "mtable", "mtr", "mtd"]);

export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

export function html(markup: Markup): string {
  if (typeof markup === "string") return escaped(markup);
  const attributes = Object.entries(markup.attributes)
    .map(([name, value]) => (value === "" ? ` ${name}` : ` ${name}="${escaped(value)}"`))
    .join("");
  const open = `<${markup.tag}${attributes}>`;
  return empty.has(markup.tag) ? open : `${open}${markup.children.map(html).join("")}</${markup.tag}>`;
}

export function element(markup: Tree): Element {
  const made = mathematical.has(markup.tag)
    ? document.createElementNS("http://www.w3.org/1998/Math/MathML", markup.tag)
    : document.createElement(markup.tag);
  for (const [name, value] of Object.entries(markup.attributes)) made.setAttribute(name, value);
  made.append(...nodes(markup.children));
  return made;
}

export function nodes(markup: readonly Markup[]): (string | Element)[] {
  return markup.map((m) => (typeof m === "string" ? m : element(m)));
}
