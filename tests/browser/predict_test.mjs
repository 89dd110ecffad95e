// Think, then see: the curtain on a first visit, a guess, and what stays of it.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { fromWeb, root, score } from "./browsers.mjs";
import { inBrowser } from "./scene.mjs";
import { guess } from "./visit.mjs";

const looks = process.env.EXAMLAB_LOOKS;
const folder = join(root, "build", "screenshots");
const axe = fromWeb("axe-core").source;

const sizes = {
  laptop: { width: 1366, height: 625 },
  phone: { width: 390, height: 844, phone: true, ratio: 1 },
};

/** What is read of the lab, but for the picture and what nobody sees while it is covered. */
const texts = (page) => page.evaluate(() => {
  const lab = document.getElementById("lab").cloneNode(true);
  if (lab.matches(".covered")) lab.querySelector(".look-for").remove();
  return lab.textContent;
});
const text = (page, id) => page.evaluate((i) => document.getElementById(i)?.textContent ?? null, id);
/** The switch of the curtain, as who listens hears it. */
const switched = (page) => page.raw.getByRole("switch", { name: "Guess first" });
const isAsked = (page) => page.evaluate(() => document.getElementById("prediction") !== null);

async function toLab(page, size) {
  if (size.phone) await page.evaluate(() => document.querySelector("[data-panel=lab]")?.click());
}

async function shot(page, name) {
  if (!looks) return;
  mkdirSync(folder, { recursive: true });
  await page.rested();
  await page.raw.screenshot({ path: join(folder, `${name}.png`) });
}

