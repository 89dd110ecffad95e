// The part of a tall drawing that is drawn: what is on the screen and some more above and below, so that
// scrolling shows it at once. A canvas as tall as everything would cost memory and time for what
// nobody sees.

/** From `top`, in CSS pixels below the top of the whole drawing. */
export interface Band {
  top: number;
  height: number;
}

const margin = 128;
/** The least that is drawn beyond what is seen before the band moves. */
const near = 32;

/**
 * The band for a drawing `content` high, of which the part between `from` and `to` is on a screen that is
 * `screen` high. It stays where it was, at `last`, as long as that will do.
 */
export function band(content: number, from: number, to: number, screen: number, last: Band): Band {
  const height = Math.min(content, Math.ceil((screen + 2 * margin) / 64) * 64);
  const above = Math.max(0, from - near);
  const below = Math.min(content, to + near);
  const end = last.top + last.height;
  if (last.height === height && end <= content && last.top <= above && end >= below) return last;
  const last_top = content - height;
  // Whole multiples are whole device pixels too, at every usual ratio.
  const top = Math.round((from + to - height) / 8) * 4;
  return { top: Math.max(0, Math.min(top, last_top)), height };
}

/**
 * The band under an element that sticks to the screen, `height` high, over a drawing of which the part
 * from `from` on is in view. The same object as `last` where nothing has moved.
 */
export function stuckBand(content: number, from: number, height: number, ratio: number, last: Band): Band {
  const tall = Math.min(content, Math.max(1, height));
  const place = Math.max(0, Math.min(from, content - tall));
  // On whole device pixels, so that letters stay sharp.
  const top = Math.round(place * ratio) / ratio;
  return last.top === top && last.height === tall ? last : { top, height: tall };
}
