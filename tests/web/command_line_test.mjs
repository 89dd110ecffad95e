// What the program says to a person at its doors: links and files as they come from mail and editors.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { program } from "../program.mjs";

const folder = mkdtempSync(join(tmpdir(), "examlab-"));
after(() => rmSync(folder, { recursive: true }));

const run = (...words) => spawnSync(program, words, { encoding: "utf8", maxBuffer: 1 << 28 });

function marked(link, text) {
  const file = join(folder, "answers.json");
  writeFileSync(file, text);
  const { status, stdout, stderr } = run("mark", link, file);
  return { status, stderr, marking: stdout === "" ? null : JSON.parse(stdout) };
}

test("answers may begin with the mark of an editor", () => {
  const { status, marking } = marked("1f", '\ufeff{"answers": {"loss": "ln 250"}}');
  assert.equal(status, 0);
  assert.equal(marking.marks, marking.out_of);
});

test("an answer to a field that is not there, and a value that is left out, are named", () => {
  const { stderr, marking } = marked("1f#classes=many", '{"answers": {"Loss": "ln 250"}}');
  assert.match(stderr, /classes=many is left out/);
  assert.match(stderr, /no field "Loss".*there are: loss/);
  assert.equal(marking.marks, 0);
  assert.equal(marked("1f", '{"loss": "ln 250"}').stderr, "");
});

test("a link is known by the address of its page, in any case, and by what mail makes of it", () => {
  for (const link of ["https://host/lab/1f/#classes=10", "1f/#classes=10", "1F#classes=10", "1f#classes%3D10", "1f#classes=10%20"]) {
    const { link: opened, problems } = JSON.parse(run("eval", link).stdout);
    assert.equal(opened, "1f#classes=10", link);
    assert.deepEqual(problems, [], link);
  }
  const { link, problems } = JSON.parse(run("eval", "1f#classes=10)").stdout);
  assert.equal(link, "1f#classes=10");
  assert.equal(problems[0].message, "classes=10) is read as classes=10");
});

test("a whole matrix is an answer", () => {
  const { marking } = marked("2d-i", JSON.stringify({ output: "-4\t3\t1\t-5\r\n2\t4\t3\t-2\r\n-4\t3\t1\t-5" }));
  assert.equal(marking.fields[0].outcome, "right");
});

test("help is given wherever it is asked for", () => {
  for (const words of [["--help"], ["eval", "--help"], ["-h"]]) {
    const { status, stdout } = run(...words);
    assert.equal(status, 0);
    assert.match(stdout, /^examlab list/);
  }
});

/** Runs the program with a display, virtual where there is none. */
function runDisplayed(...words) {
  if (process.env.DISPLAY) return run(...words);
  const display = ["-a", "-s", "-screen 0 1280x1024x24 -noreset"];
  return spawnSync("xvfb-run", [...display, program, ...words], { encoding: "utf8" });
}

test("each of several shots looks like the one before but for what follows it", () => {
  const shot = (name) => join(folder, `${name}.png`);
  const { status, stderr } = runDisplayed(
    "window", "1f", "--shot", shot("wide"), "--size", "640x400", "--shot", shot("dark"), "--dark",
    "--shot", shot("narrow"), "--size", "300x400", "--shot", shot("light"), "--size", "640x400", "--light");
  assert.equal(status, 0, stderr);
  const [wide, dark, narrow, light] = ["wide", "dark", "narrow", "light"].map((name) => readFileSync(shot(name)));
  const size = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];
  assert.deepEqual([wide, dark, narrow, light].map(size), [[640, 400], [640, 400], [300, 400], [640, 400]]);
  assert.ok(light.equals(wide));
  assert.ok(!dark.equals(wide));
});
