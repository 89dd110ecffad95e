// The static page of each built exercise and of each lab: readable before or without any script.
import path from "node:path";

import { contentOf, description } from "./content.mjs";
import { web } from "./place.mjs";
import { filled } from "./template.mjs";

const template = (name, values = {}) => filled(path.join(web, `${name}.html`), values);

const markup = (source, trees) => trees.map(source.html).join("");

function labSection(source, page, title, lookFor) {
  return template("lab", {
    labtitle: source.escaped(title),
    lookfor: lookFor,
    parameters: markup(source, source.parameters(page.fields)),
    rows: markup(source, source.rows(page.readouts)),
    figures: markup(source, source.gallery(page.figures)),
  });
}

const link = (source, id, rel, text) => `<a rel="${rel}" href="../${id}/">${source.escaped(text)}</a>`;

/** Links to the built parts before and after, and to the paper. */
function neighbours(source, paper, id) {
  const built = paper.filter((part) => part.built);
  const at = built.findIndex((part) => part.id === id);
  const before = built[at - 1];
  const after = built[at + 1];
  return [
    before ? link(source, before.id, "prev", `← ${before.id} ${before.title}`) : "<span></span>",
    '<a href="../">The whole paper</a>',
    after ? link(source, after.id, "next", `${after.id} ${after.title} →`) : "<span></span>",
  ].join(" ");
}

async function exercisePage({ engine, source, catalogue }, part) {
  const page = engine.page(part.id);
  const content = await contentOf(part.id, page, source);
  const lab = catalogue.labs.find((row) => row.id === part.lab);
  const lookFor = `<div class="look-for"><h3>Look for</h3>${content["look-for"]}</div>`;
  return {
    folder: `${part.id}/`,
    id: part.id,
    script: "page",
    title: `${part.id} ${part.title} · Exam Lab`,
    description: description(content.statement),
    body: template("exercise", {
      id: part.id,
      title: source.escaped(part.title),
      marks: source.marks(part.marks),
      tools: template("tools"),
      keys: template("keys"),
      statement: content.statement,
      signature: source.signature(page.form),
      questions: markup(source, source.questions(page.form)),
      hintone: content["hint-1"],
      hinttwo: content["hint-2"],
      hintthree: content["hint-3"],
      solution: content.solution,
      notes: content.notes,
      lab: labSection(source, page, lab.title, lookFor),
      neighbours: neighbours(source, catalogue.paper, part.id),
      size: "%size%",
    }),
  };
}

export async function exercisePages(site) {
  const built = site.catalogue.paper.filter((part) => part.built);
  return Promise.all(built.map((part) => exercisePage(site, part)));
}

export function labPages({ engine, source, catalogue }) {
  return catalogue.labs.map((lab) => {
    const page = engine.page(lab.id);
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
