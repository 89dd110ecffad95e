// What the page and the engine's worker say to each other.

/** One call with its arguments; every request but "shown" is answered by exactly one reply with its number. */
export type Call =
  | { call: "open"; link: string }
  | { call: "set"; pairs: [string, string][] }
  | { call: "mark"; answers: string }
  | { call: "understand"; question: string; part: string; text: string }
  | { call: "csv"; figure: string }
  | { call: "picture"; width: number; height: number; rgba: ArrayBuffer }
  | { call: "catalogue" }
  /** The report once no step is left. */
  | { call: "report" }
  /** An update has been shown, which held the page up for so long; the one call that nobody answers. */
  | { call: "shown"; held_ms: number };

export type Request = Call & { number: number };

/** The state after a change, and again from time to time while steps are taken. */
export interface Update {
  page: string;
  view: ArrayBuffer;
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
  | { alive: true };