async function objections(page, within) {
  await page.evaluate(`globalThis.axe ?? ${axe}; undefined`);
  const { violations } = await page.evaluate((w) => globalThis.axe.run(w), within);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(" ")}`);
}

inBrowser("Chromium", (scene) => {
  for (const [name, size] of Object.entries(sizes)) {
    test(`on a ${name} the curtain hangs on a first visit, and a guess lifts it for good`, async () => {
      await scene.withPage({ ...size, asked: true }, async (page) => {
        const watched = looks ? ["1a", "2d-i", "1d", "1g-ii"] : [];
        for (const id of new Set(["1f", ...watched])) {
          await page.open(scene.at(id));
          await toLab(page, size);
          await page.pictured();
          assert.ok(await isAsked(page), id);
          assert.match(await texts(page), /covered until you guess/, id);
          assert.deepEqual(await objections(page, "#prediction"), [], id);
          const box = await page.evaluate(() => {
            const { top, left, right, bottom } = document.getElementById("prediction").getBoundingClientRect();
            return { top, left, right, bottom, wide: innerWidth, high: innerHeight };
          });
          assert.ok(box.top >= 0 && box.top < box.high && box.left >= 0 && box.right <= box.wide, id);
          await shot(page, `predict-${name}-${id}-1-asked`);
          await guess(page);
          await page.until(() => document.getElementById("prediction") === null, null, { what: "the curtain gone" });
          await page.settled();
          const said = await page.until(() => document.getElementById("guessed").textContent, null, { what: "how it came out" });
          assert.match(said, /^(.+\. You (guessed|sketched) .+\.|You (guessed|sketched) .+\. .+)$/, id);
          assert.doesNotMatch(said, /\{\{|undefined|null/, id);
          assert.equal(await switched(page).isChecked(), false, id);
          assert.doesNotMatch(await texts(page), /covered until you guess/, id);
          await shot(page, `predict-${name}-${id}-2-told`);
          await page.raw.reload({ waitUntil: "load" });
          await page.settled();
          assert.equal(await text(page, "guessed"), said, id);
          assert.equal(await isAsked(page), false, id);
          assert.equal(await page.evaluate((i) => JSON.parse(localStorage.getItem(`examlab:guesses:${i}`)).length, id), 1);
        }
        await page.isWell();
      });
    });
  }

  for (const id of ["1f", "1g-ii", "2d-i"]) {
    test(`a guess at ${id} lifts the curtain while the engine is still on its way`, async () => {
      await scene.withPage({ asked: true }, async (page) => {
        let send;
        const sent = new Promise((resolve) => { send = resolve; });
        await page.raw.route(/engine_\d.*\.wasm/, async (route) => {
          await sent;
          await route.continue();
        });
        await page.goto(scene.at(id));
        await page.until(() => document.querySelector("#prediction") && globalThis.examlab, null, { what: "the form" });
        assert.ok(await guess(page), "the curtain goes with the press");
        assert.match(await text(page, "guessed"), /^You (guessed|sketched) .+\. When the run is over/);
        assert.equal(await switched(page).isChecked(), false);
        send();
        await page.until(() => /^(It is|You (guessed|sketched)) .+\. (?!When)/.test(document.getElementById("guessed").textContent), null,
          { what: "how it came out" });
        assert.equal(await isAsked(page), false);
        await page.isWell();
      });
    });
  }

  test("nothing that is read of 1f tells the loss before the guess", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("1f"));
      const loss = /5[.,]52/;
      assert.doesNotMatch(await texts(page), loss);
      await guess(page);
      await page.until(() => /5[.,]52/.test(document.getElementById("lab").textContent), null, { what: "the loss" });
    });
  });

  test("the keys of 2d-i are guessed for all queries, and one that is left open is asked for", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("2d-i"));
      const rows = page.raw.locator("#prediction [role=radiogroup]");
      assert.equal(await rows.count(), 3);
      await rows.nth(0).getByText("key 2").click();
      await rows.nth(1).getByText("key 1").click();
      await page.raw.click("#prediction button[type=submit]");
      assert.equal(await page.evaluate(() => document.querySelector("#prediction .wanted").textContent), "Pick one for query 3.");
      // The first row of the output, cell by cell, and the sentence of the story.
      const answers = [/−431−5/, /The best keys are 2, 1 and 2/];
      for (const answer of answers) assert.doesNotMatch(await texts(page), answer);
      await rows.nth(2).getByText("key 1").click();
      await page.raw.click("#prediction button[type=submit]");
      await page.until(() => document.getElementById("prediction") === null, null, { what: "the curtain gone" });
      for (const answer of answers) assert.match(await texts(page), answer);
      assert.equal(await text(page, "guessed"),
        "You guessed key 2, key 1 and key 1. 2 of 3 are right: it is key 2, key 1 and key 2. " +
        "A query picks the key with the largest dot product, sign included: those of query 3 are −3 and 6.");
    });
  });

  test("what is said of a guess names the question’s numbers while the lab has others", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("1a"));
      await guess(page);
      const said = await page.until(() => /It is|so it is/.test(document.getElementById("guessed").textContent)
        && document.getElementById("guessed").textContent, null, { what: "how it came out" });
      const numbers = await page.evaluate(() => [...document.querySelectorAll("#parameter-list [data-kind=whole]")]
        .map(({ dataset, value }) => [dataset.key, String(Number(value) + 1)]));
      await page.evaluate(([key, value]) => globalThis.examlab.set(key, value), numbers[0]);
      await page.until((text) => document.getElementById("guessed").textContent === `At the question’s numbers: ${text.charAt(0).toLowerCase()}${text.slice(1)}`, said,
        { what: "that the lab is elsewhere" });
      await page.evaluate(() => globalThis.examlab.back());
      await page.until((text) => document.getElementById("guessed").textContent === text, said, { what: "the reply as before" });
    });
  });

  test("“Just show me” opens the curtain, and counts as no guess", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("1d"));
      await page.evaluate(() => document.querySelector("[data-just-show]").click());
      assert.equal(await isAsked(page), false);
      const says = /^You had this lab uncovered without a guess, and it stays so\./;
      assert.match(await text(page, "guessed"), says);
      await page.raw.reload({ waitUntil: "load" });
      await page.settled();
      assert.equal(await isAsked(page), false);
      assert.match(await text(page, "guessed"), says);
      assert.equal(await page.evaluate(() => localStorage.getItem("examlab:guesses:1d")), null);
    });
  });

  test("after the first check of an answer nothing is covered", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("1f"));
      assert.ok(await isAsked(page));
      await page.raw.fill("#questions input[type=text]", "3");
      await page.raw.click("#check");
      await score(page);
      assert.equal(await isAsked(page), false);
      assert.doesNotMatch(await texts(page), /covered until you guess/);
      await page.raw.reload({ waitUntil: "load" });
      await page.settled();
      assert.equal(await isAsked(page), false);
    });
  });

  test("a guess is made with the keyboard alone, and a sketch by its sliders", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("1g-ii"));
      await page.evaluate(() => document.querySelector("#prediction input").focus());
      for (let i = 0; i < 4; ++i) await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      assert.match(await text(page, "guessed"), /^You sketched a curve\./);
      assert.equal(await page.evaluate(() => document.activeElement.id), "guessed");
    });
  });

  test("a slider that nobody has moved is no guess, and an arrow key sets it", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("1f"));
      const slider = page.raw.locator("#prediction input[type=range]");
      const says = () => page.raw.locator("#prediction output").textContent();
      assert.equal(await says(), "not set yet");
      assert.equal(await slider.getAttribute("aria-valuetext"), "not set yet");
      await page.raw.click("#prediction button.main");
      assert.match(await page.raw.textContent("#prediction .wanted"), /^Place it between/);
      assert.ok(await isAsked(page));
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      assert.match(await says(), /^\S+ nats$/);
      assert.equal(await slider.getAttribute("aria-valuetext"), null);
      await page.keyboard.press("Enter");
      assert.match(await text(page, "guessed"), /^You guessed \S+ nats\./);
    });
  });

  test("a sketch that nobody has touched is no guess, and one that was is told in the unit of the axis", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("1g-ii"));
      await page.raw.click("#prediction button.main");
      assert.match(await page.raw.textContent("#prediction .wanted"), /^Drag the points/);
      assert.ok(await isAsked(page));
      const { x, y } = await page.raw.locator("#prediction .pad svg").boundingBox();
      await page.mouse.click(x + 60, y + 30);
      await page.raw.click("#prediction button.main");
      await page.until(() => / nats off on average/.test(document.getElementById("guessed").textContent), null,
        { what: "how far the sketch is off" });
    });
  });

  for (const [name, size] of Object.entries(sizes)) {
    test(`on a ${name} the page says where a check uncovers the lab for good, and covers it again`, async () => {
      await scene.withPage({ ...size, asked: true }, async (page) => {
        await page.open(scene.at("1f"));
        const panel = (id) => page.evaluate((i) => document.querySelector(`[data-panel=${i}]`)?.click(), id);
        const beside = () => page.raw.locator("#uncovered");
        await panel("panel-answer");
        assert.equal(await beside().isVisible(), false);
        await page.raw.fill("#questions input[type=text]", "3");
        await page.raw.click("#check");
        await score(page);
        assert.match(await beside().textContent(), /Your check has uncovered the lab, and it stays so\./);
        assert.deepEqual(await objections(page, "#answer"), []);
        await toLab(page, size);
        assert.match(await text(page, "guessed"), /^Your check has uncovered this lab/);
        assert.equal(await switched(page).isChecked(), false);
        await panel("panel-answer");
        await beside().getByRole("button", { name: "Cover it again" }).click();
        assert.match(await beside().textContent(), /covered again until you guess/);
        await toLab(page, size);
        assert.ok(await isAsked(page));
        assert.ok(await switched(page).isChecked());
        assert.match(await texts(page), /covered until you guess/);
        await page.raw.reload({ waitUntil: "load" });
        await page.settled();
        assert.ok(await isAsked(page));
        await page.isWell();
      });
    });

    test(`on a ${name} one switch covers and uncovers, by hand and by key, and is kept`, async () => {
      await scene.withPage({ ...size, asked: true }, async (page) => {
        await page.open(scene.at("1f"));
        await toLab(page, size);
        assert.ok(await switched(page).isChecked());
        await switched(page).click();
        assert.equal(await isAsked(page), false);
        assert.match(await text(page, "guessed"), /^Nothing is covered any more/);
        await page.open(scene.at("1g-iv"));
        await toLab(page, size);
        assert.equal(await isAsked(page), false);
        assert.equal(await switched(page).isChecked(), false);
        assert.equal(await text(page, "guessed"), "");
        await switched(page).focus();
        await page.keyboard.press("Space");
        assert.ok(await isAsked(page));
        await guess(page);
        await page.until(() => /^You guessed/.test(document.getElementById("guessed").textContent), null, { what: "the outcome" });
        assert.equal(await switched(page).isChecked(), false);
        await switched(page).focus();
        await page.keyboard.press("Space");
        assert.ok(await isAsked(page));
        assert.doesNotMatch(await text(page, "guessed"), /You guessed/);
        assert.deepEqual(await objections(page, ".curtain-row"), []);
        await page.isWell();
      });
    });
  }

  test("“Show me” says that it uncovers the lab for good", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("1e"));
      await page.raw.locator("[data-show]").first().click();
      await page.until(() => /^You had this lab uncovered/.test(document.getElementById("guessed").textContent), null,
        { what: "what is said of the curtain" });
      assert.ok(await page.raw.isVisible("#guessed"));
    });
  });

  test("without a wish for curtains there is none", async () => {
    await scene.withPage({ asked: false }, async (page) => {
      await page.open(scene.at("1f"));
      assert.equal(await isAsked(page), false);
    });
  });

  for (const [name, size] of Object.entries(sizes)) {
    test(`what shows why a guess came out as it did is one press away where a tab hides it (${name})`, async () => {
      await scene.withPage({ ...size, asked: true }, async (page) => {
        await page.open(scene.at("2a-ii"));
        await toLab(page, size);
        assert.equal(await page.raw.isVisible("#guessed-see"), false);
        await guess(page);
        await page.settled();
        await page.until(() => !document.getElementById("guessed-see").hidden);
        await page.evaluate(() => document.getElementById("guessed-see").click());
        await page.until(() => document.querySelector("#figure-list .lit[data-figure^=symbols]"));
        await page.isWell();
      });
    });
  }
});
