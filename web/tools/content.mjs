// The words of an exercise: sections by name, formulas set, live numbers filled in from the report,
// and of the parts with a condition those shown that stand for the question.
import { readFile } from "node:fs/promises";
import path from "node:path";

import { typeset } from "./maths.mjs";
import { web } from "./place.mjs";

const wanted = ["statement", "look-for", "hint-1", "hint-2", "hint-3", "solution", "notes"];

/** {statement: "<p>…</p>", …} of web/content/<id>.html, as they stand for the question of `page`. */
export async function contentOf(id, page, source) {
  const file = path.join(web, "content", `${id}.html`);
  const hidden = page.facts.find(({ key }) => [...page.fields, ...page.readouts].some((other) => other.key === key));
  if (hidden) throw new Error(`${id}: the fact “${hidden.key}” has the key of a parameter or readout`);
  return sectionsOf(file, quoter(page, source, file), (body) => conditioned(body, source.toldBy(page), source, file));
}

/** The sections of a content file, set with `quote` and then given to `finish`. */
export async function sectionsOf(file, quote, finish = (body) => body) {
  const text = await readFile(file, "utf8");
  const sections = {};
  for (const [, name, body] of text.matchAll(/<section id="([a-z0-9-]+)">([\s\S]*?)<\/section>/g)) {
    if (!wanted.includes(name)) throw new Error(`${file}: no page has a section “${name}”`);
    sections[name] = finish(typeset(body.trim(), quote));
  }
  const missing = wanted.filter((name) => !(name in sections));
  if (missing.length > 0) throw new Error(`${file}: without ${missing.join(", ")}`);
  return sections;
}

/** Hides each element whose condition does not hold, and refuses one that never could. */
export function conditioned(html, facts, source, file) {
  return html.replace(/<(\w+)((?:\s[^>]*?)?)\sdata-when="([^"]*)"([^>]*)>/g, (tag, name, before, condition, after) => {
    const fault = source.unsound(condition, facts);
    if (fault) throw new Error(`${file}: data-when="${condition}": ${fault}`);
    return source.holds(condition, facts) ? tag : `<${name}${before} data-when="${condition}" hidden${after}>`;
  });
}

/** Without the elements that are hidden, and without what they hold. */
export function shown(html) {
  const start = html.search(/<\w+[^>]*\shidden(?:\s[^>]*)?>/);
  if (start < 0) return html;
  const [, name] = /^<(\w+)/.exec(html.slice(start));
  const tags = new RegExp(`<(/?)${name}\\b[^>]*>`, "g");
  tags.lastIndex = start;
  let depth = 0;
  do depth += tags.exec(html)[1] === "/" ? -1 : 1;
  while (depth > 0);
  return html.slice(0, start) + shown(html.slice(tags.lastIndex));
}

/** The first sentence of a statement without its markup, for search results and previews. */
export function description(statement) {
  const text = shown(statement)
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
