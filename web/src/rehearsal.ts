// The first picture of a lab, brought about in tasks of their own: laid out until it has settled, drawn
// where nobody sees it, and ready to be shown when the device has done with it. Shown as it is drawn, it
// would hold up the page of a browser without a graphics card until every pixel is there.
import { breath, pause, Slices } from "./slices.js";

/** How often a drawing that nobody has seen yet is laid out. */
const most_layouts = 16;
/** How often the device is asked, and when it is not waited for any more. */
const ask_ms = 4;
const patience_ms = 20_000;

export interface Rehearsed {
  /** There is still something to be drawn and somewhere to show it. */
  stands(): boolean;
  /** Lays it out; true where it has yet to settle. */
  compose(): boolean;
  /** Has it drawn out of sight; false where that cannot be. */
  draw(): boolean;
  /** Whether the device has done with it. */
  done(): boolean;
}

/** True when it has been drawn; false where it is not to be waited for. */
export async function rehearse(picture: Rehearsed): Promise<boolean> {
  const slices = new Slices();
  for (let left = most_layouts; left > 0 && picture.compose(); --left) {
    await slices.next();
    if (!picture.stands()) return false;
  }
  await breath();
  if (!picture.stands() || !picture.draw()) return false;
  for (const end = performance.now() + patience_ms; performance.now() < end; ) {
    await pause(ask_ms);
    if (!picture.stands()) return false;
    if (picture.done()) return true;
  }
  return false;
}
