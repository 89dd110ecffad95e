// Markup as a tree, and as the text that a person would copy from it.

const tag = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*(\/?)>|<!--[\s\S]*?-->/g;
const empty = new Set(["br", "hr", "input"]);

const decoded = (text) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&nbsp;", "\u00a0").replaceAll("&amp;", "&");

function attributes(text) {
  return Object.fromEntries([...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value = ""]) => [name, decoded(value)]));
}

/** A fragment of well-formed HTML or MathML as {tag, attributes, children}, texts as strings. */
export function tree(html) {
  const root = { tag: "", attributes: {}, children: [] };
  const open = [root];
  let at = 0;
  for (const found of html.matchAll(tag)) {
    const before = html.slice(at, found.index);
    if (before) open.at(-1).children.push(decoded(before));
    at = found.index + found[0].length;
    const [, closing, name, rest, closed] = found;
    if (name === undefined) continue;
    if (closing) {
      if (open.pop().tag !== name) throw new Error(`</${name}> closes another element in ${html.slice(0, at).slice(-80)}`);
      continue;
    }
    const node = { tag: name, attributes: attributes(rest), children: [] };
    open.at(-1).children.push(node);
    if (!closed && !empty.has(name)) open.push(node);
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1).tag}> is not closed`);
  if (html.slice(at)) root.children.push(decoded(html.slice(at)));
  return root;
}

const accented = new Map([["y", "ŷ"]]);

/** The text of a node; a formula in the linear form in which one types it. */
export function plain(node) {
  return text(node).replace(/[\u2061\u00a0]/g, " ").replace(/\s+/g, " ").trim();
}

/** What stands below the line: in braces where it is a calculation. */
const grouped = (below) => (/[+\u2212=-]/.test(below) ? `{${below}}` : below);

function text(node) {
  if (typeof node === "string") return node;
  const parts = node.children.filter((c) => typeof c !== "string" || c.trim() !== "" || node.tag !== "math").map(text);
  const [a = "", b = "", c = ""] = parts;
  switch (node.tag) {
    case "mfrac":
      return a.startsWith("∂") && b.startsWith("∂") ? `${a}/${b}` : `((${a})/(${b}))`;
    case "msub":
      return `${a}_${grouped(b)}`;
    case "munderover":
      return `${a}_{${b}}^{${c}} `;
    case "msup":
      return b === "⊤" ? `${a}ᵀ` : b === "′" ? `${a}′` : `${a}^(${b})`;
    case "msubsup":
      if (c === "⊤") return `${a}_${grouped(b)}ᵀ`;
      return `${a}_${grouped(b)}^(${c})`;
    case "mover":
      return accented.get(a) ?? a;
    case "mi":
      return a.length > 1 ? ` ${a} ` : a;
    case "mtr":
      return `[${parts.join(", ")}]`;
    case "mtable":
      return parts.join(", ");
    case "mrow":
    case "math":
      return parts.join(" ");
    default:
      return parts.join("");
  }
}
