// What the world may throw at a page ends in a message.
import assert from "node:assert/strict";
import { test } from "node:test";

import { evaluated } from "./links.mjs";
import { inEachBrowser } from "./scene.mjs";

const hostileFragments = [
  "", "=", "&&&", "classes", "=3", "classes=", "classes=NaN", "classes=1e999", "classes=-1",
  "classes=999999999999999999999", "classes=0x10", "classes=10&classes=11", "%00", "%zz", "%",
  "%F0%9F%92%A9=1", "__proto__=1", "constructor=1", "variant=-1", "variant=1e9", "variant=x",
  "kernel=1,2;3", "kernel=;;;;", `kernel=${"9,".repeat(5000)}`, `${"a".repeat(70_000)}=1`,
  "classes=<img src=x onerror=alert(1)>", "<script>alert(1)</script>=1", "k=javascript:alert(1)",
];

/** Sets 1a to a rate at which one of its nets meets a number that is not finite. */
const diverging = "1a#depth=20&width=8&optimizer=sgd&rate=10&points=64";

inEachBrowser((scene) => {
  test("a hostile link is reported or ignored, and the page goes on", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("1f"));
      for (const fragment of hostileFragments) {
        const report = await page.evaluate(async (link) => {
          const opened = await globalThis.examlab.open(link);
          return { opened, report: await globalThis.examlab.report() };
        }, `1f#samples=2&${fragment}`);
        const shown = fragment.slice(0, 60);
        assert.equal(report.opened.known, true, shown);
        assert.match(report.report.link, /^1f(#|$)/, shown);
        assert.equal(typeof report.report.readouts["loss.nats"], "number", shown);
      }
      const unknown = await page.evaluate(() => globalThis.examlab.open("no-such-thing#a=1"));
      assert.equal(unknown.known, false);
      assert.equal(await page.evaluate(() => document.querySelectorAll("img:not(.poster > img), main script").length), 0);
      await page.isWell();
    });
  });

  test("a hostile link in the address bar is reported as well", async () => {
    await scene.withPage({}, async (page) => {
      for (const fragment of ["classes=abc&nonsense=1", "%zz=%00", "x".repeat(70_000)]) {
        const report = JSON.parse(await page.open(scene.at(`1f#${fragment}`)));
        assert.ok(report.problems.length > 0, fragment.slice(0, 40));
        await page.until(() => !document.getElementById("problems").hidden);
        await page.isWell();
      }
    });
  });

  test("a net that diverges is named with its step, layer and operation, and learns again", async () => {
    const [{ message }] = JSON.parse(evaluated(diverging)).problems;
    assert.match(message, /step \d+: the first number that is not finite: value of .+ in layer \d+/);
    await scene.withPage({}, async (page) => {
      await page.open(scene.at(diverging));
      const problems = () => page.evaluate(() => document.getElementById("problems").innerText);
      assert.ok((await problems()).includes(message), await problems());
      const marking = await page.evaluate(() => globalThis.examlab.mark({ remedies: ["i", "iv"] }));
      assert.equal(marking.marks, marking.out_of);

      const learned = (key, value) => page.evaluate(async ([k, v]) => {
        await globalThis.examlab.set(k, v);
        const { problems: list, readouts } = await globalThis.examlab.report();
        return { list, loss: readouts["loss.train"] };
      }, [key, value]);
      await page.evaluate(() => globalThis.examlab.set("step", "60"));
      const slow = await learned("rate", "0.01");
      assert.deepEqual(slow.list, []);
      assert.equal(await problems(), "");
      const longer = await learned("step", "400");
      assert.ok(longer.loss < slow.loss, `${slow.loss} became ${longer.loss}`);
      await page.isWell();
    });
  });
});
