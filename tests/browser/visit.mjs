// What a person does on a visit to an exercise, for tests: guesses, types, swipes, moves controls.
import { canvasBox } from "./canvas.mjs";

/** Makes whatever guess comes first; a number that may not be is told the range, and takes its end. */
export const guess = (page) => page.evaluate(() => {
  const form = document.getElementById("prediction");
  const box = form.querySelector("input[type=text]");
  if (box) box.value = "7";
  for (const row of form.querySelectorAll("[role=radiogroup]")) row.querySelector("input").click();
  form.querySelector("input[type=range]")?.dispatchEvent(new Event("input", { bubbles: true }));
  form.querySelector("button[type=submit]").click();
  const [, low] = / from (\S+) to /.exec(form.querySelector(".wanted").textContent) ?? [];
  if (low !== undefined) {
    box.value = low;
    form.querySelector("button[type=submit]").click();
  }
  return !form.isConnected;
});

/** The report is there, and what it moves has been drawn. */
export const settled = (page) => page.evaluate(async () => {
  await globalThis.examlab.report();
  for (let i = 0; i < 6; ++i) await new Promise((drawn) => requestAnimationFrame(drawn));
});

/** Where the figure stands that is highest on the page, and what is left below it of a phone held upright. */
export const story = (page) => page.evaluate(() => {
  const canvas = document.getElementById("lab-canvas");
  const bar = document.getElementById("panels").getBoundingClientRect().top;
  const [first] = [...document.querySelectorAll("#figure-list [data-figure]")]
    .map((figure) => figure.getBoundingClientRect())
    .filter(({ height }) => height > 0)
    .sort((a, b) => a.top - b.top);
  const { top, bottom, left, right, height } = first;
  return { story: { top, bottom, left, right }, room: bar - parseFloat(getComputedStyle(canvas).top) - height };
});

/**
 * Presses the `n`th "Show me": the figure whose frame is lit then, and between which lines of the screen the
 * page shows it. It is lit for a moment only, which a busy page may let go by between two looks.
 */
export async function lit(page, n) {
  await page.evaluate((i) => {
    for (const figure of document.querySelectorAll(".lit")) figure.classList.remove("lit");
    globalThis.seen = null;
    const list = document.getElementById("figure-list");
    const observer = new MutationObserver(() => {
      const figure = list.querySelector(".lit");
      if (!figure) return;
      observer.disconnect();
      const { top, bottom, left, right } = figure.getBoundingClientRect();
      const panels = document.getElementById("panels");
      globalThis.seen = {
        box: { top, bottom, left, right },
        from: document.querySelector(".bar").getBoundingClientRect().bottom,
        to: panels.checkVisibility() ? panels.getBoundingClientRect().top : innerHeight,
      };
    });
    observer.observe(list, { subtree: true, attributeFilter: ["class"] });
    document.querySelectorAll("[data-show]")[i].click();
  }, n);
  return page.until(() => globalThis.seen, null, { what: "a figure that is lit" });
}

/** Puts the line `y` of the drawing `at` below the top of the screen; returns where it then is. */
export const bring = (page, y, at) => page.evaluate(async ([line, screen]) => {
  const stage = document.getElementById("stage").getBoundingClientRect();
  scrollTo(0, scrollY + stage.top + line - screen);
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  return document.getElementById("stage").getBoundingClientRect().top + line;
}, [y, at]);

/** Places in view at which a number of the canvas can be typed, the first of each line that has one. */
const typable = async (page) => {
  const box = await canvasBox(page);
  return page.evaluate(async ([x0, y0, width, height]) => {
    const canvas = document.getElementById("lab-canvas");
    const found = [];
    let x = Math.ceil(x0) + 20;
    const isText = async (clientX, clientY) => {
      canvas.dispatchEvent(new PointerEvent("pointermove", { clientX, clientY, pointerType: "mouse", isPrimary: true, bubbles: true }));
      await new Promise((drawn) => requestAnimationFrame(drawn));
      return canvas.style.cursor === "text";
    };
    for (let y = Math.ceil(y0) + 10; y < y0 + height - 10; y += 22) {
      // What can be typed stands below each other: where the last was found is looked at first.
      const columns = [x, ...Array.from({ length: Math.floor((width - 20) / 36) }, (_, i) => Math.ceil(x0) + 20 + 36 * i)];
      for (const column of columns) {
        if (!await isText(column, y)) continue;
        found.push({ x: column, y });
        x = column;
        break;
      }
    }
    return found;
  }, [box.x, box.y, box.width, box.height]);
};

