import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";
import { printed } from "../program.mjs";

const { disagreements, EngineModule } = await importSources(["calls", "engine_module"]);
const table = () => JSON.parse(printed(["call"]));

/** A module of which each call answers with its place and with what came in. */
function echo(told) {
  const memory = { HEAPU8: new Uint8Array(1 << 16), numbers: [] };
  const buffer_at = 256, result_at = 1 << 14;
  let length = 0, buffered = 0;
  const say = (text) => {
    const bytes = new TextEncoder().encode(text);
    memory.HEAPU8.set(bytes, result_at);
    length = bytes.length;
  };
  memory._engine_buffer = (n) => ((buffered = n), buffer_at);
  memory._engine_call = (place, n) => {
    const heard = memory.HEAPU8.slice(buffer_at, buffer_at + n);
    const file = [...memory.HEAPU8.slice(buffer_at + n, buffer_at + buffered)];
    say(place === 0 ? JSON.stringify(told) : JSON.stringify({ place, heard: new TextDecoder().decode(heard), file }));
    return told[place].name === "csv" ? 0 : 1;
  };
  memory._engine_result = () => result_at;
  memory._engine_length = () => length;
  memory._engine_number = (place, argument) => 1000 * place + argument;
  return memory;
}

test("the engine's table and the page's declarations name the same calls, alike", () => {
  assert.deepEqual(disagreements(table()), []);
});

test("a call that is missing on either side is named, and one that differs", () => {
  const told = table();
  const without = told.filter(({ name }) => name !== "csv");
  assert.deepEqual(disagreements(without), ["The engine has no call csv(figure: text) → json."]);
  const more = [...told, { name: "weigh", takes: { kg: "number" }, gives: "json" }];
  assert.deepEqual(disagreements(more), ["web/src/calls.ts does not declare weigh(kg: number) → json."]);
  const other = told.map((call) => (call.name === "open" ? { ...call, takes: { address: "text" } } : call));
  assert.deepEqual(disagreements(other), [
    "The engine has open(address: text) → json, and web/src/calls.ts declares open(link: text) → json.",
  ]);
});

test("a module with other calls is refused when it is opened", () => {
  const told = table();
  assert.throws(() => new EngineModule(echo(told.slice(0, -1))), /The engine has no call measure/);
  assert.doesNotThrow(() => new EngineModule(echo(told)));
});

test("a call goes to its place with its arguments, and its file behind them", () => {
  const told = table().reverse();
  told.unshift(told.pop());
  const module = new EngineModule(echo(told));
  const place = (name) => told.findIndex((call) => call.name === name);
  const file = new Uint8Array([1, 2, 3, 4]).buffer;
  assert.deepEqual(JSON.parse(module.json("give", { key: "k", name: "n", pixels: [1, 1] }, file)), {
    place: place("give"),
    heard: '{"key":"k","name":"n","pixels":[1,1]}',
    file: [1, 2, 3, 4],
  });
  assert.equal(module.number("advance", 7), 1000 * place("advance") + 7);
  assert.equal(module.bytes("view", {}).byteLength, `{"place":${place("view")},"heard":"{}","file":[]}`.length);
});

test("what the engine refuses is thrown with its sentence", () => {
  const module = new EngineModule(echo(table()));
  assert.throws(() => module.json("csv", { figure: "x" }), /The engine says: .*"heard"/);
});
