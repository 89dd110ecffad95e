// TensorFlow.js with its WebAssembly backend, by core operations and an optimiser's `minimize`, which
// costs less than its layers. `tuned` repairs two things from outside, as a user could.
import { many, normal, numbers, restart, uniform } from "./random.mjs";
import { repeated } from "./measure.mjs";

/** The gradient of filters, which the backend lacks, as products of shifted maps. */
function addFilterGradient(tf) {
  tf.registerKernel({
    kernelName: "Conv2DBackpropFilter",
    backendName: "wasm",
    kernelFunc: ({ inputs: { x, dy }, attrs: { filterShape, strides } }) => tf.tidy(() => {
      const [kh, kw, ci] = filterShape;
      const [b, h, w, co] = dy.shape;
      const [sy, sx] = [strides].flat(), acrossStride = sx ?? sy;
      const missing = (out, stride, k, n) => Math.max(0, (out - 1) * stride + k - n);
      const halves = (n) => [n >> 1, n - (n >> 1)];
      const framed = tf.pad(x, [[0, 0], halves(missing(h, sy, kh, x.shape[1])),
        halves(missing(w, acrossStride, kw, x.shape[2])), [0, 0]]);
      const seen = (top, left) => (sy === 1 && acrossStride === 1
        ? tf.slice(framed, [0, top, left, 0], [b, h, w, ci])
        : tf.stridedSlice(framed, [0, top, left, 0],
          [b, top + (h - 1) * sy + 1, left + (w - 1) * acrossStride + 1, ci],
          [1, sy, acrossStride, 1]));
      const shifted = many(kh * kw,
        (i) => tf.reshape(seen(Math.floor(i / kw), i % kw), [-1, ci]));
      const flat = tf.reshape(dy, [-1, co]);
      return tf.reshape(tf.matMul(tf.transpose(tf.concat(shifted, 1)), flat), filterShape);
    }),
  });
}

/** Transposes before a product: with its flags the backend leaves its fast path. */
function transposeFirst(tf) {
  const kernel = tf.getKernel("BatchMatMul", "wasm");
  const swapped = (t) => {
    const axes = t.shape.map((_, i) => i);
    return tf.transpose(t, [...axes.slice(0, -2), axes.at(-1), axes.at(-2)]);
  };
  tf.unregisterKernel("BatchMatMul", "wasm");
  tf.registerKernel({
    ...kernel,
    kernelFunc: (call) => {
      const { transposeA, transposeB } = call.attrs;
      if (!transposeA && !transposeB) return kernel.kernelFunc(call);
      return tf.tidy(() => tf.engine().runKernel("BatchMatMul", {
        a: transposeA ? swapped(call.inputs.a) : call.inputs.a,
        b: transposeB ? swapped(call.inputs.b) : call.inputs.b,
      }, { transposeA: false, transposeB: false }));
    },
  });
}

