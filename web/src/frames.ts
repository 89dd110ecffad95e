// What a picture costs the page beyond its own script: frames that come late while the browser, its
// graphics process or a slow screen is still busy with the last one.

/** A browser lets no more frames than this wait for its graphics process. */
const frames_waiting = 3;
/** Frames that are no further apart are on time, at 60 in a second. */
const on_time_ms = 20;

/** By how much the next frames came late, in all; 0 at once on a page that nobody sees. */
export function lateness(): Promise<number> {
  if (document.hidden) return Promise.resolve(0);
  return new Promise((resolve) => {
    let late = 0;
    let last = performance.now();
    let left = frames_waiting;
    const frame = (): void => {
      const now = performance.now();
      late += Math.max(0, now - last - on_time_ms);
      last = now;
      if (--left > 0) requestAnimationFrame(frame);
      else resolve(late);
    };
    requestAnimationFrame(frame);
  });
}
