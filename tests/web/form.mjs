// A form as the engine asks it, and inputs that hold texts.

export const form = [
  { id: "loss", label: "Loss", kind: "number", unit: "nats", tolerance: 5e-3, example: "3/4" },
  { id: "output", label: "Output", kind: "cells", rows: 2, cols: 2, tolerance: 1e-6 },
  { id: "which", label: "Which?", kind: "many-of", options: [{ id: "i", text: "a", show: "" }, { id: "ii", text: "b <c>", show: "" }] },
  { id: "one", label: "One", kind: "one-of", options: [{ id: "A", text: "x", show: "" }] },
];

/** A radio group holds its value under the group's name. */
export const inputs = (values) => ({
  text: (id) => values[id] ?? "",
  chosen: (name) => values[name] ?? null,
  ticked: (id) => values[id] === "true",
});
