// The static page of each built exercise and of each lab: readable before or without any script.
import path from "node:path";

import { askedFold } from "./asked.mjs";
import { contentOf, description } from "./content.mjs";
import { web } from "./place.mjs";
import { filled } from "./template.mjs";

const template = (name, values = {}) => filled(path.join(web, `${name}.html`), values);

const markup = (source, trees) => trees.map(source.html).join("");

/** Of an exercise what it covers stays covered, and the form of its prediction stands over the picture. */
function labSection(source, page, title, lookFor) {
  const covered = source.coveredBy(page.prediction);
  return template("lab", {
    covered: page.prediction ? " covered" : "",
    prediction: page.prediction ? prediction(source, page) : "",
    switch: page.prediction ? guessFirst(source) : "",
    told: page.prediction ? `>${source.hangs(page.form)}` : " hidden>",
    labtitle: source.escaped(title),
    lookfor: lookFor,
    poster: "%poster%",
    parameters: markup(source, source.parameters(page.fields)),
    rows: markup(source, source.rows(source.coverReadouts(page.readouts, covered))),
    figures: markup(source, source.gallery(source.coverFigures(page.figures, covered))),
  });
}

function prediction(source, page) {
  const form = source.predictionForm(page.prediction);
  const attributes = { ...form.attributes, "data-question": page.id, "data-form": source.formOf(page.prediction) };
  return source.html({ ...form, attributes });
}

/** The switch of the curtain; what is said beside it says what it does. */
const guessFirst = ({ h, html }) =>
  html(h("label", { class: "guess-first", for: "guess-first" },
    h("input", { type: "checkbox", role: "switch", id: "guess-first", checked: true, autocomplete: "off", "aria-describedby": "guessed" }),
    "Guess first"));

const link = (source, id, rel, text) => `<a rel="${rel}" href="../${id}/">${source.escaped(text)}</a>`;

/** The built parts before and after, and the place of this one in the whole paper. */
export function placeOf(paper, id) {
  const built = paper.filter((part) => part.built);
  const at = built.findIndex((part) => part.id === id);
  const number = (part) => 1 + paper.indexOf(part);
  return {
    before: built[at - 1],
    after: built[at + 1],
    /** How many parts lie between this one and another. */
    between: (part) => Math.abs(number(part) - number(built[at])) - 1,
    number: number(built[at]),
    count: paper.length,
  };
}

/** "Next part: 2a-i Title"; where others lie between that are not here yet, how many. */
export function wayTo(word, part, between) {
  if (between === 0) return `${word} part: ${part.id} ${part.title}`;
  const left_out = between === 1 ? "1 part between is" : `${between} parts between are`;
  return `${word} part: ${part.id} ${part.title} (${left_out} not here yet)`;
}

/** What the button says that leads on after full marks. */
export const nextText = ({ after }) => (after ? `Next part: ${after.id} ›` : "Back to the paper ›");

/** "‹ 1f · 6 of 25 ›": the part before, the whole paper, the part after. */
function way({ h, html }, { before, after, between, number, count }, id) {
  const arrow = (part, rel, word, sign) => {
    if (!part) return h("span", { class: "end", "aria-hidden": "true" }, sign);
    const says = wayTo(word, part, between(part));
    return h("a", { rel, href: `../${part.id}/`, title: says, "aria-label": says }, sign);
  };
  // A phone has room for a stroke, and who listens hears "of".
  const of = [h("span", { class: "word" }, " of "), h("span", { class: "stroke", "aria-hidden": "true" }, "/")];
  const place = h("a", { class: "place", href: "../", title: "The whole paper" },
    h("strong", {}, id), ` · ${number}`, ...of, String(count));
  return [arrow(before, "prev", "Previous", "‹"), place, arrow(after, "next", "Next", "›")].map(html).join("");
}

/** What stands first under a heading that speaks of the end, as long as the run has not come to it. */
const so_far =
  '<p class="faint" data-when="!settled" hidden>So far, at step <span data-quote="steps.done"></span> of ' +
  '<span data-quote="steps.total"></span>: what follows speaks of the end.</p>';

/**
 * What to look for, folded up: its first sentence stays in view. Paragraphs that stand for some questions
 * only have their first sentences beside each other, of which one is shown. Of a lab that `runs` in steps
 * what is folded up within it says whether it speaks of the end.
 */
export function folded(lookFor, runs = false) {
  const paragraph = /^\s*<p((?:\s[^>]*)?)>([\s\S]*?)<\/p>/;
  const heads = [];
  const rests = [];
  let left = lookFor;
  for (let found = paragraph.exec(left); found; found = paragraph.exec(left)) {
    const [whole, attributes, body] = found;
    if (heads.length > 0 && !attributes.includes("data-when")) break;
    const [, first, rest] = /^([\s\S]*?[.?]) ([\s\S]*)$/.exec(body) ?? [null, body, ""];
    heads.push(`<span${attributes}>${first}</span>`);
    if (rest !== "") rests.push(`<p${attributes}>${rest}</p>`);
    left = left.slice(whole.length);
    if (!attributes.includes("data-when")) break;
  }
  const rest = rests.join("") + (runs ? left.replaceAll("</summary>", `</summary>${so_far}`) : left);
  const head = `<span class="clamped"><strong>Look for:</strong> ${heads.join("")}</span>`;
  return `<details class="look-for"><summary>${head}</summary><div class="look-for-rest">${rest}</div></details>`;
}

async function exercisePage({ pageOf, source, catalogue }, part) {
  const page = pageOf(part.id);
  const content = await contentOf(part.id, page, source);
  const lab = catalogue.labs.find((row) => row.id === part.lab);
  const place = placeOf(catalogue.paper, part.id);
  return {
    folder: `${part.id}/`,
    id: part.id,
    script: "page",
    title: `${part.id} ${part.title} · Exam Lab`,
    description: description(content.statement),
    body: template("exercise", {
      id: part.id,
      title: source.escaped(part.title),
      way: way(source, place, part.id),
      nexthref: place.after ? `../${place.after.id}/` : "../",
      nexttext: nextText(place),
      marks: source.marks(part.marks),
      tools: template("tools"),
      keys: template("keys"),
      statement: content.statement,
      asked: askedFold(content.statement),
      signature: source.signature(page.form),
      questions: markup(source, source.questions(page.form)),
      hintone: content["hint-1"],
      hinttwo: content["hint-2"],
      hintthree: content["hint-3"],
      solution: content.solution,
      notes: content.notes,
      lab: labSection(source, page, lab.title, folded(content["look-for"], page.total > 0)),
      size: "%size%",
    }),
  };
}

export async function exercisePages(site) {
  const built = site.catalogue.paper.filter((part) => part.built);
  return Promise.all(built.map((part) => exercisePage(site, part)));
}

export function labPages({ pageOf, source, catalogue }) {
  return catalogue.labs.map((lab) => {
    const page = pageOf(lab.id);
    const uses = catalogue.paper.filter((part) => part.built && part.lab === lab.id);
    return {
      folder: `${lab.id}/`,
      id: lab.id,
      script: "page",
      title: `${lab.title} · Exam Lab`,
      description: `${lab.title}: an interactive lab. ${page.figures[0]?.alt ?? ""}`.slice(0, 160),
      body: template("bare", {
        title: source.escaped(lab.title),
        tools: template("tools"),
        keys: template("keys"),
        lab: labSection(source, page, lab.title, ""),
        neighbours: [
          ...uses.map((part) => link(source, part.id, "up", `${part.id} ${part.title}`)),
          '<a href="../">The whole paper</a>',
        ].join(" "),
      }),
    };
  });
}
