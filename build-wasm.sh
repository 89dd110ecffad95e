#!/usr/bin/env bash
# Builds the site into dist/: installs what is missing, brings the libraries, compiles the
# WebAssembly modules, draws the first picture of each lab, renders the pages. --serve [port] then
# serves it on localhost; --base says at which address the site will stand. What is already there is
# not done again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  echo "usage: ./build-wasm.sh [--serve [port]] [--base address]"
  echo "  builds the site into dist/; --serve then serves it on localhost, port 8080 unless named;"
  echo "  --base https://host/path/ is where it will stand, for the pictures of links elsewhere"
}

serve=false
base=()
port=8080
while [ $# -gt 0 ]; do
  case $1 in
    --serve)
      serve=true
      if [[ ${2:-} =~ ^[0-9]+$ ]]; then
        port=$2
        shift
      fi
      ;;
    --base)
      [ $# -ge 2 ] || { usage >&2 && exit 2; }
      base=(--base "$2")
      shift
      ;;
    -h | --help) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

# shellcheck source=web/tools/packages.sh
source web/tools/packages.sh

step=0
steps=5
$serve && steps=6
begin() {
  step=$((step + 1))
  echo "[$step/$steps] $*"
}

begin "Tools: compilers, Node, headers, the canvas's font"
require "${BUILD_PACKAGES[@]}"

begin "Packages of the page (web/node_modules)"
install_node_modules

begin "The engines of both questions and the canvas, to WebAssembly (build/web)"
configured=build/web/build.ninja
if [ ! -f "$configured" ]; then
  quietly "cmake" cmake --preset web
fi
cmake --build --preset web --target engine canvas

begin "The first picture of every lab, drawn by the native program (build/posters)"
if [ ! -f build/native/build.ninja ]; then
  quietly "cmake" cmake --preset native -DCMAKE_UNITY_BUILD=ON
fi
cmake --build --preset native --target examlab
node web/tools/posters.mjs --program build/native/examlab --out build/posters

begin "The pages (dist)"
node web/tools/build.mjs --wasm build/web --posters build/posters "${base[@]}" --out dist

echo "Built dist/ in $SECONDS s. It can be put on any static host, below any path."
if $serve; then
  begin "Serving dist/"
  exec node web/tools/serve.mjs dist "$port"
fi
