// No file of the tree breaks the rules of layers.mjs, and the rules catch what they are there for.
// Each is formatted, too.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { code, faults, headerFaults } from "./layers.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Files of the tree that are ours to judge, whether or not they are committed yet. */
function sources() {
  const listed = execFileSync(
    "git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    { cwd: root, encoding: "utf8" });
  return [...new Set(listed.split("\0"))].filter(
    (path) => /^(src|tests|shaders|web)\//.test(path) &&
      /\.(h|cpp|mjs|ts|css|frag|vert|glsl|cmake|sh)$/.test(path));
}

test("every file keeps to the layers", () => {
  const paths = sources();
  assert.ok(paths.filter((path) => path.startsWith("src/")).length > 20, "src/ was not listed");
  const found = paths.flatMap((path) => {
    try {
      return faults(path, readFileSync(join(root, path), "utf8"));
    } catch (error) {
      if (error.code === "ENOENT") return [];  // deleted, not yet committed
      throw error;
    }
  });
  assert.deepEqual(found, []);
});

test("every source includes the header of its name first", () => {
  const paths = sources().filter((path) => existsSync(join(root, path)));
  assert.deepEqual(headerFaults(paths, (path) => readFileSync(join(root, path), "utf8")), []);
});

test("a source without a header of its name is refused, unless it is a part of a class", () => {
  const judged = (...paths) => headerFaults(paths, () => '#include "lab/a.h"\n');
  assert.deepEqual(judged("src/lab/b.cpp"), ["src/lab/b.cpp: declare what it defines in lab/b.h"]);
  assert.deepEqual(judged("src/lab/a.h", "src/lab/a.cpp", "src/lab/a_part.cpp"), []);
  assert.equal(judged("src/lab/a.h", "src/lab/ab.cpp").length, 1);
  assert.equal(judged("src/num/a.h", "src/lab/a_part.cpp").length, 1);
  assert.deepEqual(judged("src/labs/depth/depth.cpp", "src/exercises/x.cpp", "src/app/main.cpp"), []);
  assert.equal(judged("src/labs/depth/other.cpp").length, 1);
});

test("a header of its name that comes second is refused", () => {
  const judged = (text) => headerFaults(["src/lab/a.h", "src/lab/a.cpp"], () => text);
  assert.deepEqual(
    judged('// A word.\n#include <vector>\n\n#include "lab/a.h"\n'),
    ['src/lab/a.cpp: include "lab/a.h" first']);
  assert.deepEqual(judged('// #include <vector>\n#include "lab/a.h"\n'), []);
});

test("every file of C++ is as clang-format leaves it", () => {
  const paths = sources().filter((path) => /\.(h|cpp)$/.test(path) && existsSync(join(root, path)));
  const { error, status, stderr } = spawnSync(
    "clang-format-14", ["--dry-run", "--Werror", ...paths], { cwd: root, encoding: "utf8" });
  assert.ifError(error);
  assert.equal(status, 0, `mend with clang-format-14 -i <file>:\n${stderr}`);
});

test("an include from a layer above is named with its line", () => {
  assert.deepEqual(
    faults("src/num/rng.cpp", '#include "num/rng.h"\n\n#include "lab/field.h"\n'),
    ['src/num/rng.cpp:3: num may not include lab: #include "lab/field.h"']);
  assert.equal(faults("src/lab/wire.cpp", '#include "nn/net.h"\n').length, 1);
  assert.equal(faults("src/ui/plots/bars.cpp", '#include "exam/session.h"\n').length, 1);
  assert.equal(faults("src/exam/session.cpp", '#include "labs/all.h"\n').length, 1);
  assert.equal(faults("src/num/rng.cpp", '#include "rng.h"\n').length, 1);
  assert.equal(faults("src/extra/rng.cpp", "").length, 1);
});

test("what a layer may include passes", () => {
  assert.deepEqual(faults("src/labs/a.cpp", '#include "num/rng.h"\n#include <Eigen/Core>\n'), []);
  assert.deepEqual(faults("src/ui/plots/bars.cpp", "#include <imgui.h>\n#include <vector>\n"), []);
  assert.deepEqual(faults("src/app/main.cpp", '#include <GLFW/glfw3.h>\n#include "exam/a.h"\n'), []);
});

test("headers from outside stay in their layers", () => {
  assert.equal(faults("src/lab/json.cpp", "#include <imgui.h>\n").length, 1);
  assert.equal(faults("src/lab/json.cpp", "#include <stdint.h>\n").length, 1);
  assert.equal(faults("src/ui/plots/bars.cpp", "#include <GLES3/gl3.h>\n").length, 1);
  assert.equal(faults("src/exam/a.cpp", "#include <Eigen/Core>\n").length, 1);
  assert.equal(faults("src/labs/a.cpp", "#include <random>\n").length, 1);
});

test("functions that differ between machines stay out of reports", () => {
  assert.equal(faults("src/labs/a.cpp", "double y = std::exp(x);\n").length, 1);
  assert.equal(faults("src/num/a.cpp", "double y = std::log1p(x) + std::pow(x, 2);\n").length, 1);
  assert.equal(faults("src/labs/a.cpp", "auto y = x.array().exp();\n").length, 1);
  assert.equal(faults("src/exam/a.cpp", "std::shuffle(a.begin(), a.end(), r);\n").length, 1);
  assert.deepEqual(faults("src/num/elementary.cpp", "double y = std::exp(x);\n"), []);
  assert.deepEqual(faults("src/labs/a.cpp", "double y = num::exp(x) + std::sqrt(x);\n"), []);
  assert.deepEqual(faults("src/ui/plots/axis.cpp", "float y = std::log10(x);\n"), []);
});

test("platform code is found outside the app alone", () => {
  assert.equal(faults("src/gfx/a.cpp", "#ifdef __EMSCRIPTEN__\n#endif\n").length, 1);
  assert.deepEqual(faults("src/app/a.cpp", "#ifdef __EMSCRIPTEN__\n#endif\n"), []);
  assert.equal(faults("src/app/a.cpp", "EM_JS(void, f, (), {});\n").length, 1);
});

test("comments and texts are not code", () => {
  const text = '// std::exp(x)\n/* std::log */ const char* s = "std::pow \\" __EMSCRIPTEN__";\n';
  assert.deepEqual(faults("src/labs/a.cpp", text), []);
  assert.equal(faults("src/labs/a.cpp", "int n = 1'000; double y = std::exp('x');\n").length, 1);
  assert.equal(code('a /* b\n c */ "d" e').replace(/ +/g, " "), "a \n e");
});

test("a file of more than 400 lines is refused", () => {
  assert.deepEqual(faults("tests/a.mjs", "\n".repeat(400)), []);
  assert.equal(faults("tests/a.mjs", "\n".repeat(401)).length, 1);
});

test("a line of C++ or of a shader has at most 100 columns, whatever its bytes", () => {
  assert.deepEqual(faults("shaders/a.frag", `// ${"é".repeat(97)}\n`), []);
  assert.equal(faults("shaders/a.frag", `// ${"é".repeat(98)}\n`).length, 1);
  assert.equal(faults("src/labs/a.cpp", `// ${"x".repeat(98)}\n`).length, 1);
});

test("no tracked file is a link, which would lead out of the project", () => {
  const tracked = execFileSync("git", ["ls-files", "--stage"], { cwd: root, encoding: "utf8" });
  assert.deepEqual(tracked.split("\n").filter((line) => line.startsWith("120000")), []);
});
