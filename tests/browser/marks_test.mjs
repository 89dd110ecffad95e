// The same answers get the same marks and the same words from the program and from the page; every
// third of them in Firefox, too.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { program, score } from "./browsers.mjs";
import { inBrowser, inEachBrowser } from "./scene.mjs";

/** One of every kind of field: right, wrong with a diagnosis, in part, unreadable. */
const cases = [
  ["1c", { statements: ["i", "iv"] }],
  ["1e", { metric: "f1", argument: { text: "a miss costs most", points: ["i"] } }],
  ["1f#classes=10", { loss: "-log(1/10)" }],
  ["1f", { loss: "ln 250 metres" }],
  ["1h-i", { W1: "Da x D", b1: "1", W2: "Da × 1", b2: "scalar", X: "(2, D, m)", Y: "" }],
  ["1h-i", { W1: "D x Da", b1: "(1, Da)", W2: "Da x 1", b2: "1x1", X: "m x D", Y: "m x 1" }],
  ["1h-ii", { delta1: "(ŷ − y)/m" }],
  ["1h-ii", { delta1: "2(yhat - y)/m" }],
  ["1h-ii", { delta1: "∂L/∂z3 = y − ŷ" }],
  ["1h-iii", { delta2: "W2ᵀ" }],
  ["1h-iv#variant=3", { delta3: "-diag(tanh'(z2))" }],
  ["1h-iv", { delta3: "z2 z2" }],
  ["1h-iv", { delta3_written: [["-1[z2_1>0]", ""], ["1", "0"]], gradients: ["W2ᵀ δ1", "ga", "", "g1 xᵀ", "g1 +"] }],
  ["2d-i", { output: "-4,3,1,-5;2,4,3,-2;2,4,3,-2" }],
];

/** What the program makes of each case. */
const native = [];
const folder = mkdtempSync(join(tmpdir(), "marks-"));
before(() => {
  for (const [link, answers] of cases) {
    const file = join(folder, "answers.json");
    writeFileSync(file, JSON.stringify(answers));
    native.push(JSON.parse(execFileSync(program, ["mark", link, file], { encoding: "utf8" })));
  }
});
after(() => rmSync(folder, { recursive: true }));

inEachBrowser((scene) => {
  test("the page marks as the program does", async () => {
    await scene.withPage({ drawn: false }, async (page) => {
      let last;
      for (const [i, [link, answers]] of cases.entries()) {
        if (scene.name === "Firefox" && i % 3 !== 0) continue;
        const [id] = link.split("#");
        if (id === last) await page.evaluate((l) => globalThis.examlab.open(l), link);
        else await page.open(scene.at(link));
        last = id;
        const marking = await page.evaluate((a) => globalThis.examlab.mark(a), answers);
        assert.deepEqual(marking, native[i], link);
        await page.isWell(link);
      }
    });
  });
});

