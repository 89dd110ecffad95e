// Inputs that are the same in every run: a linear congruential generator is random enough for the
// clock.
let state = 1;

/** Begins again, so that a peer's numbers do not depend on what ran before it. */
export function restart() { state = 7; }

export function uniform() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
}

export function normal() {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

export function numbers(n, draw) { return Float32Array.from({ length: n }, () => draw()); }

/** n times what `make` gives. */
export function many(n, make) { return Array.from({ length: n }, (_, i) => make(i)); }
