// A formula in one line of text, as calculators and the answer fields here read it: what is copied of
// MathML, whose own text has lost every bracket that a fraction or a raised position stands for.
import type { Markup, Tree } from "./markup.js";

/** Not to be seen: function application, and times, a comma and a plus that go without saying. */
const unseen = /[\u2061-\u2064\u200b\ufeff]/g;
const relations = new Set([..."=≠<>≤≥≈∼≡∈→←⇒⇔↦∝≔"]);
const operators = new Set([..."+-±·×⋅∗*/⊙⊗∘,;:.|∣"]);
const opening = new Set([..."([{⌊⌈⟨"]);
const closing = new Set([...")]}⌋⌉⟩"]);
const accents: Readonly<Record<string, string>> = {
  "^": "\u0302", "ˆ": "\u0302", "\u0302": "\u0302", "~": "\u0303", "˜": "\u0303", "ˉ": "\u0304", "¯": "\u0304", "‾": "\u0304", "˙": "\u0307", "→": "\u20d7",
};
const transposes = new Set(["⊤", "T", "𝖳"]);
const primes: Readonly<Record<string, string>> = { "′": "'", "″": "''" };

/** A name, a number, or something that stands in brackets as a whole. */
function single(text: string): boolean {
  if (/^[\p{L}\p{N}\p{M}.∂∇∞_'ᵀ]+$/u.test(text)) return true;
  const call = /^\p{L}*([([].*[)\]])$/su.exec(text)?.[1];
  if (call === undefined) return false;
  let depth = 0;
  return [...call].every((c, i, all) => {
    if (opening.has(c)) ++depth;
    if (closing.has(c)) --depth;
    return depth > 0 || i === all.length - 1;
  });
}

const bracketed = (text: string): string => (single(text) ? text : `(${text})`);

const plain = (text: string): string =>
  text.replace(unseen, "").replace(/[\u202f\u2009]/g, "").replaceAll("\u2212", "-").replace(/\s+/g, " ").trim();

const isTree = (m: Markup): m is Tree => typeof m !== "string";

function under(base: string, sub: string): string {
  if (sub === "") return base;
  if (base === "1" || base === "𝟙") return `1[${sub}]`;
  if (/^\d+$/.test(sub) && /\p{L}\p{M}*$/u.test(base)) return base + sub;
  return `${base}_${bracketed(sub)}`;
}

function raised(base: string, sup: string): string {
  if (sup === "") return base;
  if (transposes.has(sup)) return `${bracketed(base)}ᵀ`;
  const prime = primes[sup];
  if (prime !== undefined) return base + prime;
  // KaTeX raises the closing bracket alone.
  const whole = closing.has(base) || base === "" ? base : bracketed(base);
  return `${whole}^${bracketed(sup)}`;
}

/** Of a name that has its index already, and of a sum. */
const limits = (base: string, sup: string): string =>
  sup === "" || transposes.has(sup) || sup in primes ? raised(base, sup) : `${base}^${bracketed(sup)}`;

/** A matrix in brackets; a table without them is lines of text. */
function table(tree: Tree, fenced: boolean): string {
  const rows = tree.children.filter(isTree).map((row) => row.children.filter(isTree).map(linear));
  if (fenced) return `[${rows.map((row) => row.join(", ")).join("; ")}]`;
  return rows.map((row) => row.filter(Boolean).join(" ")).join("\n");
}

interface Piece {
  text: string;
  tag: string;
  /** A letter of a name that is set upright, letter by letter. */
  upright?: boolean;
}

/** What a row consists of, rows within it that set nothing off taken apart. */
function pieces(children: readonly Markup[]): Piece[] {
  return children.flatMap((child): Piece[] => {
    if (!isTree(child)) return plain(child) === "" ? [] : [{ text: plain(child), tag: "mtext" }];
    if (["mrow", "mstyle", "mpadded", "semantics", "math"].includes(child.tag)) return pieces(child.children);
    if (child.tag === "mtable") return [{ text: table(child, true), tag: "mtable" }];
    return [{ text: linear(child), tag: child.tag, upright: child.attributes["mathvariant"] === "normal" }];
  });
}

function row(children: readonly Markup[]): string {
  const all = pieces(children).filter(({ text, tag }) => text !== "" || tag === "mspace");
  let line = "";
  all.forEach(({ text, tag, upright }, i) => {
    const seen = (piece: Piece): boolean => piece.tag !== "mspace";
    const [before, after] = [all.slice(0, i).filter(seen).at(-1)?.text ?? "", all.slice(i + 1).find(seen)?.text ?? ""];
    if (tag === "mspace") return void (line += " ");
    // The fence around a matrix is its own.
    if (opening.has(text) && all[i + 1]?.tag === "mtable") return;
    if (closing.has(text) && all[i - 1]?.tag === "mtable") return;
    if (relations.has(text)) return void (line += ` ${text} `);
    if (text === "," || text === ";") return void (line += `${text} `);
    const apart = (next: string): boolean =>
      next === "" || operators.has(next) || relations.has(next) || opening.has(next[0] ?? "") || closing.has(next);
    const alone = (i === 0 || ((apart(before) || before === "(") && !closing.has(before))) && (apart(after) && !opening.has(after[0] ?? ""));
    const written = tag === "mfrac" && !alone ? `(${text})` : text;
    if (written.startsWith("(") && /\p{L} $/u.test(line)) line = line.trimEnd();
    const name = upright && all[i - 1]?.upright;
    if (!name && /[\p{L}\p{N}\p{M}ᵀ']$/u.test(line) && /^[\p{L}\p{N}∂∇]/u.test(written)) line += " ";
    line += written;
  });
  return line.replace(/ +/g, " ").trim();
}

/** The formula, or the part of one, that `markup` sets. */
export function linear(markup: Markup): string {
  if (!isTree(markup)) return plain(markup);
  const [first, second, third] = markup.children.filter(isTree);
  const part = (tree: Tree | undefined): string => (tree ? linear(tree) : "");
  switch (markup.tag) {
    case "mi":
    case "mn":
    case "mo":
    case "mtext":
      return plain(markup.children.filter((c): c is string => !isTree(c)).join(""));
    case "mfrac":
      return second ? `${bracketed(part(first))}/${bracketed(part(second))}` : part(first);
    case "msup":
      return raised(part(first), part(second));
    case "msub":
      return under(part(first), part(second));
    case "msubsup":
    case "munderover":
      return limits(under(sum(part(first)), part(second)), part(third));
    case "munder":
      return under(sum(part(first)), part(second));
    case "mover": {
      const accent = accents[part(second)];
      return accent === undefined ? raised(part(first), part(second)) : (part(first) + accent).normalize("NFC");
    }
    case "msqrt":
      return `sqrt(${row(markup.children)})`;
    case "mroot":
      return `${bracketed(part(first))}^(1/${bracketed(part(second))})`;
    case "mtable":
      return table(markup, false);
    case "mspace":
    case "annotation":
    case "mphantom":
      return "";
    default:
      return row(markup.children);
  }
}

const sum = (text: string): string => (text === "∑" ? "Σ" : text);