inBrowser("Chromium", (scene) => {
  test("the program gives every outcome that there is", () => {
    const outcomes = new Set(native.flatMap((marking) => marking.fields.map((f) => f.outcome)));
    assert.deepEqual([...outcomes].sort(), ["blank", "invalid", "partly", "right", "wrong"]);
  });

  test("what is typed and checked on the page is what the program marks", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("1h-ii"));
      await page.raw.fill("#q-delta1", "2(yhat - y)/m");
      await page.until(() => /read as 2·\(ŷ − y\)\/m/.test(
        document.getElementById("q-delta1-read-as").textContent), null, { what: "what it is read as" });
      await page.raw.click("#check");
      const said = await page.until(() => {
        const verdict = document.getElementById("vq-delta1");
        return !verdict.hidden && verdict.textContent;
      }, null, { what: "a verdict" });
      const [field] = native[cases.findIndex(([, a]) => a.delta1 === "2(yhat - y)/m")].fields;
      assert.ok(said.includes(field.message), said);
      assert.ok(said.includes(field.notes[0]), said);
    });
  });

  test("a verdict goes with the answers that were marked, and comes back with them", async () => {
    await scene.withPage({ drawn: false }, async (page) => {
      await page.open(scene.at("1a"));
      const [first, second] = await page.evaluate(() => {
        const radios = [...document.querySelectorAll("#questions input[type=radio]")];
        return [radios[0].id, radios[1].id];
      });
      const sheet = () => page.evaluate(() => ({
        score: document.getElementById("score").textContent,
        outcome: document.getElementById("score").dataset.outcome,
        marked: document.querySelectorAll("#questions [data-question][data-outcome], #questions [data-part][data-outcome]").length,
        of_before: [...document.querySelectorAll("#questions .verdict[data-outcome=before]")].map((v) => [v.id, v.textContent]),
        check: document.getElementById("check").classList.contains("main"),
      }));
      await page.raw.check(`#${first}`);
      await page.raw.click("#check");
      await score(page);
      const fresh = await sheet();
      assert.ok(fresh.marked > 0 && fresh.outcome);
      await page.raw.check(`#${second}`);
      const stale = await sheet();
      assert.match(stale.score, /Your answers have changed since\.$/);
      // The field and the statement that was changed; the verdicts on the others stand.
      assert.deepEqual([stale.outcome, stale.marked, stale.check], [undefined, fresh.marked - 2, true]);
      assert.deepEqual(stale.of_before.map(([id]) => id), ["vq-remedies-i", "vq-remedies"]);
      for (const [, text] of stale.of_before) assert.match(text, /^Before your change: /);
      await page.raw.check(`#${first}`);
      assert.deepEqual(await sheet(), fresh);
      await page.isWell();
    });
  });

  test("typing takes a right verdict and the way on away until what was marked stands again", async () => {
    await scene.withPage({ drawn: false }, async (page) => {
      await page.open(scene.at("1f"));
      await page.raw.fill("#q-loss", "ln 250");
      await page.raw.click("#check");
      await score(page);
      assert.ok(await page.raw.isVisible("#next-part"));
      await page.raw.press("#q-loss", "0");
      assert.match(await score(page), /changed since/);
      assert.equal(await page.raw.isVisible("#next-part"), false);
      assert.match(await page.raw.textContent("#vq-loss"), /^Before your change: ✓/);
      await page.until(() => document.getElementById("q-loss-read-as").textContent !== "", null, { what: "how it is read" });
      await page.raw.press("#q-loss", "Backspace");
      assert.match(await score(page), /^10 of 10 marks/);
      assert.ok(await page.raw.isVisible("#next-part"));
      assert.match(await page.raw.textContent("#vq-loss"), /^✓/);
      assert.equal(await page.raw.textContent("#q-loss-read-as"), "");
    });
  });

  test("of several fields the verdict of the one that was changed alone is told as of before", async () => {
    await scene.withPage({ drawn: false }, async (page) => {
      await page.open(scene.at("1h-i"));
      const verdicts = () => page.evaluate(() => ["W1", "b1"].map((id) => document.getElementById(`vq-${id}`).textContent));
      await page.raw.fill("#q-W1", "Da x D");
      await page.raw.fill("#q-b1", "1");
      await page.raw.click("#check");
      await score(page);
      const [first] = await verdicts();
      await page.raw.fill("#q-b1", "Da x 1");
      const [same, changed] = await verdicts();
      assert.equal(same, first);
      assert.match(changed, /^Before your change: ✗/);
      assert.equal(await page.raw.getAttribute("[data-question=W1]", "data-outcome") !== null, true);
      assert.equal(await page.raw.getAttribute("[data-question=b1]", "data-outcome"), null);
      await page.isWell();
    });
  });

  test("Enter leaves the field with full marks, and a letter is then a key; till then it is text, and Escape leaves", async () => {
    await scene.withPage({ drawn: false }, async (page) => {
      await page.open(scene.at("1f"));
      const active = () => page.evaluate(() => document.activeElement.id);
      await page.raw.fill("#q-loss", "5");
      await page.raw.press("#q-loss", "Enter");
      await page.until(() => /^0 of 10/.test(document.getElementById("score").textContent));
      assert.equal(await active(), "q-loss");
      await page.raw.keyboard.press("Escape");
      assert.equal(await active(), "check");
      await page.raw.fill("#q-loss", "ln 250");
      await page.raw.press("#q-loss", "Enter");
      await page.until(() => /^10 of 10/.test(document.getElementById("score").textContent));
      assert.equal(await active(), "score");
      await page.raw.keyboard.press("n");
      await page.until(() => /^Variant 1/.test(document.getElementById("difference").textContent));
      await page.evaluate(() => globalThis.examlab.open("1f"));
      await page.until(() => document.getElementById("q-loss").value === "ln 250");
      await page.isWell();
    });
  });

  test("free text shows its points once it is checked, and earns what its writer ticks", async () => {
    await scene.withPage({ phone: true, width: 390, height: 844 }, async (page) => {
      await page.open(scene.at("1e"));
      await page.turnTo("panel-answer");
      const hidden = () => page.evaluate(() => document.getElementById("q-argument-points").hidden);
      assert.equal(await hidden(), true);
      await page.raw.fill("#q-argument", "A missed cancer costs most.");
      await page.raw.click("#check");
      await page.until(() => !document.getElementById("q-argument-points").hidden, null,
        { what: "the points" });
      await page.raw.check("#q-argument-i");
      await page.raw.click("#check");
      await page.until(() => /by your own judgement/.test(document.getElementById("score").textContent),
        null, { what: "marks by one's own judgement" });
    });
  });
});
