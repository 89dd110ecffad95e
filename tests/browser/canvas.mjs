// The canvas of a lab as a hand meets it.

/** The part of the canvas that is in view. */
export const canvasBox = (page) => page.evaluate(() => {
  const { x, y, width, height } = document.getElementById("lab-canvas").getBoundingClientRect();
  return { x, y, width, height: Math.min(height, innerHeight - y) };
});

/**
 * A place on the canvas at which the pointer takes the form `cursor`; the pointer is moved there. It is
 * looked for within the page at whole points, where a hand can be too, a frame for each place, in every
 * other row first.
 */
export async function findCursor(page, cursor) {
  const place = await page.evaluate(async ([box, source]) => {
    const canvas = document.getElementById("lab-canvas");
    const pointed = async (clientX, clientY) => {
      const hover = { clientX, clientY, pointerType: "mouse", isPrimary: true, bubbles: true };
      canvas.dispatchEvent(new PointerEvent("pointermove", hover));
      await new Promise((drawn) => requestAnimationFrame(drawn));
      return new RegExp(source).test(canvas.style.cursor);
    };
    for (const start of [20, 44]) {
      for (let y = Math.ceil(box.y) + start; y < box.y + box.height; y += 48) {
        for (let x = Math.ceil(box.x) + 12; x < box.x + box.width; x += 12) {
          if (await pointed(x, y)) return { x, y };
        }
      }
    }
    return null;
  }, [await canvasBox(page), cursor.source]);
  if (!place) throw new Error(`nothing on the canvas shows the pointer ${cursor}`);
  await page.mouse.move(place.x, place.y);
  await page.until((source) =>
    new RegExp(source).test(document.getElementById("lab-canvas").style.cursor), cursor.source,
    { what: "the pointer over what was found" });
  return place;
}
