#!/usr/bin/env bash
# Runs every test there is and says how many passed. Installs what is missing first. A step that
# cannot run counts as a failure. Names of steps as arguments run those alone.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

# shellcheck source=web/tools/packages.sh
source web/tools/packages.sh

# Where long tests begin, see tests/thinning.h: at another place with each commit.
EXAMLAB_TURN=${EXAMLAB_TURN:-$(git rev-list --count HEAD 2> /dev/null || echo 0)}
export EXAMLAB_TURN
echo "turn $EXAMLAB_TURN; EXAMLAB_TURN=$EXAMLAB_TURN tests/run.sh begins long tests where this run does"

logs=build/test-logs
mkdir -p "$logs"
lines_shown=120
passed=0
failed=0

# Adds what a finished step reported, and shows what it printed if anything failed.
# finish <name> <seconds> <exit code> <passed> <failed> <log>
finish() {
  local name=$1 seconds=$2 code=$3 good=$4 bad=$5 log=$6
  # A step that ended badly or found nothing to run has failed, whatever it counted.
  if [ "$bad" -eq 0 ] && { [ "$code" -ne 0 ] || [ "$good" -eq 0 ]; }; then bad=1; fi
  passed=$((passed + good))
  failed=$((failed + bad))
  printf '%-10s %5d passed %3d failed %5d s\n' "$name" "$good" "$bad" "$seconds"
  if [ "$bad" -ne 0 ]; then
    sed 's/^/    /' "$log.shown" | head -n "$lines_shown"
    echo "    (all of it: $log)"
  fi
}

# step <name> <counter> <command...>: the command's output goes to a log that <counter> reads.
step() {
  local name=$1 counter=$2 log=$logs/$1.log start=$SECONDS code=0 good bad
  shift 2
  "$@" > "$log" 2>&1 || code=$?
  read -r good bad < <("$counter" "$log")
  show_failures "$counter" "$log"
  finish "$name" $((SECONDS - start)) "$code" "$good" "$bad" "$log"
}

# Sums doctest's summaries; a test program that ended without one has failed.
count_doctest() {
  awk '/^summary: / { good += $2; bad += $3 }
       /^[0-9]+% tests passed/ { programs = $4 }
       END { print good + 0, (bad + 0 > programs + 0 ? bad : programs) + 0 }' "$1"
}

# Sums the reports of node --test. What was skipped or cancelled was not shown to work.
count_node() {
  awk '/^# pass / { good += $3 } /^# (fail|cancelled|skipped|todo) / { bad += $3 }
       END { print good + 0, bad + 0 }' "$1"
}

count_whole() { grep -q '^whole: passed$' "$1" && echo "1 0" || echo "0 1"; }

# Leaves in <log>.shown what a person needs to see of a failed step.
show_failures() {
  case $1 in
    count_node) awk '/^ *ok [0-9]+ / { skip = 1 } /^ *not ok / { skip = 0 } !skip' "$2" ;;
    count_doctest) grep -vE '^summary: |^\[[0-9]+/[0-9]+\] |^-- |^ +Start +[0-9]+:|^ *[0-9]+/[0-9]+ Test .* Passed' "$2" ;;
    *) cat "$2" ;;
  esac > "$2.shown"
}

# whole <command...>: a check that is one test as a whole.
whole() { "$@" && echo "whole: passed"; }

# With a virtual display, which Firefox needs as well to draw with WebGL. Without -noreset it would
# start afresh whenever its last window goes, and refuse the window that comes meanwhile.
displayed() { xvfb-run -a -s "-screen 0 1600x1200x24 -noreset" "$@"; }

# build_and_test <preset> <pattern of ctest names to leave out> [configure arguments...]
build_and_test() {
  local preset=$1 without=$2 report=$PWD/$logs/$1.xml code=0
  shift 2
  # From nothing, files are compiled in groups, which takes a third of the time.
  if [ ! -f "build/$preset/build.ninja" ]; then
    cmake --preset "$preset" -DCMAKE_UNITY_BUILD=ON "$@" || return
  fi
  # More jobs than processors would take turns at the caches.
  cmake --build --preset "$preset" --parallel "$(nproc)" || return
  # The window of the app layer needs a display, which may be a virtual one.
  displayed ctest --preset "$preset" --exclude-regex "$without" --timeout 600 --parallel 2 \
    --test-output-size-passed 65536 --output-junit "$report" || code=$?
  sed -nE 's/.*\[doctest\] test cases: *[0-9]+ \| *([0-9]+) passed \| *([0-9]+) failed.*/summary: \1 \2/p' \
    "$report"
  return "$code"
}

native() { build_and_test native '^$'; }
# With clang, so that both compilers have built everything.
sanitized() {
  ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1 \
    LSAN_OPTIONS=suppressions=$PWD/tests/leaks.supp:print_suppressions=0 \
    build_and_test asan '^$' -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_C_COMPILER=clang
}
# Layers that draw need a graphics driver, which Node has not; the browsers try them.
wasm() { build_and_test web '^(gfx|ui|app)$'; }

node_tests() { node --test --test-reporter=tap "$@"; }
layers() { node_tests tests/layers_test.mjs; }
scripts() {
  whole shellcheck -x --severity=warning build-wasm.sh tests/run.sh web/tools/packages.sh .ci/run src/ui/fetch_imgui.sh
}
site() { whole ./build-wasm.sh; }
page() { node_tests --test-concurrency=2 tests/web/*_test.mjs; }
# The files wait much and share nothing, so several run at a time; what measures time runs alone. Firefox
# takes three times as long to start as Chromium and shows one page at a time: it runs its files in turn.
browsers() {
  local timed=tests/browser/playback_test.mjs log=$logs/firefox.log file both=() all=() code=0 firefox
  for file in tests/browser/*_test.mjs; do
    [ "$file" = "$timed" ] && continue
    all+=("$file")
    if grep -q inEachBrowser "$file"; then both+=("$file"); fi
  done
  EXAMLAB_BROWSER=Firefox displayed node --test-reporter=tap tests/browser/together.mjs "${both[@]}" \
    > "$log" 2>&1 &
  firefox=$!
  EXAMLAB_BROWSER=Chromium node_tests --test-concurrency=2 "${all[@]}" || code=$?
  wait "$firefox" || code=$?
  # Chromium's tests must not stand for those that Firefox never ran.
  grep -q '^# pass [1-9]' "$log" || code=1
  cat "$log"
  displayed node --test --test-reporter=tap "$timed" || code=$?
  return "$code"
}

all_steps=(tools layers scripts native sanitized wasm site page browsers)
run_step() {
  case $1 in
    tools) require "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}" && install_node_modules ;;
    native | sanitized | wasm) step "$1" count_doctest "$1" ;;
    scripts | site) step "$1" count_whole "$1" ;;
    layers | page | browsers) step "$1" count_node "$1" ;;
    *) echo "no step is called $1; there are: ${all_steps[*]}" >&2 && exit 2 ;;
  esac
}

chosen=("$@")
[ ${#chosen[@]} -gt 0 ] || chosen=("${all_steps[@]}")
for name in "${chosen[@]}"; do
  run_step "$name" && continue
  echo "$name failed" >&2
  failed=$((failed + 1))
  # Without its tools every other step would fail, and say less of why.
  if [ "$name" = tools ]; then
    echo "nothing else was run"
    break
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
