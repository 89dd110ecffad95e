// What is selected of the page's words is copied with its formulas in lines of text.
import { linear } from "./linear.js";
import type { Markup } from "./markup.js";

function treeOf(node: Node): Markup {
  if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "") : "";
  const variant = node.getAttribute("mathvariant");
  return { tag: node.localName, attributes: variant === null ? {} : { mathvariant: variant }, children: [...node.childNodes].map(treeOf) };
}

const mathAround = (node: Node): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest("math") ?? null;

/** The text of a selection with a formula in it; null for one without. */
export function selectedText(range: Range): string | null {
  const { commonAncestorContainer: around } = range;
  const content = range.cloneContents();
  if (mathAround(around)) {
    const inner = around instanceof Element ? around : around.parentElement;
    // What is cloned of a fraction is known for one by what it was cloned from.
    const whole = inner?.cloneNode(false) as Element | undefined;
    whole?.replaceChildren(content);
    return whole ? linear(treeOf(whole)) : null;
  }
  const formulas = content.querySelectorAll("math");
  if (formulas.length === 0) return null;
  for (const formula of formulas) formula.replaceWith(linear(treeOf(formula)));
  // Lines and paragraphs are known of what is laid out alone.
  const place = document.createElement("div");
  place.className = "unseen copied";
  place.append(content);
  document.body.append(place);
  const text = place.innerText;
  place.remove();
  return text.trim();
}

export function copyFormulas(): void {
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (event.defaultPrevented || !selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    const text = selectedText(range);
    if (text === null || !event.clipboardData) return;
    const html = document.createElement("div");
    html.append(range.cloneContents());
    event.clipboardData.setData("text/plain", text);
    event.clipboardData.setData("text/html", html.innerHTML);
    event.preventDefault();
  });
}
