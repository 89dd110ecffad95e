// Libraries in plain JavaScript, which compute in double precision.
import { many, normal, numbers, restart, uniform } from "./random.mjs";
import { repeated } from "./measure.mjs";

/** ConvNetJS. It has no batch norm, and a softmax of two classes in place of a sigmoid. */
export function convnetPeer(convnet) {
  const volume = (side, depth, draw) => {
    const v = new convnet.Vol(side, side, depth, 0);
    for (let i = 0; i < v.w.length; ++i) v.w[i] = draw();
    return v;
  };
  const input = (side, depth) => ({ type: "input", out_sx: side, out_sy: side, out_depth: depth });
  const full = (n, activation) => ({ type: "fc", num_neurons: n, activation });
  const filters = (n) =>
    ({ type: "conv", sx: 5, filters: n, stride: 1, pad: 2, activation: "relu" });
  const training = (layers, options, examples, labels) => {
    const net = new convnet.Net();
    net.makeLayers(layers);
    const trainer = new convnet.Trainer(net, { momentum: 0, l2_decay: 0, ...options });
    return repeated(() => { examples.forEach((x, i) => trainer.train(x, labels[i])); });
  };
  const labels = (n, count) => many(n, () => Math.floor(uniform() * count));
  const convolutions = () => many(16, () => {
    const layer = new convnet.ConvLayer(
      { sx: 3, filters: 32, in_sx: 28, in_sy: 28, in_depth: 16, stride: 1, pad: 1 });
    return { layer, x: volume(28, 16, normal) };
  });

  const work = {
    W2: () => training([input(1, 784), full(256, "relu"), { type: "softmax", num_classes: 10 }],
      { method: "sgd", learning_rate: 0.01, batch_size: 64 },
      many(64, () => volume(1, 784, uniform)), labels(64, 10)),
    W3: () => training(
      [input(1, 2), ...many(100, () => full(32, "tanh")), { type: "softmax", num_classes: 2 }],
      { method: "sgd", learning_rate: 0.001, batch_size: 64 },
      many(64, () => volume(1, 2, normal)), labels(64, 2)),
    W4: () => training(
      [input(24, 1), filters(8), { type: "pool", sx: 2, stride: 2 }, filters(16),
        { type: "pool", sx: 3, stride: 3 }, { type: "softmax", num_classes: 10 }],
      { method: "adadelta", batch_size: 20 },
      many(20, () => volume(24, 1, uniform)), labels(20, 10)),
    W5: () => training(
      [input(1, 2), full(4, "tanh"), full(2, "tanh"), { type: "regression", num_neurons: 1 }],
      { method: "sgd", learning_rate: 0.03, batch_size: 10 },
      many(250, () => volume(1, 2, normal)), many(250, () => [uniform() > 0.5 ? 1 : -1])),
    W8_fwd() {
      const all = convolutions();
      return repeated(() => { for (const { layer, x } of all) layer.forward(x, true); });
    },
    W8_bwd() {
      const all = convolutions();
      for (const { layer, x } of all) layer.forward(x, true).dw.forEach((_, i, dw) => dw[i] = normal());
      return repeated(() => { for (const { layer } of all) layer.backward(); });
    },
  };
  return (id) => {
    restart();
    return work[id]?.() ?? null;
  };
}

/** brain.js: updates after every pattern and a squared error, so no more arithmetic than asked. */
export function brainPeer(brain) {
  const shapes = {
    W2: { inputSize: 784, hiddenLayers: [256], outputSize: 10, activation: "relu", patterns: 64 },
    W3: { inputSize: 2, hiddenLayers: many(100, () => 32), outputSize: 1, activation: "tanh",
      patterns: 64 },
    W5: { inputSize: 2, hiddenLayers: [4, 2], outputSize: 1, activation: "tanh", patterns: 250 },
  };
  return (id) => {
    restart();
    if (!(id in shapes)) return null;
    const { patterns, ...options } = shapes[id];
    const net = new brain.NeuralNetwork({ ...options, learningRate: 0.001 });
    net.initialize();
    net.updateTrainingOptions({ learningRate: 0.001 });
    const data = many(patterns, () => ({
      input: numbers(options.inputSize, normal), output: numbers(options.outputSize, uniform) }));
    return repeated(() => { for (const pattern of data) net.trainPattern(pattern); });
  };
}
