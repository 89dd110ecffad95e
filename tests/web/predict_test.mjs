// What the page makes of predictions: their forms, what is read of them, and how a guess came out.
import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";
import { called, printed } from "../program.mjs";

const page = await importSources(["predict/all", "predict/guesses", "predict/covered", "predict/sketch", "predict/telling", "markup", "store"]);
const { coveredBy, coverFigures, coverPinned, coverReadouts, grasped, Guesses, hangs, html, kindOf, spot, Store, told } = page;

const foretold = (more) => ({ ask: "How?", figures: [], tab: "", readouts: [], words: "covered until you guess", truth: null, why: "", ...more });
const pick = foretold({ kind: "pick", choices: ["leaky ReLU", "batch norm"] });
const each = foretold({ kind: "each", rows: ["query 1", "query 2", "query 3"], choices: ["key 1", "key 2"] });
const estimate = foretold({ kind: "estimate", unit: "px", low: 1, high: 99, whole: true });
const axis = foretold({ kind: "axis", figure: "histogram", upright: true, label: "loss", unit: "nats", low: 0, high: 12 });
const sketch = foretold({ kind: "sketch", figure: "curve", x_label: "p", label: "loss", low: 0, high: 4, at: [0.1, 0.5, 1] });

const inputs = (p) => kindOf(p).inputs(p).map(html).join("");
const count = (text, part) => text.split(part).length - 1;

test("each kind has inputs called guess, and a name for whoever listens", () => {
  assert.equal(count(inputs(pick), 'name="guess"'), 2);
  assert.equal(count(inputs(each), 'type="radio" name="guess-'), 6);
  assert.equal(count(inputs(each), 'role="radiogroup" aria-label="query '), 3);
  assert.equal(count(inputs(estimate), 'name="guess"'), 1);
  assert.match(inputs(estimate), /aria-label="Your guess, in px"/);
  assert.match(inputs(axis), /type="range"[^>]*aria-label="loss, in nats"/);
  assert.equal(count(inputs(sketch), 'aria-label="loss where p is'), 3);
});

test("what is typed is read as people write numbers, and what is none is refused with the bounds", () => {
  const read = (text) => kindOf(estimate).read(estimate, [text]);
  for (const text of ["62", " 62 px", "62px", "+62"]) assert.deepEqual(read(text), [62], text);
  assert.deepEqual(kindOf(estimate).read({ ...estimate, whole: false }, ["6,2"]), [6.2]);
  assert.deepEqual(read("1e1"), [10]);
  const wide = (text) => kindOf(estimate).read({ ...estimate, high: 1e9 }, [text]);
  for (const [text, value] of [["1 000", 1000], ["1’000", 1000], ["1,000,000", 1e6], ["\u200b49\u202f152", 49152], ["1 000,0", 1000], ["1,000.0", 1000]])
    assert.deepEqual(wide(text), [value], text);
  assert.equal(wide("1,000"), "Does 1,000 mean 1000 or 1.000? Write it without the comma, or with a point.");
  for (const text of ["12,34,56", "1,00,000", "1 00"]) assert.match(wide(text), /Type a number/, text);
  for (const text of ["many", "0", "100", "−3"]) assert.match(read(text), /from 1 to 99/, text);
  assert.match(read("6.5"), /whole number/);
});

test("a share where per cent are counted is asked about", () => {
  const percent = foretold({ kind: "estimate", unit: "%", low: 0, high: 100, whole: false });
  const read = (text) => kindOf(percent).read(percent, [text]);
  assert.match(read("0.99"), /per cent.* 0\.99 %.* 99 %/);
  for (const [text, value] of [["0.99 %", 0.99], ["99", 99], ["1", 1], ["0", 0]]) assert.deepEqual(read(text), [value]);
});

test("a choice, a place and a sketch are read from what the inputs hold", () => {
  assert.deepEqual(kindOf(pick).read(pick, ["1"]), [1]);
  assert.equal(typeof kindOf(pick).read(pick, []), "string");
  assert.equal(typeof kindOf(pick).read(pick, ["7"]), "string");
  assert.deepEqual(kindOf(axis).read(axis, ["4.2"]), [4.2]);
  assert.deepEqual(kindOf(sketch).read(sketch, ["3", "1", "0"]), [3, 1, 0]);
  assert.equal(typeof kindOf(sketch).read(sketch, ["3"]), "string");
});

test("a sketch of which no point was moved is no guess, and one with a moved point has the others where they stand", () => {
  assert.match(kindOf(sketch).read(sketch, ["", "", ""]), /^Drag the points/);
  assert.deepEqual(kindOf(sketch).read(sketch, ["", "3", ""]), [2, 3, 2]);
  assert.equal(count(inputs(sketch), "data-wants-hand"), 3);
});