/** A peer from the namespace of tfjs-core with a backend that is ready. */
export function tensorflowPeer(tf, { tuned = false } = {}) {
  if (tuned) {
    addFilterGradient(tf);
    transposeFirst(tf);
  }
  const tensor = (shape, draw) => tf.tensor(numbers(shape.reduce((a, b) => a * b, 1), draw), shape);
  const weights = (shape, scale) => tf.variable(tensor(shape, () => scale * normal()));
  const zeros = (n) => tf.variable(tf.zeros([n]));
  const coins = (n, low) => tf.tensor(numbers(n, () => (uniform() > 0.5 ? 1 : low)), [n, 1]);
  const classes = (n, count) => {
    const y = new Float32Array(n * count);
    for (let i = 0; i < n; ++i) y[i * count + Math.floor(uniform() * count)] = 1;
    return tf.tensor(y, [n, count]);
  };
  // The fused forms also compute the gradient of their input, wasted on a first layer.
  const first = (x, w, b) => tf.add(tf.matMul(x, w), b);
  const dense = (a, b, bias) => tf.fused.matMul({ a, b, bias, activation: "linear" });
  const firstConv = (x, w, b) => tf.add(tf.conv2d(x, w, 1, "same"), b);
  const conv = (x, filter, bias) =>
    tf.fused.conv2d({ x, filter, strides: 1, pad: "same", bias, activation: "linear" });
  const softmaxLoss = (y, z) => tf.losses.softmaxCrossEntropy(y, z);
  const training = (optimizer, variables, loss) => ({
    ...repeated(() => { optimizer.minimize(loss, false, variables); },
      async () => { await variables.at(-1).data(); }),
    facts: async () => ({ weights: variables.reduce((sum, v) => sum + v.size, 0),
      loss: tf.tidy(() => loss().dataSync()[0]) }),
  });
  const operation = (run) => {
    let result;
    return {
      ...repeated(() => {
        const next = run();
        result?.dispose();
        result = next;
      }, () => result.data()),
      facts: async () => ({ shape: result.shape, values: await result.data() }),
    };
  };

  const work = {
    W1_256: () => product(256),
    W1_512: () => product(512),
    W2() {
      const x = tensor([64, 784], uniform), y = classes(64, 10);
      const v = [weights([784, 256], 0.05), zeros(256), weights([256, 10], 0.05), zeros(10)];
      return training(tf.train.sgd(0.01), v, () =>
        softmaxLoss(y, dense(tf.relu(first(x, v[0], v[1])), v[2], v[3])));
    },
    W3: () => deep(false),
    W3bn: () => deep(true),
    W4() {
      const x = tensor([20, 24, 24, 1], uniform), y = classes(20, 10);
      const v = [weights([5, 5, 1, 8], 0.2), zeros(8), weights([5, 5, 8, 16], 0.07), zeros(16),
        weights([256, 10], 0.06), zeros(10)];
      return training(tf.train.adadelta(1, 0.95, 1e-6), v, () => {
        const near = tf.maxPool(tf.relu(firstConv(x, v[0], v[1])), 2, 2, "valid");
        const far = tf.maxPool(tf.relu(conv(near, v[2], v[3])), 3, 3, "valid");
        return softmaxLoss(y, dense(tf.reshape(far, [20, 256]), v[4], v[5]));
      });
    },
    W5() {
      const x = many(25, () => tensor([10, 2], normal)), y = many(25, () => coins(10, -1));
      const v = [weights([2, 4], 0.5), zeros(4), weights([4, 2], 0.5), zeros(2),
        weights([2, 1], 0.5), zeros(1)];
      const optimizer = tf.train.sgd(0.03);
      const loss = (i) => {
        const h = tf.tanh(dense(tf.tanh(first(x[i], v[0], v[1])), v[2], v[3]));
        const off = tf.sub(tf.tanh(dense(h, v[4], v[5])), y[i]);
        return tf.mean(tf.mul(0.5, tf.square(off)));
      };
      const each = training(optimizer, v, () => loss(0));
      return { ...each, ...repeated(() => {
        for (let i = 0; i < 25; ++i) optimizer.minimize(() => loss(i), false, v);
      }, each.sync) };
    },
    W6() {
      const x = tensor([64, 784], uniform);
      const v = [weights([784, 256], 0.05), zeros(256), weights([256, 8], 0.06), zeros(8),
        weights([256, 8], 0.06), zeros(8), weights([8, 256], 0.3), zeros(256),
        weights([256, 784], 0.05), zeros(784)];
      return training(tf.train.adam(1e-3), v, () => {
        const h = tf.relu(first(x, v[0], v[1]));
        const mean = dense(h, v[2], v[3]), spread = dense(h, v[4], v[5]);
        const z = tf.add(mean, tf.mul(tf.exp(tf.mul(spread, 0.5)), tf.randomNormal([64, 8])));
        const o = dense(tf.relu(dense(z, v[6], v[7])), v[8], v[9]);
        return tf.div(tf.add(bernoulli(x, o), divergence(mean, spread)), 64);
      });
    },
    W7: () => recurrent(60),
    W7_100: () => recurrent(100),
    W9: () => language(32, 24, 32),
    W9_96: () => language(96, 64, 16),
    W8_fwd: () => convolution().forward,
    W8_dx: () => convolution().inputGradient,
    W8_dw: () => convolution().filterGradient,
    W8_bwd: () => inTurn(["inputGradient", "filterGradient"], convolution()),
    W8_16: () => inTurn(["forward", "inputGradient", "filterGradient"], convolution(16, 16, 16)),
    W10: () => variational([2, 64, 64], tensor([128, 2], normal),
      (x, out) => tf.mul(0.5 / 0.0025, tf.sum(tf.square(tf.sub(x, out))))),
    W10_glyphs: () => variational([256, 128, 64], tf.reshape(coins(128 * 256, 0), [128, 256]), bernoulli),
    W11: () => superResolution(),
  };

  function bernoulli(x, logits) {
    return tf.sum(tf.sub(tf.softplus(logits), tf.mul(x, logits)));
  }
  function divergence(mean, spread) {
    return tf.mul(-0.5, tf.sum(tf.sub(tf.sub(tf.add(spread, 1), tf.square(mean)), tf.exp(spread))));
  }
  function variational([seen, wide, narrow], x, unlike) {
    const v = [[seen, wide], [wide, narrow], [narrow, 2], [narrow, 2], [2, narrow], [narrow, wide],
      [wide, seen]].flatMap(([a, b]) => [weights([a, b], 1 / Math.sqrt(a)), zeros(b)]);
    const layer = (i, h) => dense(h, v[2 * i], v[2 * i + 1]);
    return training(tf.train.adam(3e-3), v, () => {
      const h = tf.relu(layer(1, tf.relu(first(x, v[0], v[1]))));
      const mean = layer(2, h), spread = layer(3, h);
      const z = tf.add(mean, tf.mul(tf.exp(tf.mul(spread, 0.5)), tf.randomNormal([128, 2])));
      const out = layer(6, tf.relu(layer(5, tf.relu(layer(4, z)))));
      return tf.div(tf.add(unlike(x, out), divergence(mean, spread)), 128);
    });
  }
  // What is twice as large or half as large goes by shapes of at most four axes.
  function superResolution() {
    const x = tensor([16, 16, 16, 1], uniform), real = tensor([16, 32, 32, 1], uniform);
    const enlarging = tensor([16, 32, 16], uniform), across = tf.transpose(enlarging, [0, 2, 1]);
    const layer = (k, a, b, scale = 1) =>
      [weights([k, k, a, b], scale * Math.sqrt(2 / (k * k * a))), zeros(b)];
    const g = [layer(3, 1, 16), ...many(4, () => layer(3, 16, 16)), layer(3, 16, 1, 0.01)].flat();
    const d = [layer(4, 1, 16), layer(4, 16, 32), layer(3, 32, 1)].flat();
    const averages = g.map((w) => tf.variable(w.clone(), false));
    const twice = (h) => {
      const [b, rows, columns, c] = h.shape, pair = tf.ones([1, 1, 2, 1]);
      const tall = tf.reshape(tf.mul(tf.reshape(h, [b, rows, 1, columns * c]), pair),
        [b * 2 * rows, columns, 1, c]);
      return tf.reshape(tf.mul(tall, pair), [b, 2 * rows, 2 * columns, c]);
    };
    const half = (h) => {
      const columns = tf.mean(tf.reshape(h, [16 * 32, 16, 2]), 2);
      return tf.reshape(tf.mean(tf.reshape(columns, [16, 16, 2, 16]), 2), [16, 16, 16, 1]);
    };
    const generated = () => {
      let h = tf.relu(firstConv(x, g[0], g[1]));
      for (const at of [2, 6])
        h = tf.add(h, conv(tf.relu(conv(h, g[at], g[at + 1])), g[at + 2], g[at + 3]));
      const enlarged = tf.matMul(tf.matMul(enlarging, tf.reshape(x, [16, 16, 16])), across);
      return tf.add(tf.reshape(enlarged, [16, 32, 32, 1]), conv(twice(h), g[10], g[11]));
    };
    const halved = (h, w, b) => tf.leakyRelu(tf.add(tf.conv2d(h, w, 2, "same"), b), 0.2);
    const judged = (h) => conv(halved(halved(h, d[0], d[1]), d[2], d[3]), d[4], d[5]);
    const off = (scores, target) => tf.mean(tf.square(tf.sub(scores, target)));
    const rules = many(2, () => tf.train.adam(5e-4, 0.5, 0.99));
    const learn = {
      discriminator: (made) => tf.add(off(judged(real), 1), off(judged(made), 0)),
      generator() {
        const made = generated();
        return tf.add(tf.mul(0.1, off(judged(made), 1)), tf.mul(10, tf.mean(tf.abs(tf.sub(half(made), x)))));
      },
    };
    return {
      ...repeated(() => {
        const made = tf.tidy(generated);
        rules[0].minimize(() => learn.discriminator(made), false, d);
        made.dispose();
        rules[1].minimize(learn.generator, false, g);
        averages.forEach((a, i) =>
          tf.tidy(() => { a.assign(tf.add(tf.mul(a, 0.99), tf.mul(g[i], 0.01))); }));
      }, async () => { await averages.at(-1).data(); }),
      facts: async () => ({ weights: [...g, ...d].reduce((sum, v) => sum + v.size, 0),
        loss: tf.tidy(() => learn.generator().dataSync()[0]) }),
    };
  }
  function product(n) {
    const a = tensor([n, n], normal), b = tensor([n, n], normal);
    return operation(() => tf.matMul(a, b));
  }
  function recurrent(times) {
    const batch = 32;
    const x = tensor([times * batch, 32], normal), y = classes(times * batch, 32);
    const start = tf.zeros([batch, 64]);
    const v = [weights([32, 64], 0.1), weights([64, 64], 0.1), zeros(64),
      weights([64, 32], 0.1), zeros(32)];
    return training(tf.train.sgd(0.01), v, () => {
      const inputs = tf.split(first(x, v[0], v[2]), times, 0);
      const states = [];
      let h = start;
      for (const input of inputs) states.push(h = tf.tanh(tf.add(input, tf.matMul(h, v[1]))));
      return softmaxLoss(y, dense(tf.concat(states, 0), v[3], v[4]));
    });
  }
  // Adam in place of AdamW, no clipping, and ReLU in place of GELU: less work than ours.
  // Letters are looked up by a product with one-hot rows, whose gradient the backend has.
  function language(width, context, batch) {
    const heads = 4, letters = 27, tokens = context * batch, own = width / heads;
    const x = classes(tokens, letters), y = classes(tokens, letters);
    const hidden = (i) => (i % context > Math.floor(i / context) ? -1e9 : 0);
    const later = tf.tensor(Float32Array.from({ length: context * context }, (_, i) => hidden(i)),
      [1, context, context]);
    const spread = 1 / Math.sqrt(width);
    const norm = () => [tf.variable(tf.ones([width])), zeros(width)];
    const blocks = many(2, () => ({
      before: norm(), qkv: many(3, () => weights([width, width], spread)),
      mix: [weights([width, width], spread), zeros(width)], between: norm(),
      wide: [weights([width, 4 * width], Math.sqrt(2 / width)), zeros(4 * width)],
      narrow: [weights([4 * width, width], spread / 2), zeros(width)],
    }));
    const table = weights([letters, width], 0.1), last = norm();
    const output = [weights([width, letters], spread), zeros(letters)];
    const normed = (h, [scale, shift]) => {
      const { mean, variance } = tf.moments(h, 1, true);
      return tf.add(tf.mul(tf.div(tf.sub(h, mean), tf.sqrt(tf.add(variance, 1e-5))), scale), shift);
    };
    const parted = (h) => tf.reshape(tf.transpose(tf.reshape(h, [batch, context, heads, own]), [0, 2, 1, 3]),
      [batch * heads, context, own]);
    const joined = (h) => tf.reshape(tf.transpose(tf.reshape(h, [batch, heads, context, own]), [0, 2, 1, 3]),
      [tokens, width]);
    const block = (h, b) => {
      const near = normed(h, b.before);
      const [q, k, v] = b.qkv.map((w) => parted(tf.matMul(near, w)));
      const scores = tf.add(tf.mul(tf.matMul(q, k, false, true), 1 / Math.sqrt(own)), later);
      const seen = tf.add(h, dense(joined(tf.matMul(tf.softmax(scores), v)), ...b.mix));
      return tf.add(seen, dense(tf.relu(dense(normed(seen, b.between), ...b.wide)), ...b.narrow));
    };
    const variables = [table, ...blocks.flatMap((b) => [...b.before, ...b.qkv, ...b.mix, ...b.between,
      ...b.wide, ...b.narrow]), ...last, ...output];
    return training(tf.train.adam(3e-3, 0.9, 0.99), variables, () => {
      const h = blocks.reduce(block, tf.matMul(x, table));
      return softmaxLoss(y, dense(normed(h, last), ...output));
    });
  }
  function deep(normed) {
    const x = tensor([64, 2], normal), y = coins(64, 0);
    const layers = many(100, (l) => {
      const inputs = l === 0 ? 2 : 32;
      return [weights([inputs, 32], 1 / Math.sqrt(inputs)), zeros(32), tf.variable(tf.ones([32]))];
    });
    const last = [weights([32, 1], 0.1), zeros(1)];
    const activation = (h, [w, b, scale], l) => {
      if (!normed) return l === 0 ? first(h, w, b) : dense(h, w, b);
      const z = tf.matMul(h, w), { mean, variance } = tf.moments(z, 0);
      return tf.batchNorm(z, mean, variance, b, scale, 1e-5);
    };
    const variables = [...layers.flatMap((layer) => layer.slice(0, normed ? 3 : 2)), ...last];
    return training(tf.train.sgd(1e-3), variables, () => {
      const h = layers.reduce((below, layer, l) => tf.tanh(activation(below, layer, l)), x);
      return tf.losses.sigmoidCrossEntropy(y, dense(h, ...last));
    });
  }
  function convolution(side = 28, inputs = 16, outputs = 32) {
    const x = tensor([16, side, side, inputs], normal), dy = tensor([16, side, side, outputs], normal);
    const filter = tensor([3, 3, inputs, outputs], normal);
    const attributes = { strides: [1, 1], pad: "same", dataFormat: "NHWC" };
    return {
      forward: operation(() => tf.conv2d(x, filter, 1, "same")),
      inputGradient: operation(() => tf.engine().runKernel("Conv2DBackpropInput", { dy, filter },
        { ...attributes, inputShape: x.shape })),
      filterGradient: operation(() => tf.engine().runKernel("Conv2DBackpropFilter", { x, dy },
        { ...attributes, filterShape: filter.shape })),
    };
  }
  function inTurn(names, all) {
    return {
      step: async (times) => {
        for (let i = 0; i < times; ++i)
          for (const name of names) await all[name].step(1);
      },
      sync: async () => { for (const name of names) await all[name].sync(); },
    };
  }

  return (id) => {
    restart();
    return work[id]?.() ?? null;
  };
}
