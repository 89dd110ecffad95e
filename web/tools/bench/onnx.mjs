// onnxruntime-web, one thread: it runs models and no longer trains, so it takes part where a work is a
// few of its operators. A model is made here, byte by byte, in the wire form of protocol buffers; the
// numbers of fields are those of onnx.proto3. Matrices and filters go in as inputs, so that they are
// packed in every run, as the other peers have to.
import { normal, numbers, restart } from "./random.mjs";
import { repeated } from "./measure.mjs";

const FLOAT = 1, INTS = 7, OPSET = 13, IR_VERSION = 8;

function varint(n) {
  const bytes = [];
  for (; n > 127; n = Math.floor(n / 128)) bytes.push((n % 128) | 128);
  return [...bytes, n];
}
const whole = (field, n) => [...varint(8 * field), ...varint(n)];
const bytes = (field, all) => [...varint(8 * field + 2), ...varint(all.length), ...all];
const text = (field, string) => bytes(field, new TextEncoder().encode(string));

const attribute = ([name, ints]) => bytes(5,
  [...text(1, name), ...ints.flatMap((i) => whole(8, i)), ...whole(20, INTS)]);
const node = ([operator, inputs, output, attributes = {}]) => bytes(1, [
  ...inputs.flatMap((name) => text(1, name)), ...text(2, output), ...text(4, operator),
  ...Object.entries(attributes).flatMap(attribute)]);
function value(field, name, shape) {
  const dimensions = bytes(2, shape.flatMap((n) => bytes(1, whole(1, n))));
  const type = bytes(1, [...whole(1, FLOAT), ...dimensions]);
  return bytes(field, [...text(1, name), ...bytes(2, type)]);
}

/** A model of `nodes`, [operator, inputs, output, attributes of integers], in the order of their use. */
function model(nodes, inputs, outputs) {
  const graph = [...nodes.flatMap(node), ...text(2, "work"),
    ...Object.entries(inputs).flatMap(([name, shape]) => value(11, name, shape)),
    ...Object.entries(outputs).flatMap(([name, shape]) => value(12, name, shape))];
  return Uint8Array.from([...whole(1, IR_VERSION), ...bytes(7, graph), ...bytes(8, whole(2, OPSET))]);
}

const FRAMED = { pads: [1, 1, 1, 1] }, SWAPPED = { perm: [1, 0, 2, 3] };
const X = [16, 16, 28, 28], FILTER = [32, 16, 3, 3], DY = [16, 32, 28, 28];
const SMALL = [16, 16, 16, 16], SMALL_FILTER = [16, 16, 3, 3];
const FORWARD = [["Conv", ["x", "filter"], "y", FRAMED]];
const INPUT_GRADIENT = [["ConvTranspose", ["dy", "filter"], "dx", FRAMED]];
// The gradient of filters is a convolution in which examples and channels have changed places.
const FILTER_GRADIENT = [["Transpose", ["x"], "xt", SWAPPED], ["Transpose", ["dy"], "dyt", SWAPPED],
  ["Conv", ["xt", "dyt"], "dwt", FRAMED], ["Transpose", ["dwt"], "dw", SWAPPED]];
const square = (n) =>
  [[["MatMul", ["a", "b"], "c"]], { a: [n, n], b: [n, n] }, { c: [n, n] }];

const MODELS = {
  W1_256: square(256),
  W1_512: square(512),
  W8_fwd: [FORWARD, { x: X, filter: FILTER }, { y: DY }],
  W8_dx: [INPUT_GRADIENT, { filter: FILTER, dy: DY }, { dx: X }],
  W8_dw: [FILTER_GRADIENT, { x: X, dy: DY }, { dw: FILTER }],
  W8_bwd: [[...INPUT_GRADIENT, ...FILTER_GRADIENT], { x: X, filter: FILTER, dy: DY },
    { dx: X, dw: FILTER }],
  W8_16: [[...FORWARD, ...INPUT_GRADIENT, ...FILTER_GRADIENT],
    { x: SMALL, filter: SMALL_FILTER, dy: SMALL }, { y: SMALL, dx: SMALL, dw: SMALL_FILTER }],
};

/** A peer from the package's namespace. */
export function onnxPeer(ort) {
  ort.env.wasm.numThreads = 1;
  return async (id) => {
    restart();
    if (!(id in MODELS)) return null;
    const [nodes, inputs, outputs] = MODELS[id];
    const session = await ort.InferenceSession.create(model(nodes, inputs, outputs),
      { executionProviders: ["wasm"], graphOptimizationLevel: "all" });
    // Those that are not asked for are drawn, too: so the numbers are those of the other peers.
    const drawn = Object.entries(
      id.startsWith("W8") && id !== "W8_16" ? { x: X, filter: FILTER, dy: DY } : inputs)
      .map(([name, shape]) => [name,
        new ort.Tensor("float32", numbers(shape.reduce((a, b) => a * b, 1), normal), shape)]);
    const feeds = Object.fromEntries(drawn.filter(([name]) => name in inputs));
    let found = null;
    return { ...repeated(async () => { found = await session.run(feeds); }),
      facts: async () => {
        const last = found[Object.keys(outputs).at(-1)];
        return { shape: [...last.dims], values: last.data };
      } };
  };
}