test("a place that was not set is no guess, and the slider says so to the eye and the ear", () => {
  assert.equal(kindOf(axis).read(axis, [""]), "Place it between 0 and 12.");
  assert.match(inputs(axis), /<output[^>]*>not set yet</);
  assert.match(inputs(axis), /type="range"[^>]*data-wants-hand[^>]*aria-valuetext="not set yet"/);
});

test("a slider is given the very number that a browser makes of it, or it would count as moved", () => {
  assert.match(inputs({ ...axis, low: 0, high: 30 }), /value="3\.8"/);
});

test("a choice for each row is read row by row, and a row without one is asked for by its name", () => {
  assert.deepEqual(kindOf(each).read(each, ["1", "0", "1"]), [1, 0, 1]);
  assert.equal(kindOf(each).read(each, ["1", "", "1"]), "Pick one for query 2.");
  assert.equal(kindOf(each).read(each, ["1", "0", "2"]), "Pick one for query 3.");
});

test("a guess is said beside the lab's own number, once the lab has it", () => {
  assert.equal(told(pick, [0], null), "You guessed “leaky ReLU”.");
  assert.equal(told(pick, [0], [1]), "It is “batch norm”. You guessed “leaky ReLU”.");
  assert.equal(told(pick, [1], [1]), "You guessed “batch norm”. And so it is.");
  assert.equal(told(pick, [0], [1], "It has a scale."), "It is “batch norm”. You guessed “leaky ReLU”. It has a scale.");
  assert.equal(told(axis, [4.2], [5.5214], "No class is preferred."), "You guessed 4.2 nats. It is 5.521 nats. No class is preferred.");
  assert.equal(told(pick, [0], null, "It has a scale."), "You guessed “leaky ReLU”.");
  assert.equal(told(pick, [0], null, "", true), "You guessed “leaky ReLU”. When the run is over, this line says how it came out.");
  assert.equal(told(pick, [1], [1], "", true), "You guessed “batch norm”. And so it is.");
  assert.equal(told(each, [1, 0, 1], null), "You guessed key 2, key 1 and key 2.");
  assert.equal(told(each, [1, 0, 1], [1, 0, 1]), "You guessed key 2, key 1 and key 2. And so it is.");
  assert.equal(told(each, [1, 0, 0], [1, 0, 1]),
    "You guessed key 2, key 1 and key 1. 2 of 3 are right: it is key 2, key 1 and key 2.");
  assert.equal(told(estimate, [60], [62]), "You guessed 60 px. It is 62 px.");
  assert.equal(told(axis, [4.2], [5.5214]), "You guessed 4.2 nats. It is 5.521 nats.");
  assert.equal(told(axis, [5.5214], [5.521461]), "You guessed 5.52 nats. And so it is.");
  assert.match(told(sketch, [2.3, 0.69, 0], [2.3, 0.7, 0]), /^You sketched a curve\. It lies along/);
  assert.equal(told(sketch, [0, 2, 4], [2.3, 0.7, 0]), "You sketched a curve. It is 2.5 off on average over the 3 points.");
  assert.match(told({ ...sketch, label: "loss [nats]" }, [0, 2, 4], [2.3, 0.7, 0]), /It is 2\.5 nats off on average/);
});

test("what is drawn over the truth is in the units of the figure", () => {
  assert.equal(kindOf(pick).drawn(pick, [0]), null);
  assert.deepEqual(kindOf(axis).drawn(axis, [4.2]),
    { figure: "histogram", kind: "upright", words: "your guess 4.2", numbers: [4.2] });
  assert.deepEqual(kindOf(sketch).drawn(sketch, [3, 1, 0]).numbers, [0.1, 3, 0.5, 1, 1, 0]);
});

test("a finger on the pad moves the handle that is nearest to the height under it", () => {
  for (const [i, y] of [[0, 0], [1, 3], [2, 4]]) {
    const at = spot(sketch, i, y);
    const found = grasped(sketch, at.x + 4, at.y);
    assert.equal(found.handle, i);
    assert.ok(Math.abs(found.height - y) < 1e-9);
  }
  assert.equal(grasped(sketch, 0, -100).height, sketch.high);
  assert.equal(grasped(sketch, 0, 1e4).height, sketch.low);
});

test("guesses are kept under their question, one for each", () => {
  const kept = new Map();
  const keeper = { getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v) };
  const guesses = () => new Guesses(new Store(() => keeper), "1f");
  guesses().keep({ question: "1f", guess: [4], truth: null });
  guesses().keep({ question: "1f#variant=2", guess: [1], truth: [2] });
  guesses().keep({ question: "1f", guess: [4], truth: [5.5] });
  assert.deepEqual(guesses().of("1f").truth, [5.5]);
  assert.equal(guesses().of("1f#variant=3"), null);
  assert.equal(JSON.parse(kept.get("examlab:guesses:1f")).length, 2);
  assert.equal(guesses().wasShown("1f#variant=3"), false);
  guesses().show("1f#variant=3");
  assert.equal(guesses().wasShown("1f#variant=3"), true);
  assert.equal(JSON.parse(kept.get("examlab:guesses:1f")).length, 2);
});

