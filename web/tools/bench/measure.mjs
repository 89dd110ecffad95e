// How long a step takes. Runs in Node and in a page alike.

/** All kinds of work, by the names of src/app/workloads.h. */
export const WORK = ["W1_256", "W1_512", "W2", "W3", "W3bn", "W4", "W5", "W6", "W7",
  "W7_100", "W8_fwd", "W8_dx", "W8_dw", "W8_bwd", "W8_16", "W9", "W9_96", "W10", "W10_glyphs", "W11"];

const SAMPLE_MS = 20;  // browsers give time in steps of up to 0.1 ms

async function elapsed({ step, sync }, times) {
  const from = performance.now();
  await step(times);
  if (sync) await sync();
  return performance.now() - from;
}

/** Warms up, long enough for the optimising compilers; the steps that make a sample. */
async function stepsOfSample(work, budget) {
  const begin = performance.now();
  let times = 1;
  for (let n = 0; n < 3 || performance.now() - begin < Math.max(200, 0.3 * budget); ++n) {
    if (await elapsed(work, times) < SAMPLE_MS / 2) times *= 2;
    if (performance.now() - begin > 4 * budget) break;
  }
  return times;
}

/**
 * [[ours, other], ...]: milliseconds of one step of each, sample by sample in turn, so that what
 * disturbs the machine falls on both. `work` is {step, sync?}: step(n) takes n steps, `sync` waits
 * until they have really been taken.
 */
async function pairs(ours, other, budget) {
  const times = [await stepsOfSample(ours, budget), await stepsOfSample(other, budget)];
  const found = [];
  const start = performance.now();
  while (found.length < 3 || (found.length < 100 && performance.now() - start < budget)) {
    found.push([await elapsed(ours, times[0]) / times[0], await elapsed(other, times[1]) / times[1]]);
    if (performance.now() - start > 8 * budget) break;
  }
  return found;
}

/** {id: pairs or null} of two peers, functions from an id to work or null. */
export async function measure(ours, other, ids, budget) {
  const found = {};
  for (const id of ids) {
    try {
      const work = await other(id);
      found[id] = work ? await pairs(await ours(id), work, budget) : null;
    } catch (error) {
      found[id] = null;
      console.error(`${id}: ${String(error.message ?? error).split("\n")[0]}`);
    }
  }
  return found;
}

/** Work whose step(n) takes n steps one after the other. */
export function repeated(once, sync) {
  return {
    sync,
    step: async (times) => {
      for (let i = 0; i < times; ++i) {
        const pending = once();
        if (pending) await pending;
      }
    },
  };
}

/**
 * {id: facts or null}: what a peer tells of its own work, so that it can be seen to be the same. Of a
 * training step {weights, loss before, loss after 50}; of an operation {shape, three of its values}.
 */
export async function look(peer, ids) {
  const found = {};
  for (const id of ids) {
    found[id] = null;
    try {
      const work = await peer(id);
      if (!work?.facts) continue;
      const after = async (times) => {
        await work.step(times);
        await work.sync?.();
        return work.facts();
      };
      const { weights, loss, shape, values } = await after(1);
      found[id] = weights === undefined
        ? { shape: shape.join(" × "), values: [values[0], values[values.length >> 1], values.at(-1)] }
        : { weights, before: loss, after: (await after(49)).loss };
    } catch (error) {
      console.error(`${id}: ${String(error.message ?? error).split("\n")[0]}`);
    }
  }
  return found;
}
