// The form of the parameters, by a lab that has a field of every kind.
import assert from "node:assert/strict";
import { test } from "node:test";

import { called, sampler } from "../program.mjs";
import { importSources } from "../../web/tools/sources.mjs";

const { parameters, wanted, meantFor, html } = await importSources(["parameters", "own_files", "markup"]);
const { fields } = called("sampler", "page", {}, sampler);
const field = (key) => fields.find((f) => f.key === key);

test("every field has a control that says its key, its kind and where complaints stand", () => {
  const trees = parameters(fields);
  assert.equal(trees.length, fields.length);
  trees.forEach((tree, i) => {
    const [label, control, says] = tree.children;
    const { key, kind } = fields[i];
    assert.equal(label.attributes.for, control.attributes.id);
    assert.equal(control.attributes["data-key"], key);
    assert.equal(control.attributes["data-kind"], kind);
    assert.equal(control.attributes["aria-describedby"], says.attributes.id);
  });
});

const markup = (key) => html(parameters([field(key)])[0]);

test("each kind shows the value in force in its own way", () => {
  assert.match(markup("count"), /<input [^>]*value="3" title="from 0 to 100"/);
  assert.match(markup("spread"), /value="auto"[^>]*placeholder="auto"/);
  assert.match(markup("on"), /type="checkbox" checked/);
  assert.match(markup("mode"), /<option value="plain" selected>plain<\/option><option value="dotted">/);
  assert.match(markup("weights"), /value="0.5,0.25"/);
  assert.match(markup("table"), /<textarea [^>]*>1,2\n3,4<\/textarea>/);
  assert.match(markup("given"), /<select [^>]*multiple[^>]*><option value="x1" selected>x1<\/option><option value="x2">/);
  assert.match(markup("edges"), /value="z1&gt;x1,z2&gt;x1,x1&gt;x2" title="arrows among z1, z2, x1, x2"/);
  assert.match(markup("note"), /<textarea [^>]*>\nfirst line\nsecond line<\/textarea>/);
  assert.match(markup("picture"), /type="file" accept="image\/png,image\/jpeg" data-media="picture"/);
});

test("what a control holds is said as a link carries it", () => {
  const asked = (kind, element) => wanted({ dataset: { kind }, ...element });
  assert.equal(asked("whole", { value: " 7 " }), "7");
  assert.equal(asked("flag", { checked: true }), "1");
  assert.equal(asked("choice", { value: "dotted" }), "dotted");
  assert.equal(asked("table", { value: "[[1, 2],\n[3, 4]]" }), "[[1, 2],\n[3, 4]]");
  assert.equal(asked("subset", { selectedOptions: [{ value: "x1" }, { value: "x3" }] }), "x1,x3");
  assert.equal(asked("arrows", { value: "z1>z2" }), "z1>z2");
  assert.equal(asked("text", { value: " kept \n" }), " kept \n");
  assert.equal(asked("asset", {}), "");
});

test("a file goes to the field of its kind, and to the first where there is none", () => {
  const assets = fields.filter((f) => f.kind === "asset");
  const key = (name, type) => meantFor(assets, { name, type })?.key;
  assert.equal(key("a.png", "image/png"), "picture");
  assert.equal(key("a.txt", "text/plain"), "words");
  assert.equal(key("a.csv", ""), "words");
  assert.equal(key("t10k-images-idx3-ubyte", ""), "digits");
  assert.equal(meantFor([field("words")], { name: "a.png", type: "image/png" }).key, "words");
  assert.equal(meantFor([], { name: "a.png", type: "image/png" }), undefined);
});
