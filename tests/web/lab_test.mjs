// What the engine says is held against the types that the page reads it with: the program's answers
// are written down as values of those types, and the type check must take them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import { called, printed, root, sampler } from "../program.mjs";

const folder = join(root, "build", "page-types");
after(() => rmSync(folder, { recursive: true, force: true }));

/** The complaints of the type check about [[call, answer], ...], one for each answer at most. */
function complaints(answers) {
  mkdirSync(folder, { recursive: true });
  const config = { extends: "../../web/tsconfig.json", include: ["answers.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const lines = answers.map(
    ([call, answer], i) => `export const answer${i}: Gives<"${call}"> = ${JSON.stringify(answer)};`,
  );
  const head = 'import type { Gives } from "../../web/src/calls.js";';
  writeFileSync(join(folder, "answers.ts"), [head, ...lines, ""].join("\n"));
  const tsc = join(root, "web", "node_modules", "typescript", "bin", "tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, "--noEmit", "-p", folder], { encoding: "utf8" });
  assert.equal(status === 0, stdout.trim() === "", stdout);
  return stdout;
}

const catalogue = JSON.parse(printed(["list"]));
const exercises = catalogue.paper.filter((part) => part.built).map((part) => part.id);
const labs = catalogue.labs.map((lab) => lab.id);
const odd = (form, text) => Object.fromEntries(form.map(({ id }) => [id, text]));

test("the page knows every kind and every member that the engine writes", () => {
  const answers = [["catalogue", catalogue]];
  for (const id of [...exercises, ...labs]) answers.push(["page", called(id, "page")], ["report", called(id, "report")]);
  for (const id of exercises) {
    const { form } = called(id, "page");
    for (const given of [{}, odd(form, "17"), odd(form, "?"), odd(form, "i")]) {
      answers.push(["mark", called(id, "mark", { answers: given })]);
    }
    answers.push(["understand", called(id, "understand", { question: form[0].id, part: "", text: "1" })]);
  }
  answers.push(["page", called("sampler", "page", {}, sampler)]);
  const file = { key: "picture", name: "a.png", pixels: [1, 1] };
  answers.push(["give", called("1c", "give", file)]);
  answers.push(["open", called("1f", "open", { link: "1f#classes=0&x=1" })]);
  const pairs = [["classes", "11"], ["classes", "0"], ["x", "1"]];
  answers.push(["set", called("1f", "set", { pairs })]);
  answers.push(["page", called("1f#classes=10/sigma=0.5", "page")]);
  answers.push(["ask", called("1f#/classes=10", "ask")], ["back", called("1f#/classes=10", "back")]);
  answers.push(["csv", called("1f", "csv", { figure: called("1f", "page").figures[0].key })]);
  answers.push(["matrix", called("1f", "matrix", { text: "[[1, 2], [3, 4]]" })]);
  answers.push(["matrix", called("1f", "matrix", { text: "1;2\n3" })]);
  assert.equal(complaints(answers), "");
});

/** A page with something in it that no page has; `change` puts it there. */
function changed(change) {
  const page = called("1f", "page");
  change(page);
  return ["page", page];
}

test("a kind, an offer or a member that the page does not know is named", () => {
  const said = complaints([
    ["catalogue", { ...catalogue, kinds: [...catalogue.kinds, "charade"] }],
    changed((page) => (page.form[0].kind = "riddle")),
    changed((page) => (page.form[0].prize = 1)),
    changed((page) => (page.fields[0].kind = "tensor")),
    changed((page) => (page.fields[0].offer = "hidden")),
    changed((page) => (page.prediction.kind = "oracle")),
    changed((page) => (page.weather = "fair")),
    changed((page) => delete page.readouts[0].unit),
  ]);
  for (const name of ["charade", "riddle", "prize", "tensor", "hidden", "oracle", "weather", "unit"]) {
    assert.match(said, new RegExp(`["']${name}["']`), name);
  }
});