test("a guess is kept with its reason, and one that was kept without is still a guess", () => {
  const kept = new Map([["examlab:guesses:1f", JSON.stringify([{ question: "1f", guess: [4], truth: [5.5] }])]]);
  const keeper = { getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v) };
  const guesses = new Guesses(new Store(() => keeper), "1f");
  assert.deepEqual(guesses.of("1f").guess, [4]);
  guesses.keep({ ...guesses.of("1f"), why: "No class is preferred." });
  assert.equal(guesses.of("1f").why, "No class is preferred.");
});

test("a curtain that was hung again is known by its question, until it goes", () => {
  const kept = new Map();
  const keeper = { getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v) };
  const guesses = () => new Guesses(new Store(() => keeper), "1f");
  assert.equal(guesses().isHungAgain("1f"), false);
  guesses().hangAgain("1f", true);
  guesses().hangAgain("1f#variant=2", true);
  assert.ok(guesses().isHungAgain("1f"));
  guesses().hangAgain("1f", false);
  assert.equal(guesses().isHungAgain("1f"), false);
  assert.ok(guesses().isHungAgain("1f#variant=2"));
});

test("a guess at another question of the exercise is known", () => {
  const kept = new Map();
  const keeper = { getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v) };
  const guesses = new Guesses(new Store(() => keeper), "1f");
  assert.equal(guesses.elsewhere("1f"), false);
  guesses.keep({ question: "1f", guess: [4], truth: null });
  assert.equal(guesses.elsewhere("1f"), false);
  assert.equal(guesses.elsewhere("1f#variant=2"), true);
});

test("a number that was not typed is asked for, one out of range is told the range", () => {
  assert.equal(kindOf(estimate).read(estimate, [" "]), "Type your guess, a whole number.");
  assert.match(kindOf(estimate).read(estimate, ["1e9"]), /^Type a number from /);
});

test("under the curtain neither a figure's text nor a readout's value or label is told", () => {
  const covered = coveredBy({ figures: ["a"], readouts: ["x"], words: "covered" });
  const figures = coverFigures([{ key: "a", title: "It is 5", alt: "5" }, { key: "b", title: "B", alt: "b" }], covered);
  assert.doesNotMatch(JSON.stringify(figures), /5/);
  assert.equal(figures[1].title, "B");
  const [x, y] = coverReadouts(
    [{ key: "x", label: "3 × 2", unit: "px", value: 5 }, { key: "y", label: "Y", unit: "", value: 1 }], covered);
  assert.deepEqual(x, { key: "x", label: "", unit: "", value: "covered" });
  assert.equal(y.label, "Y");
  assert.deepEqual(coverReadouts([y], coveredBy(null)), [y]);
  const pinned = { values: {}, readouts: { x: [[5]], y: 1 } };
  assert.deepEqual(coverPinned(pinned, covered).readouts, { x: "covered", y: 1 });
  assert.equal(coverPinned(pinned, coveredBy(null)), pinned);
});

test("every exercise asks in one sentence to the person, and has a form for it", () => {
  const built = JSON.parse(printed(["list"])).paper.filter((part) => part.built);
  const said = [];
  for (const { id } of built) {
    const { prediction } = called(id, "page");
    assert.match(prediction.ask, /\byou\b|^Sketch|Sketch it/i, id);
    assert.match(prediction.ask, /[?.]$/, id);
    assert.ok(prediction.ask.length < 200, `${id}: ${prediction.ask.length}`);
    assert.match(inputs(prediction), /name="guess["-]/, id);
    if (prediction.kind === "sketch") assert.match(prediction.label, / \[[^\]]+\]$/, `${id}: a unit`);
    said.push(prediction.kind);
  }
  for (const kind of ["pick", "each", "estimate", "axis", "sketch"]) assert.ok(said.includes(kind), kind);
});

test("a place on an axis is found in steps that people count in", async () => {
  const { stepOf } = await importSources(["predict/axis"]);
  assert.equal(stepOf(0, 40), 0.2);
  assert.equal(stepOf(0, 500), 5);
  assert.equal(stepOf(-1, 1), 0.02);
  assert.equal(stepOf(0, 0.05), 0.0005);
});

test("the curtain names “Show me” only where the form has such a button", () => {
  const choice = (show) => ({ kind: "many-of", id: "a", label: "Which?", options: [{ id: "i", text: "This.", show }] });
  assert.equal(hangs([choice("kernel=sobel")]),
    "Covered until you guess. Your first check, or “Show me”, uncovers it, too.");
  for (const form of [[choice("")], [{ kind: "number", id: "a", label: "How many?" }], []])
    assert.equal(hangs(form), "Covered until you guess. Your first check uncovers it, too.");
});
