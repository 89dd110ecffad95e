// How large the canvas's element is, and what is drawn in it.
import type { Band } from "./band.js";

export interface Size {
  width: number;
  /** The height of the whole drawing, of which `part` is drawn. */
  content: number;
  part: Band;
  /** Drawn pixels to one of the page's. */
  ratio: number;
  /** Alike where the drawing buffer may stay, and where all of it may. */
  shape: string;
  place: string;
}

// Beyond these a browser makes the drawing smaller than the element without saying so.
const most_pixels_high = 8192;
const most_pixels = 16_000_000;

/** The ratio is `wish` if there is room. */
export function sizeOf(width: number, content: number, part: Band, wish: number, sticks: boolean): Size {
  const room = Math.sqrt(most_pixels / (width * part.height));
  const ratio = Math.min(wish, most_pixels_high / part.height, room);
  const shape = `${width} ${content} ${part.height} ${ratio} ${sticks}`;
  return { width, content, part, ratio, shape, place: `${shape} ${part.top}` };
}

export const pixelsOf = ({ width, ratio, part }: Size): [number, number] =>
  [Math.round(width * ratio), Math.round(part.height * ratio)];
