// The words of an exercise: sections by name, formulas set, live numbers filled in from the report.
import { readFile } from "node:fs/promises";
import path from "node:path";

import { typeset } from "./maths.mjs";
import { web } from "./place.mjs";

const wanted = ["statement", "look-for", "hint-1", "hint-2", "hint-3", "solution", "notes"];

/** {statement: "<p>…</p>", …} of web/content/<id>.html. */
export async function contentOf(id, page, source) {
  const file = path.join(web, "content", `${id}.html`);
  const text = await readFile(file, "utf8");
  const sections = {};
  for (const [, name, body] of text.matchAll(/<section id="([a-z0-9-]+)">([\s\S]*?)<\/section>/g)) {
    if (!wanted.includes(name)) throw new Error(`${file}: no page has a section “${name}”`);
    sections[name] = typeset(body.trim(), quoter(page, source, file));
  }
  const missing = wanted.filter((name) => !(name in sections));
  if (missing.length > 0) throw new Error(`${file}: without ${missing.join(", ")}`);
  return sections;
}

/** The first sentence of a statement without its markup, for search results and previews. */
export function description(statement) {
  const text = statement
    .replace(/<math[\s\S]*?<\/math>/g, " … ")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return text.length <= 160 ? text : `${text.slice(0, text.lastIndexOf(" ", 157))} …`;
}

function quoter(page, source, file) {
  const known = source.quotable(page);
  const value = (key) => {
    if (!known.has(key)) throw new Error(`${file}: there is no {{${key}}} in ${[...known.keys()].join(" ")}`);
    return known.get(key);
  };
  const marked = (key, digits) => ({ "data-quote": key, "data-digits": digits });
  const { h, html } = source;
  return {
    inText: (key, digits) =>
      html(h("span", marked(key, digits), source.spoken(value(key), digits ?? source.usual_digits))),
    inMaths: (key, digits) =>
      html(h("mrow", marked(key, digits), ...source.formula(value(key), digits ?? source.usual_digits))),
  };
}