/** Types into every control in view and leaves it; the page has to stay where it is. How many there were. */
export async function typed(page) {
  const places = await typable(page);
  for (const { x, y } of places) {
    const top = await page.evaluate(() => scrollY);
    await page.raw.mouse.click(x, y);
    await page.until(() => document.activeElement?.className === "typing", null, { what: `typing at ${x}, ${y}` });
    await page.raw.keyboard.type("12");
    await settled(page);
    const now = await page.evaluate(() => scrollY);
    if (now !== top) throw new Error(`typing at ${x}, ${y} scrolls from ${top} to ${now}`);
    await page.raw.keyboard.press("Escape");
    await page.until(() => document.activeElement?.className !== "typing", null, { what: "an end of typing" });
  }
  return places.length;
}

/** A finger that comes down, does what `rested` does, and goes on. Its events say when they were made, however busy the page is. */
export async function finger(page) {
  const touch = await page.raw.context().newCDPSession(page.raw);
  const send = (type, points, timestamp) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: points, timestamp });
  return async (from, to, rested) => {
    let now = Date.now() / 1000;
    await send("touchStart", [from], now);
    if (rested) {
      await rested();
      now = Date.now() / 1000;
    }
    for (let i = 1; i <= 8; ++i) {
      const share = i / 8;
      await send("touchMove", [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }], now + 0.03 * i);
    }
    await send("touchEnd", [], now + 0.27);
  };
}

/** Swipes along the page over places all over the drawing; each has to scroll. How many there were. */
export async function swiped(page) {
  const swipe = await finger(page);
  const high = await page.evaluate(() => document.getElementById("stage").clientHeight);
  let count = 0;
  for (let y = 30; y < high - 200; y += 94) {
    for (const x of [90, 330]) {
      const at = await bring(page, y, 560);
      const { top, room } = await page.evaluate(() =>
        ({ top: scrollY, room: document.documentElement.scrollHeight - innerHeight - scrollY }));
      if (room < 60) continue;
      ++count;
      const scrolls = async (within) => {
        await swipe({ x, y: at }, { x: x + 6, y: at - 130 });
        await page.until((old) => scrollY > old + 40, top, { within, what: `a page that scrolls at ${x}, ${y}` });
      };
      // On a machine that is busy a browser takes a finger for one that rests; it does not do so twice.
      await scrolls(5_000).catch(() => scrolls(60_000));
    }
  }
  await settled(page);
  return count;
}

/** Sets every control of the form to another value near its own, one after the other. Which took it. */
export const moveEverything = (page) => page.evaluate(async () => {
  const moved = [];
  for (const control of [...document.querySelectorAll("#parameter-list [data-key]")]) {
    const { key, kind } = control.dataset;
    const options = [...(control.options ?? [])].map((o) => o.value);
    const [low, high] = (/from (\S+) to (\S+)/.exec(control.title) ?? []).slice(1).map(Number);
    const now = Number(control.value);
    const near = now + 1 <= high ? now + 1 : now - 1;
    const other = {
      flag: () => (control.checked ? "0" : "1"),
      choice: () => options.find((o) => o !== control.value),
      whole: () => String(near),
      real: () => (Number.isNaN(now) ? String((low + high) / 2) : String(Math.min(high, Math.max(low, now * 0.9 + 0.001)))),
    }[kind]?.();
    if (other === undefined) continue;
    const reading = await globalThis.examlab.set(key, other);
    if (reading.outcome !== "refused") moved.push(key);
  }
  return moved;
});
