// Draws the first picture of every lab with the native program, small, in both themes, for a wide and a
// narrow page: what stands where the canvas will be until it is there.
//   node web/tools/posters.mjs --program build/native/examlab --out build/posters
// Nothing is drawn where the program is the one that the pictures there were drawn with.
import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs, promisify } from "node:util";

import { posterName, shapes, themes } from "./poster.mjs";

const run = promisify(execFile);

const { values } = parseArgs({ options: { program: { type: "string" }, out: { type: "string" } } });
if (!values.program || !values.out) {
  console.error("usage: node web/tools/posters.mjs --program <examlab> --out <folder>");
  process.exit(2);
}
// OpenGL wants a display, virtual or not. Xvfb would start afresh whenever the last window goes, and
// refuse the window that comes meanwhile.
if (!process.env.DISPLAY) {
  const display = ["-a", "-s", "-screen 0 1280x1024x24 -noreset"];
  const again = spawnSync("xvfb-run", [...display, process.execPath, ...process.argv.slice(1)], { stdio: "inherit" });
  process.exit(again.status ?? 1);
}

const program = path.resolve(values.program);
const out = path.resolve(values.out);
const stampFile = path.join(out, "drawn-with");
const stamp = createHash("sha256").update(await readFile(program)).update(JSON.stringify(shapes)).digest("hex");
if ((await readFile(stampFile, "utf8").catch(() => "")) === stamp) process.exit(0);

/** The smaller of two ways to pack it: pictures of few colours want the one, crowded ones the other. */
async function packed(png, to) {
  const ways = [["-q", "60"], ["-near_lossless", "40", "-z", "9"]];
  const files = await Promise.all(
    ways.map(async (way, i) => {
      const file = `${png}.${i}`;
      await run("cwebp", ["-quiet", "-m", "6", ...way, png, "-o", file]);
      return { file, bytes: (await stat(file)).size };
    }),
  );
  const [best] = files.sort((a, b) => a.bytes - b.bytes);
  await writeFile(to, await readFile(best.file));
  await Promise.all([...files.map(({ file }) => rm(file)), rm(png)]);
}

/** All pictures of one lab, whose report is worked out once for them. */
async function draw(id) {
  const looks = themes.flatMap((theme) => Object.keys(shapes).map((shape) => ({ theme, shape })));
  const files = looks.map(({ theme, shape }) => path.join(out, posterName(id, theme, shape)));
  const shots = looks.flatMap(({ theme, shape }, i) => {
    const { width, height } = shapes[shape];
    return ["--shot", `${files[i]}.png`, "--size", `${width}x${height}`, `--${theme}`];
  });
  await run(program, ["window", id, "--covered", ...shots]);
  for (const file of files) await packed(`${file}.png`, file);
}

const { stdout } = await run(program, ["list"], { maxBuffer: 64 * 1024 * 1024 });
const { labs, paper } = JSON.parse(stdout);
const ids = [...paper.filter((part) => part.built), ...labs].map(({ id }) => id);
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const worker = async () => {
  for (let id = ids.shift(); id; id = ids.shift()) await draw(id);
};
await Promise.all(Array.from({ length: Math.max(1, os.cpus().length) }, worker));
await writeFile(stampFile, stamp);
