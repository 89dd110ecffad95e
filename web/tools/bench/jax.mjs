// jax-js on its WebAssembly backend, one thread: a training step is one function that is compiled by
// `jit`, gradients and update within it. Every array is consumed by what it is passed to, so that what
// is used again goes as `.ref`. It is lazy, and never does what nobody asks for: so every step waits for
// its results, as the package's own guide advises.
import { many, normal, numbers, restart, uniform } from "./random.mjs";
import { repeated } from "./measure.mjs";

/** A peer from the package's namespace, with its backend ready. */
export function jaxPeer({ numpy: np, nn, lax, random, jit, grad, valueAndGrad }) {
  const product = (shape) => shape.reduce((a, b) => a * b, 1);
  const tensor = (shape, draw) => np.array(numbers(product(shape), draw)).reshape(shape);
  const weights = (shape, scale) => tensor(shape, () => scale * normal());
  const zeros = (n) => np.zeros([n]);
  const coins = (n, low) => np.array(numbers(n, () => (uniform() > 0.5 ? 1 : low))).reshape([n, 1]);
  const classes = (n, count) => {
    const y = new Float32Array(n * count);
    for (let i = 0; i < n; ++i) y[i * count + Math.floor(uniform() * count)] = 1;
    return np.array(y).reshape([n, count]);
  };
  const refs = (arrays) => arrays.map((a) => a.ref);
  const dense = (x, w, b) => np.matmul(x, w).add(b);
  const softmaxLoss = (y, z) => nn.logSoftmax(z, -1).mul(y).sum().mul(-1 / y.shape[0]);
  const bernoulli = (y, z) => nn.softplus(z.ref).sub(z.mul(y)).sum();

  // Rules: how many numbers beside each weight, and what one step makes of it and of them.
  const sgd = (rate) => ({ beside: 0, update: (p, g) => [p.sub(g.mul(rate))] });
  const adadelta = (keep, epsilon) => ({
    beside: 2,
    update(p, g, [squares, moves]) {
      const s = squares.mul(keep).add(np.square(g.ref).mul(1 - keep));
      const by = g.mul(np.sqrt(moves.ref.add(epsilon).div(s.ref.add(epsilon))));
      return [p.sub(by.ref), s, moves.mul(keep).add(np.square(by).mul(1 - keep))];
    },
  });
  const adam = (rate, momentum = 0.9, keep = 0.999, { decay = 0, clip = 0 } = {}) => ({
    beside: 2, clip, powers: [momentum, keep],
    update(p, g, [mean, squares], [power, squarePower]) {
      const m = mean.mul(momentum).add(g.ref.mul(1 - momentum));
      const s = squares.mul(keep).add(np.square(g).mul(1 - keep));
      const by = m.ref.div(power).div(np.sqrt(s.ref.div(squarePower)).add(1e-8)).mul(rate);
      return [(decay ? p.mul(1 - rate * decay) : p).sub(by), m, s];
    },
  });
  const clipped = (gradients, most) => {
    if (!most) return gradients;
    const norm = np.sqrt(gradients.map((g) => np.square(g.ref).sum()).reduce((a, b) => a.add(b)));
    const by = np.minimum(np.array(1), np.array(most).div(norm));
    const all = gradients.map((g) => g.mul(by.ref));
    by.dispose();
    return all;
  };
  const fresh = (p, rule) => ({
    p, beside: p.map((w) => many(rule.beside, () => np.zeros(w.shape))),
    powers: (rule.powers ?? []).map(() => np.array(1)),
  });
  /** Within `jit`: what a rule makes of weights by their gradients. */
  const moved = ({ p, beside, powers }, gradients, rule) => {
    const next = powers.map((power, i) => power.mul(rule.powers[i]));
    const left = next.map((power) => np.subtract(np.array(1), power.ref));
    const g = clipped(gradients, rule.clip);
    const all = p.map((w, i) => rule.update(w, g[i], beside[i], refs(left)));
    left.forEach((one) => one.dispose());
    return { p: all.map(([w]) => w), beside: all.map(([, ...rest]) => rest), powers: next };
  };

  /** Steps of `loss(weights, ...data)`; `noisy` gives it a key of random numbers, too. */
  function training(rule, first, loss, data, { noisy = false, turns = 1 } = {}) {
    let state = fresh(first, rule), key = random.key(7), last = null;
    const step = jit((s, k, ...given) => {
      const [now, next] = noisy ? random.split(k, 2) : [null, k];
      const [value, gradients] = valueAndGrad(loss)(refs(s.p), ...(noisy ? [now] : []), ...given);
      return [value, moved(s, gradients, rule), next];
    });
    const run = async () => {
      for (let i = 0; i < turns; ++i) {
        last?.dispose();
        [last, state, key] = step(state, key, ...refs(turns > 1 ? data[i] : data));
        for (const w of state.p) await w.blockUntilReady();
      }
    };
    return { ...repeated(run),
      facts: async () => ({ weights: state.p.reduce((sum, w) => sum + product(w.shape), 0),
        loss: last === null ? NaN : (await last.ref.data())[0] }) };
  }
  /** `run` gives a list of results; the last one is looked at. */
  function operation(run) {
    let results = [];
    return { ...repeated(async () => {
      results.forEach((one) => one.dispose());
      results = run();
      for (const one of results) await one.blockUntilReady();
    }),
    facts: async () => ({ shape: results.at(-1).shape, values: await results.at(-1).ref.data() }) };
  }

  const work = {
    W1_256: () => squareProduct(256),
    W1_512: () => squareProduct(512),
    W2: () => training(sgd(0.01),
      [weights([784, 256], 0.05), zeros(256), weights([256, 10], 0.05), zeros(10)],
      ([a, b, c, d], x, y) => softmaxLoss(y, dense(nn.relu(dense(x, a, b)), c, d)),
      [tensor([64, 784], uniform), classes(64, 10)]),
    W3: () => deep(false),
    W3bn: () => deep(true),
    W4() {
      const convolved = (x, w, b) => nn.relu(
        lax.convGeneralDilated(x, w, [1, 1], "SAME").add(b.reshape([1, b.shape[0], 1, 1])));
      const pooled = (x, side) => lax.reduceWindow(x, (window) => np.max(window),
        [1, 1, side, side], [1, 1, side, side]);
      return training(adadelta(0.95, 1e-6),
        [weights([8, 1, 5, 5], 0.2), zeros(8), weights([16, 8, 5, 5], 0.07), zeros(16),
          weights([256, 10], 0.06), zeros(10)],
        ([a, b, c, d, e, f], x, y) => {
          const near = pooled(convolved(x, a, b), 2), far = pooled(convolved(near, c, d), 3);
          return softmaxLoss(y, dense(far.reshape([20, 256]), e, f));
        }, [tensor([20, 1, 24, 24], uniform), classes(20, 10)]);
    },
    W5: () => training(sgd(0.03), [weights([2, 4], 0.5), zeros(4), weights([4, 2], 0.5), zeros(2),
      weights([2, 1], 0.5), zeros(1)],
    ([a, b, c, d, e, f], x, y) => {
      const h = np.tanh(dense(np.tanh(dense(x, a, b)), c, d));
      return np.square(np.tanh(dense(h, e, f)).sub(y)).mean().mul(0.5);
    }, many(25, () => [tensor([10, 2], normal), coins(10, -1)]), { turns: 25 }),
    W6() {
      const first = [[784, 256], [256, 8], [256, 8], [8, 256], [256, 784]]
        .flatMap(([a, b]) => [weights([a, b], 0.05), zeros(b)]);
      return training(adam(1e-3), first, ([a, b, c, d, e, f, g, h, i, j], key, x) => {
        const encoded = nn.relu(dense(x.ref, a, b));
        const { z, kl } = latent(key, dense(encoded.ref, c, d), dense(encoded, e, f));
        const out = dense(nn.relu(dense(z, g, h)), i, j);
        return bernoulli(x, out).add(kl).mul(1 / 64);
      }, [tensor([64, 784], uniform)], { noisy: true });
    },
    W7: () => recurrent(60),
    W7_100: () => recurrent(100),
    W8_fwd: () => convolution("forward"),
    W8_dx: () => convolution("input"),
    W8_dw: () => convolution("filter"),
    W8_bwd: () => convolution("both"),
    W8_16: () => convolution("all", 16, 16, 16),
    W9: () => language(32, 24, 32),
    W9_96: () => language(96, 64, 16),
    W10: () => variational([2, 64, 64], ([x, out]) =>
      np.square(x.sub(out)).sum().mul(0.5 / 0.0025), () => tensor([128, 2], normal)),
    W10_glyphs: () => variational([256, 128, 64], ([x, out]) => bernoulli(x, out),
      () => coins(128 * 256, 0).reshape([128, 256])),
    W11: () => superResolution(),
  };

  function squareProduct(n) {
    const a = tensor([n, n], normal), b = tensor([n, n], normal);
    return operation(() => [np.matmul(a.ref, b.ref)]);
  }
  function latent(key, mean, spread) {
    const noise = random.normal(key, mean.shape);
    const z = mean.ref.add(np.exp(spread.ref.mul(0.5)).mul(noise));
    const kl = np.square(mean).add(np.exp(spread.ref)).sub(spread).sub(1).sum().mul(0.5);
    return { z, kl };
  }
  function deep(normed) {
    const layers = many(100, (l) => {
      const inputs = l === 0 ? 2 : 32;
      return [weights([inputs, 32], 1 / Math.sqrt(inputs)), zeros(32),
        ...(normed ? [np.ones([32])] : [])];
    });
    const each = layers[0].length;
    return training(sgd(1e-3), [...layers.flat(), weights([32, 1], 0.1), zeros(1)], (p, x, y) => {
      let h = x;
      for (let l = 0; l < 100; ++l) {
        const [w, b, scale] = p.slice(each * l, each * (l + 1));
        let z = np.matmul(h, w);
        if (normed) {
          z = z.ref.sub(z.mean(0));
          const variance = np.square(z.ref).mean(0);
          z = z.div(np.sqrt(variance.add(1e-5))).mul(scale);
        }
        h = np.tanh(z.add(b));
      }
      return bernoulli(y, dense(h, ...p.slice(-2))).mul(1 / 64);
    }, [tensor([64, 2], normal), coins(64, 0)]);
  }
  function recurrent(times) {
    const batch = 32;
    return training(sgd(0.01), [weights([32, 64], 0.1), weights([64, 64], 0.1), zeros(64),
      weights([64, 32], 0.1), zeros(32)],
    ([enter, turn, b, leave, c], x, y) => {
      const inputs = np.split(dense(x, enter, b), times, 0), states = [];
      for (let t = 0; t < times; ++t)
        states.push(np.tanh(t === 0 ? inputs[t]
          : inputs[t].add(np.matmul(states[t - 1].ref, turn.ref))));
      turn.dispose();
      return softmaxLoss(y, dense(np.concatenate(states, 0), leave, c));
    }, [tensor([times * batch, 32], normal), classes(times * batch, 32)]);
  }
  function variational([seen, wide, narrow], unlike, examples) {
    const sizes = [[seen, wide], [wide, narrow], [narrow, 2], [narrow, 2], [2, narrow],
      [narrow, wide], [wide, seen]];
    const first = sizes.flatMap(([a, b]) => [weights([a, b], 1 / Math.sqrt(a)), zeros(b)]);
    return training(adam(3e-3), first, (p, key, x) => {
      const layer = (i, h) => dense(h, p[2 * i], p[2 * i + 1]);
      const h = nn.relu(layer(1, nn.relu(layer(0, x.ref))));
      const { z, kl } = latent(key, layer(2, h.ref), layer(3, h));
      const out = layer(6, nn.relu(layer(5, nn.relu(layer(4, z)))));
      return unlike([x, out]).add(kl).mul(1 / 128);
    }, [examples()], { noisy: true });
  }
  function superResolution() {
    const x = tensor([16, 1, 16, 16], uniform), real = tensor([16, 1, 32, 32], uniform);
    const enlarging = tensor([16, 1, 32, 16], uniform);
    const layer = (k, a, b, scale = 1) =>
      [weights([b, a, k, k], scale * Math.sqrt(2 / (k * k * a))), zeros(b)];
    const rule = adam(5e-4, 0.5, 0.99);
    let g = fresh([layer(3, 1, 16), ...many(4, () => layer(3, 16, 16)), layer(3, 16, 1, 0.01)].flat(), rule);
    let d = fresh([layer(4, 1, 16), layer(4, 16, 32), layer(3, 32, 1)].flat(), rule);
    let average = refs(g.p), last = null;
    const conv = (h, w, b, stride = 1) => lax.convGeneralDilated(h, w, [stride, stride],
      [[1, 1], [1, 1]]).add(b.reshape([1, b.shape[0], 1, 1]));
    const generated = (p, low, wide) => {
      let h = nn.relu(conv(low.ref, p[0], p[1]));
      for (const at of [2, 6])
        h = h.ref.add(conv(nn.relu(conv(h, p[at], p[at + 1])), p[at + 2], p[at + 3]));
      const twice = np.repeat(np.repeat(h, 2, 2), 2, 3);
      const enlarged = np.matmul(np.matmul(wide.ref, low), np.swapaxes(wide, 2, 3));
      return enlarged.add(conv(twice, p[10], p[11]));
    };
    const leaky = (h) => nn.leakyRelu(h, 0.2);
    const judged = (p, h) =>
      conv(leaky(conv(leaky(conv(h, p[0], p[1], 2)), p[2], p[3], 2)), p[4], p[5]);
    const off = (scores, target) => np.square(scores.sub(target)).mean();
    const half = (h) => h.reshape([16, 1, 16, 2, 16, 2]).mean([3, 5]);
    const toldApart = (p, made, other) => off(judged(refs(p), other), 1).add(off(judged(p, made), 0));
    const fooled = (p, q, low, wide) => {
      const made = generated(p, low.ref, wide);
      return off(judged(q, made.ref), 1).mul(0.1).add(np.absolute(half(made).sub(low)).mean().mul(10));
    };
    const step = jit((mine, theirs, kept, low, other, wide) => {
      const made = generated(refs(mine.p), low.ref, wide.ref);
      const wiser = moved(theirs, grad(toldApart)(refs(theirs.p), made, other), rule);
      const [loss, gradients] = valueAndGrad(fooled)(refs(mine.p), refs(wiser.p), low, wide);
      const next = moved(mine, gradients, rule);
      return [loss, next, wiser, kept.map((w, i) => w.mul(0.99).add(next.p[i].ref.mul(0.01)))];
    });
    return { ...repeated(async () => {
      last?.dispose();
      [last, g, d, average] = step(g, d, average, x.ref, real.ref, enlarging.ref);
      for (const w of [...g.p, ...d.p, ...average]) await w.blockUntilReady();
    }),
    facts: async () => ({ weights: [...g.p, ...d.p].reduce((sum, w) => sum + product(w.shape), 0),
      loss: (await last.ref.data())[0] }) };
  }
  function convolution(what, side = 28, inputs = 16, outputs = 32) {
    const x = tensor([16, inputs, side, side], normal), filter = weights([outputs, inputs, 3, 3], 1);
    const dy = tensor([16, outputs, side, side], normal);
    const forward = (a, w) => lax.convGeneralDilated(a, w, [1, 1], "SAME");
    const weighed = (a, w, by) => forward(a, w).mul(by).sum();
    const ahead = jit(forward);
    if (what === "forward") return operation(() => [ahead(x.ref, filter.ref)]);
    const argnums = { input: [0], filter: [1] }[what] ?? [0, 1];
    const back = jit((a, w, by) => grad(weighed, { argnums })(a, w, by));
    return operation(() => [...(what === "all" ? [ahead(x.ref, filter.ref)] : []),
      ...back(x.ref, filter.ref, dy.ref)]);
  }
  function language(width, context, batch) {
    const heads = 4, letters = 27, tokens = context * batch, own = width / heads;
    const spread = 1 / Math.sqrt(width);
    const layer = (a, b, scale) => [weights([a, b], scale), zeros(b)];
    const norm = () => [np.ones([width]), zeros(width)];
    const block = () => [...norm(), ...many(3, () => weights([width, width], spread)),
      ...layer(width, width, spread), ...norm(), ...layer(width, 4 * width, Math.sqrt(2 / width)), ...layer(4 * width, width, spread / 2)];
    const first = [weights([letters, width], 0.1), ...block(), ...block(), ...norm(),
      ...layer(width, letters, spread)];
    const later = np.array(Float32Array.from({ length: context * context },
      (_, i) => (i % context > Math.floor(i / context) ? -1e9 : 0))).reshape([1, context, context]);
    return training(adam(3e-3, 0.9, 0.99, { decay: 0.01, clip: 1 }), first, (p, x, y, hidden) => {
      let at = 0;
      const next = () => p[at++];
      const normed = (h) => {
        const off = h.ref.sub(h.mean(1, { keepdims: true }));
        const variance = np.square(off.ref).mean(1, { keepdims: true });
        return off.div(np.sqrt(variance.add(1e-5))).mul(next()).add(next());
      };
      const wired = (h) => dense(h, next(), next());
      const parted = (h) => np.transpose(h.reshape([batch, context, heads, own]), [0, 2, 1, 3])
        .reshape([batch * heads, context, own]);
      let h = np.matmul(x, next());
      for (let b = 0; b < 2; ++b) {
        const near = normed(h.ref);
        const [q, k, v] = [near.ref, near.ref, near].map((x) => parted(np.matmul(x, next())));
        const scores = np.matmul(q, np.swapaxes(k, 1, 2)).mul(1 / Math.sqrt(own)).add(hidden.ref);
        const seen = np.matmul(nn.softmax(scores, -1), v).reshape([batch, heads, context, own]);
        h = h.add(wired(np.transpose(seen, [0, 2, 1, 3]).reshape([tokens, width])));
        h = h.ref.add(wired(nn.gelu(wired(normed(h)))));
      }
      hidden.dispose();
      return softmaxLoss(y, wired(normed(h)));
    }, [classes(tokens, letters), classes(tokens, letters), later]);
  }

  return (id) => {
    restart();
    return work[id]?.() ?? null;
  };
}
