// TeX to MathML at build time. Native MathML needs no script, no inline style and no fonts of its
// own, and a screen reader reads it.
import katex from "katex";

/** {{key}}, or {{key:8}} for eight significant digits. */
const quotation = /\{\{([A-Za-z0-9_.-]+)(?::(\d+))?\}\}/g;
/** Unicode's letters of a variant: the code point of its A, and those that stand elsewhere. */
const variants = {
  "double-struck": { a: 0x1d538, C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" },
  script: { a: 0x1d49c, B: "ℬ", E: "ℰ", F: "ℱ", H: "ℋ", I: "ℐ", L: "ℒ", M: "ℳ", R: "ℛ" },
};

/** Quotations stand in the TeX as numbers that nobody writes, and are found again in the MathML. */
const placeholder = (index) => `{9073${String(index).padStart(4, "0")}}`;
const thin = '<mspace width="0.1667em"></mspace>';
/** KaTeX takes a full stop after a number for its decimal point. */
const placed = /<mn>9073(\d{4})(\.?)<\/mn>/g;

/** MathML of one formula; `quote(key, digits)` gives the markup of a quotation. */
export function mathml(tex, display, quote) {
  const quotations = [];
  const source = decoded(tex).replace(quotation, (_, key, digits) =>
    placeholder(quotations.push([key, digits && Number(digits)]) - 1),
  );
  const rendered = katex.renderToString(source, {
    output: "mathml",
    displayMode: display,
    throwOnError: true,
    strict: "error",
  });
  const found = [];
  const math = bare(rendered).replace(placed, (_, index, stop) => {
    found.push(Number(index));
    return quote(...quotations[Number(index)]) + (stop === "" ? "" : "<mtext>.</mtext>");
  });
  if (found.length !== quotations.length) throw new Error(`A quotation was lost in: ${tex}`);
  return math;
}

function decoded(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Without the TeX source, which would be read twice, and with letters in place of variants. */
function bare(rendered) {
  const math = rendered
    .replace(/^<span class="katex">|<\/span>$/g, "")
    .replace(/<annotation[\s\S]*?<\/annotation>/g, "")
    .replace(/<\/?semantics>/g, "")
    .replace(/ xmlns="[^"]*"/, "")
    // TeX sets log and its like off from their neighbours; MathML leaves that to the author.
    .replace(/<mo>\u2061<\/mo>(?!<mo|<mrow><mo)/g, `<mo>\u2061</mo>${thin}`)
    .replace(/(<\/m(?:i|n|row|sub|sup|subsup|frac)>)(<mi>(?:log|ln|exp)<\/mi>)/g, `$1${thin}$2`)
    .replace(/ mathvariant="(double-struck|script)">([A-Z])</g, (_, variant, letter) => {
      const { a, ...elsewhere } = variants[variant];
      return `>${elsewhere[letter] ?? String.fromCodePoint(a + letter.charCodeAt(0) - 65)}<`;
    });
  // A bracket with a size of its own stays small where it carries an exponent.
  if (/<m(?:sup|sub|subsup)><mo[^>]*minsize/.test(math))
    throw new Error(`Write \\left and \\right around what has an exponent, in ${math}`);
  const left = math.match(/ mathvariant="(?!normal)[^"]*"| style="/);
  if (left) throw new Error(`MathML Core has no${left[0]}, in ${math}`);
  return math;
}

/** Every \( … \), \[ … \] and {{key}} of a piece of content. */
export function typeset(html, quote) {
  // What closes a sentence or a part of it does not fall on the next line alone.
  return html
    .split(/(\\\([\s\S]*?\\\)[,.;:!?)]*|\\\[[\s\S]*?\\\])/)
    .map((piece) => {
      if (piece.startsWith("\\(")) {
        const end = piece.lastIndexOf("\\)");
        const math = mathml(piece.slice(2, end), false, quote.inMaths);
        const behind = piece.slice(end + 2);
        return behind === "" ? math : `<span class="kept">${math}${behind}</span>`;
      }
      if (piece.startsWith("\\[")) {
        return `<div class="display" tabindex="0">${mathml(piece.slice(2, -2), true, quote.inMaths)}</div>`;
      }
      // Nor does the sign of a per cent.
      return piece.replaceAll(" %", "\u00a0%").replace(quotation, (_, key, digits) => quote.inText(key, digits && Number(digits)));
    })
    .join("");
}
