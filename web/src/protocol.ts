// What the page and the engine's worker say to each other.
import type { AskedCall, Takes } from "./calls.js";

/** A call with its arguments and the file that goes with it; answered by one reply with its number. */
export type Request = {
  [N in AskedCall]: { number: number; call: N; takes: Takes<N>; file?: ArrayBuffer | undefined };
}[AskedCall];

/** An update has been shown, which held the page up for so long. Nobody answers. */
export interface Shown {
  shown: true;
  held_ms: number;
}

/** A worker beside the engine's has died. Nobody answers. */
export interface Parting {
  lost: number;
}

/** The state after a change, and again from time to time while steps are taken. */
export interface Update {
  /** The page's members that changed, as JSON; all of them from a worker that is new. */
  changes: string;
  /** The view, and of its figures those that changed. */
  parcel: ArrayBuffer;
  settled: boolean;
  /** How long the steps that are left take, at the pace of the last ones. */
  left_ms: number;
}

export type Message =
  | { ready: true }
  | { failed: string }
  | { number: number; result: string }
  | { number: number; error: string }
  | { update: Update }
  /** Steps are being taken; nothing else is known yet. */
  | { alive: true }
  /** A worker beside it is wanted, which speaks through the port; and one is not any more. */
  | { hire: number; port: MessagePort }
  | { dismiss: number };
