// The font of the formulas: the glyphs that the pages use, cut from a packaged font with a MATH
// table, so that radicals, brackets and fractions look the same everywhere.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const source = "/usr/share/fonts/truetype/dejavu/DejaVuMathTeXGyre.ttf";
/** Debian's Python has the packaged fontTools, whatever comes first in the path. */
const pythons = ["/usr/bin/python3", "python3"];
/** What a live number or a variant's matrix may bring in beyond what is prerendered. */
const always = "0123456789.,−+=×·⁻⁰¹²³⁴⁵⁶⁷⁸⁹[](){}|√?∞ undefinedyesno";

/** The name of the font among the assets, or null where the machine lacks what makes it. */
export async function subsetMathFont(html, assets) {
  const python = pythons.find((name) => spawnSync(name, ["-c", "import fontTools, brotli"]).status === 0);
  if (!existsSync(source) || !python) {
    const makers = "fonts-dejavu-extra, python3-fonttools and python3-brotli";
    console.log(`page       no font for formulas: ${makers} make one`);
    return null;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), "math-"));
  try {
    const file = path.join(folder, "math.woff2");
    const { status, stderr } = spawnSync(python, [
      "-m",
      "fontTools.subset",
      source,
      `--unicodes=${[...characters(html)].map((c) => c.codePointAt(0).toString(16)).join(",")}`,
      "--flavor=woff2",
      "--layout-features=ssty",
      "--no-hinting",
      "--desubroutinize",
      `--output-file=${file}`,
    ]);
    if (status !== 0) throw new Error(`fontTools.subset: ${stderr}`);
    return await assets.add("math.woff2", readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The characters of all formulas; single letters as the italics that MathML shows them in. */
function characters(html) {
  const found = new Set(always);
  for (const [formula] of html.matchAll(/<math[\s\S]*?<\/math>/g)) {
    const text = formula.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    for (const c of text.replaceAll("&amp;", "&")) {
      found.add(c);
      const italic = italicOf(c);
      if (italic) found.add(italic);
    }
  }
  return found;
}

function italicOf(c) {
  if (c === "h") return "ℎ";
  if (/[A-Z]/.test(c)) return String.fromCodePoint(0x1d434 + c.charCodeAt(0) - 65);
  if (/[a-z]/.test(c)) return String.fromCodePoint(0x1d44e + c.charCodeAt(0) - 97);
  if (/[α-ω]/.test(c)) return String.fromCodePoint(0x1d6fc + c.charCodeAt(0) - 0x3b1);
  return null;
}
