// What is covered at a moment: keys of figures and readouts, and the words in their place.
import type { FigureText, Pinned, Readout } from "../lab.js";

export interface Covered {
  figures: ReadonlySet<string>;
  readouts: ReadonlySet<string>;
  words: string;
}

export const nothingCovered: Covered = { figures: new Set(), readouts: new Set(), words: "" };

/** All that a prediction covers. */
export const coveredBy = (p: { figures: string[]; readouts: string[]; words: string } | null): Covered =>
  p ? { figures: new Set(p.figures), readouts: new Set(p.readouts), words: p.words } : nothingCovered;

/** The texts of figures as they may be read: those of a covered one say that it is. */
export const coverFigures = (figures: FigureText[], covered: Covered): FigureText[] =>
  covered.figures.size === 0
    ? figures
    : figures.map((f) => (covered.figures.has(f.key) ? { ...f, title: `Figure, ${covered.words}`, alt: "" } : f));

/** The readouts as they may be read. The label of one may tell as much as its value. */
export const coverReadouts = (readouts: Readout[], covered: Covered): Readout[] =>
  covered.readouts.size === 0
    ? readouts
    : readouts.map((r) => (covered.readouts.has(r.key) ? { key: r.key, label: "", unit: "", value: covered.words } : r));

/** A pinned run's readouts, which tell as much. */
export function coverPinned(pinned: Pinned | null, covered: Covered): Pinned | null {
  if (!pinned?.readouts || covered.readouts.size === 0) return pinned;
  const entries = Object.entries(pinned.readouts);
  return {
    ...pinned,
    readouts: Object.fromEntries(entries.map(([key, value]) => [key, covered.readouts.has(key) ? covered.words : value])),
  };
}
