// The training engine beside the hand-written reference and the libraries that a page could use
// today, in one run, as a Markdown table. Not a test: it takes minutes and wants a quiet machine.
//
//   npm install --ignore-scripts && node bench.mjs [--rounds 3] [--budget 600] [--work W2,W4]
//     [--peers reference,tfjs] [--places node,chromium,firefox] [--keep samples.json]
//     [--note "the machine in words"] > RESULTS.md
//   node bench.mjs --rounds 0 --keep samples.json > RESULTS.md
//   node bench.mjs --check [--work W2] [--peers jax-js]
//
// The modules come first: cmake --preset web && cmake --build --preset web --target bench reference
// Each peer takes turns with ours, sample by sample in one process, so that what disturbs the machine
// falls on both; a ratio is the median of the ratios of neighbouring samples. `--keep` adds samples to
// those of a file and prints what all of them say, so that a run can be taken in pieces. `--check`
// measures nothing: it prints what each peer tells of its work.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { WORK } from "./measure.mjs";
import { bundle, inBrowser, lookInNode, PEERS, PLACES } from "./peers.mjs";

function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
}

const budget = Number(option("budget", 600)), rounds = Number(option("rounds", 3));
const wanted = option("work", "").split(",").filter(Boolean);
const ids = wanted.length ? WORK.filter((id) => wanted.includes(id)) : WORK;
const peers = option("peers", Object.keys(PEERS).join(",")).split(",");
const places = option("places", Object.keys(PLACES).join(",")).split(",");
const keep = option("keep");

/** Runs one peer in one place in a process of its own; {} if that fails. */
function turn(place, peer) {
  const child = spawnSync(process.execPath, ["--no-warnings", "--no-experimental-fetch",
    fileURLToPath(import.meta.url), "--child", peer, "--place", place, "--budget", String(budget),
    "--work", ids.join(",")], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const line = child.stdout.split("\n").find((text) => text.startsWith("@@"));
  process.stderr.write(`${place}: ${peer}${line ? "" : " failed"}\n`);
  return line ? JSON.parse(line.slice(2)) : {};
}

function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(q * (values.length - 1))];
}
const digits = (x) => String(Number(x.toPrecision(3)));
const spread = (values) => `${digits(quantile(values, 0))} (${digits(quantile(values, 0.5))})`;
const written = (r) => (r < 0.1 ? r.toPrecision(2) : r.toFixed(2));
const ratio = (pairs) => quantile(pairs.map(([ours, other]) => ours / other), 0.5);

function table(place, found) {
  const columns = peers.filter((peer) => place === "node" || inBrowser(peer));
  const rows = ids.map((id) => {
    const of = (peer) => found[peer]?.[id];
    const against = (peer) => (of(peer) ? written(ratio(of(peer))) : "–");
    const all = columns.flatMap((peer) => of(peer) ?? []).map(([ours]) => ours);
    const best = columns.filter((peer) => peer !== "reference" && of(peer))
      .sort((a, b) => ratio(of(b)) - ratio(of(a)))[0];
    return [id, all.length ? spread(all) : "–",
      ...columns.map((peer) => (of(peer) ? spread(of(peer).map(([, other]) => other)) : "–")),
      against("reference"), best ? `${against(best)} (${best})` : "–"];
  });
  const head = ["work", "ours", ...columns, "ours / reference", "ours / best peer"];
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const child = option("child");
if (child !== undefined) {
  const place = option("place");
  const found = place === "check" ? await lookInNode(child, ids) : await PLACES[place](child, ids, budget);
  writeSync(1, `\n@@${JSON.stringify(found)}\n`);
  process.exit(0);
}

await bundle();
if (process.argv.includes("--check")) {
  for (const peer of peers)
    for (const [id, facts] of Object.entries(turn("check", peer)))
      if (facts) console.log(peer, id, JSON.stringify(facts));
  process.exit(0);
}

const found = keep && existsSync(keep) ? JSON.parse(readFileSync(keep, "utf8")) : {};
for (let round = 0; round < rounds; ++round)
  for (const place of places)
    for (const peer of peers) {
      if (place !== "node" && !inBrowser(peer)) continue;
      const all = ((found[place] ??= {})[peer] ??= {});
      for (const [id, samples] of Object.entries(turn(place, peer)))
        if (samples !== null) (all[id] ??= []).push(...samples);
      if (keep) writeFileSync(keep, JSON.stringify(found));
    }

const names = { node: `Node ${process.versions.node}`, chromium: "Chromium", firefox: "Firefox" };
console.log(`# Benchmark

${new Date().toISOString().slice(0, 10)}. ${option("note", "")}

Milliseconds for one run of each work (\`src/app/workloads.h\` says what they are): the least of all
samples, and their median in brackets. One thread, float32; the libraries in plain JavaScript compute
in double precision. \`reference\` is \`tests/bench/reference.cpp\`. \`tfjs tuned\` has two repairs that
a user could make, jax-js runs on its WebAssembly backend, onnxruntime-web has operators alone and
does not train. A dash: the peer cannot do it, or not within minutes.

Each peer ran beside ours in one process, sample by sample in turn. A ratio is the median of the
ratios of neighbouring samples; under 1 ours is faster.
`);
for (const place of places)
  if (found[place]) console.log(`## ${names[place]}\n\n${table(place, found[place])}\n`);
