// A curve, sketched by its heights: handles that are dragged, each of them a slider for the keyboard.
import { h, type Tree } from "../markup.js";
import { rounded } from "../number.js";
import { withUnit } from "./amount.js";
import type { Foretold, Guess, PredictionKind } from "./kind.js";

export interface Sketch extends Foretold {
  kind: "sketch";
  figure: string;
  x_label: string;
  label: string;
  low: number;
  high: number;
  at: number[];
}

const steps = 40;

/** Where a point stands before anybody has moved it. */
const start = (p: Sketch): number => p.low + (p.high - p.low) / 2;

/** "nats" of "loss [nats]"; empty where the axis has no unit. */
const unit = (p: Sketch): string => /\[([^\]]+)\]$/.exec(p.label)?.[1] ?? "";

/** The pad's own units; its size on the page is the style's. */
export const pad = { width: 320, height: 150, edge: 12 };

/** Where a handle stands in the pad. */
export function spot(p: Sketch, i: number, y: number): { x: number; y: number } {
  const [first = 0, last = 1] = [p.at[0], p.at.at(-1)];
  const across = ((p.at[i] ?? first) - first) / (last - first || 1);
  const up = (y - p.low) / (p.high - p.low);
  return {
    x: pad.edge + across * (pad.width - 2 * pad.edge),
    y: pad.height - pad.edge - up * (pad.height - 2 * pad.edge),
  };
}

/** The height that a place in the pad stands for, and the handle that is nearest to it. */
export function grasped(p: Sketch, x: number, y: number): { handle: number; height: number } {
  const distances = p.at.map((_, i) => Math.abs(spot(p, i, p.low).x - x));
  const handle = distances.indexOf(Math.min(...distances));
  const up = (pad.height - pad.edge - y) / (pad.height - 2 * pad.edge);
  const height = p.low + Math.min(1, Math.max(0, up)) * (p.high - p.low);
  return { handle, height };
}

export function path(p: Sketch, heights: readonly number[]): string {
  return heights
    .map((y, i) => spot(p, i, y))
    .map((s, i) => `${i === 0 ? "M" : "L"}${s.x.toFixed(1)} ${s.y.toFixed(1)}`)
    .join("");
}

function slider(p: Sketch, i: number): Tree {
  return h("input", {
    type: "range",
    name: "guess",
    class: "height",
    min: p.low,
    max: p.high,
    step: (p.high - p.low) / steps,
    value: start(p),
    "data-wants-hand": true,
    "aria-label": `${p.label} where ${p.x_label} is ${rounded(p.at[i] ?? 0)}`,
  });
}

function missed(guess: Guess, truth: Guess): number {
  return guess.reduce((sum, y, i) => sum + Math.abs(y - (truth[i] ?? y)), 0) / Math.max(1, guess.length);
}

export const sketch: PredictionKind<Sketch> = {
  inputs: (p) => [
    h(
      "div",
      { class: "sketch" },
      h("p", { class: "label", "aria-hidden": "true" }, `${p.label}, ${rounded(p.low)} to ${rounded(p.high)}`),
      h("div", { class: "pad", "data-pad": "", "aria-hidden": "true" }),
      h("div", { class: "heights" }, ...p.at.map((_, i) => slider(p, i))),
      h(
        "p",
        { class: "ends", "aria-hidden": "true" },
        h("span", {}, rounded(p.at[0] ?? 0)),
        h("span", {}, p.x_label),
        h("span", {}, rounded(p.at.at(-1) ?? 1)),
      ),
    ),
    h("button", { type: "submit", class: "main" }, "That is my sketch"),
  ],
  read: (p, texts) => {
    // One point that was moved tells that the others are meant to be where they are.
    const touched = texts.some((text) => text !== "");
    const heights = texts.map((text) => (text === "" ? start(p) : Number(text)));
    const whole = touched && heights.length === p.at.length && heights.every(Number.isFinite);
    return whole ? heights : "Drag the points to where you expect the curve, or move them by the arrow keys.";
  },
  said: () => "a curve",
  outcome: (p, guess, truth) => {
    const miss = missed(guess, truth);
    const near = miss < (p.high - p.low) / 20;
    return near
      ? "It lies along the true one."
      : `It is ${withUnit(Number(miss.toPrecision(2)), unit(p))} off on average over the ${p.at.length} points.`;
  },
  drawn: (p, guess) => ({
    figure: p.figure,
    kind: "sketch",
    words: "your sketch",
    numbers: guess.flatMap((y, i) => [p.at[i] ?? 0, y]),
  }),
};
