// The whole paper with its marks: the built parts are links, the others say that they are not built.
import path from "node:path";

import { web } from "./place.mjs";
import { filled } from "./template.mjs";

function row({ h, marks }, part) {
  const name = part.built ? h("a", { href: `${part.id}/` }, part.title) : part.title;
  return h(
    "tr",
    { class: part.built ? "built" : "announced" },
    h("th", { scope: "row" }, h("span", { class: "part" }, part.id), " ", name),
    h("td", { class: "value" }, marks(part.marks)),
    part.built
      ? h("td", { "data-reached": part.id })
      : h("td", { class: "faint" }, "not built yet"),
  );
}

function question(source, number, parts) {
  const { h } = source;
  const id = `question-${number}`;
  return h(
    "table",
    { class: "parts", "aria-labelledby": id },
    h("caption", { id }, `Question ${number}`),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, "part"),
        h("th", { scope: "col" }, "marks"),
        h("th", { scope: "col" }, "reached by you"),
      ),
    ),
    h("tbody", {}, ...parts.map((part) => row(source, part))),
  );
}

export function frontPage({ source, catalogue }) {
  const { paper, labs } = catalogue;
  const numbers = [...new Set(paper.map((part) => part.question))];
  const tables = numbers.map((n) => question(source, n, paper.filter((p) => p.question === n)));
  const items = labs.map((lab) =>
    source.h("li", {}, source.h("a", { href: `${lab.id}/` }, lab.title)),
  );
  return {
    folder: "",
    id: "",
    script: "front",
    title: "Exam Lab: a deep-learning paper to play with",
    description:
      "A university paper on deep learning, part by part: question, interactive lab, marking with reasons, hints and a worked solution.",
    body: filled(path.join(web, "paper.html"), {
      count: String(paper.filter((part) => part.built).length),
      questions: tables.map(source.html).join("\n"),
      labs: items.map(source.html).join(""),
    }),
  };
}
