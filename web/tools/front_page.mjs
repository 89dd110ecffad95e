// The whole paper with its marks: the built parts are live, the others say that they are not built.
import path from "node:path";

import { web } from "./place.mjs";
import { filled } from "./template.mjs";

/** One part as a card; `lab` is the title of its lab. */
function card({ h, marks }, part, lab) {
  const inside = [
    h("span", { class: "card-top" }, h("span", { class: "part" }, part.id), " ",
      h("span", { class: "card-marks" }, `${marks(part.marks)} marks`)),
    h("span", { class: "card-title" }, part.title),
    h("span", { class: "card-lab" }, part.built ? `Lab: ${lab}` : "Not built yet"),
  ];
  if (!part.built) return h("li", { class: "card announced" }, ...inside);
  const reached = h("span", { class: "card-reached", "data-reached": part.id, "data-marks": part.marks, hidden: true });
  return h("li", { class: "card" }, h("a", { href: `${part.id}/` }, ...inside, reached));
}

/** The marks of a question as a bar that its parts share. It repeats the cards, so it has no text. */
function strip({ h, html, marks }, parts) {
  const all = parts.reduce((sum, part) => sum + part.marks, 0);
  const percent = (share) => `${((100 * share) / all).toFixed(3)}%`;
  let from = 0;
  const pieces = parts.map((part) => {
    const attributes = { x: percent(from), width: percent(part.marks), height: "100%" };
    const middle = percent(from + part.marks / 2);
    from += part.marks;
    const piece = h("g", { class: part.built ? "piece built" : "piece", "data-piece": part.id },
      h("title", {}, `${part.id} ${part.title}, ${marks(part.marks)} marks`),
      h("rect", attributes),
      h("text", { x: middle, y: "50%", "dominant-baseline": "central", "text-anchor": "middle" }, part.id));
    return part.built ? h("a", { href: `${part.id}/`, tabindex: "-1" }, piece) : piece;
  });
  return html(h("svg", { class: "strip", "aria-hidden": "true", height: "40", width: "100%" }, ...pieces));
}

/** The loss -ln p of a prediction. It gives no answer of the paper away. */
function lossCurve({ h, html }) {
  const x = (p) => 40 + 340 * p;
  const y = (loss) => 250 - 38 * loss;
  const curve = Array.from({ length: 121 }, (_, i) => Math.exp(-6 + i / 20))
    .map((p) => `${x(p).toFixed(1)} ${y(-Math.log(p)).toFixed(1)}`);
  const dot = { cx: x(0.02), cy: y(-Math.log(0.02)), r: 7 };
  const text = (tag, at, top, words) => h("text", { class: tag, x: at, y: top }, words);
  return html(h("svg", { viewBox: "0 0 400 290", role: "img", "aria-labelledby": "curve-title" },
    h("title", { id: "curve-title" }, "The loss of one example, minus the logarithm of the probability given to its class: the less probable the network thought the true class, the more it costs; certainty costs nothing."),
    h("path", { class: "axis", d: `M40 10V250H390` }),
    ...[2, 4, 6].map((n) => text("tick", 22, y(n) + 5, String(n))),
    h("path", { class: "curve", d: `M${curve.join("L")}` }),
    h("circle", { class: "guess", ...dot }),
    h("circle", { class: "sure", cx: x(1), cy: y(0), r: 7 }),
    text("note", 66, y(-Math.log(0.02)) + 5, "called improbable, and true"),
    text("note end", x(1), y(0) - 38, "certain and right: 0"),
    text("tick", 40, 276, "0"),
    text("tick end", x(1), 276, "1"),
    text("tick middle", x(0.5), 276, "probability of the true class"),
    text("tick", 50, 22, "loss [nats]")));
}

function question(source, number, parts, labs) {
  const { html, h } = source;
  const id = `question-${number}`;
  const cards = parts.map((part) => card(source, part, labs.get(part.lab)));
  return [
    `<section class="paper-question" aria-labelledby="${id}">`,
    html(h("h2", { id }, `Question ${number}`, " ", h("span", { class: "faint" }, "100 marks"))),
    strip(source, parts),
    html(h("ul", { class: "cards" }, ...cards)),
    "</section>",
  ].join("\n");
}

export function frontPage({ source, catalogue }) {
  const { paper, labs } = catalogue;
  const titles = new Map(labs.map((lab) => [lab.id, lab.title]));
  const numbers = [...new Set(paper.map((part) => part.question))];
  const questions = numbers.map((n) =>
    question(source, n, paper.filter((p) => p.question === n), titles));
  const items = labs.map((lab) =>
    source.h("li", {}, source.h("a", { href: `${lab.id}/` }, lab.title)),
  );
  const built = paper.filter((part) => part.built);
  const first = built[0] ?? paper[0];
  return {
    folder: "",
    id: "",
    script: "front",
    title: "Exam Lab: a deep-learning paper to play with",
    description:
      "A university paper on deep learning, part by part: question, interactive lab, marking with reasons, hints and a worked solution.",
    body: filled(path.join(web, "paper.html"), {
      count: built.length === paper.length ? "All 25" : `${built.length} of 25`,
      papermarks: paper.reduce((sum, part) => sum + part.marks, 0),
      first: first.id,
      firsttitle: first.title,
      curve: lossCurve(source),
      questions: questions.join("\n"),
      labs: items.map(source.html).join(""),
    }),
  };
}
