# What building and testing need beyond this tree, and how to get it; sourced by build-wasm.sh and
# tests/run.sh, from the root of the tree.
# shellcheck shell=bash disable=SC2034

# "<what shows that it is there> <Debian package>": a command, a file, or a file found by pattern.
# Looked up this way, tools from elsewhere (an emsdk, another Node) count as well.
BUILD_PACKAGES=(
  "em++ emscripten"
  "c++ g++"
  "cmake cmake"
  "ninja ninja-build"
  "node nodejs"
  "npm npm"
  "git git"
  "/etc/ssl/certs/ca-certificates.crt ca-certificates"
  "xz xz-utils"
  "/usr/include/eigen3/Eigen/Core libeigen3-dev"
  "/usr/include/doctest/doctest.h doctest-dev"
  "/usr/include/GLFW/glfw3.h libglfw3-dev"
  "/usr/include/GLES3/gl3.h libgles-dev"
  "/usr/include/EGL/egl.h libegl-dev"
  "/usr/include/stb/stb_image.h libstb-dev"
  "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf fonts-dejavu-core"
  "/usr/share/fonts/truetype/dejavu/DejaVuMathTeXGyre.ttf fonts-dejavu-extra"
  "/usr/lib/python3/dist-packages/fontTools/__init__.py python3-fonttools"
  "/usr/lib/python3/dist-packages/brotli.py python3-brotli"
  "xvfb-run xvfb"
  "xauth xauth"
  "/usr/lib/*/dri/swrast_dri.so libgl1-mesa-dri"
  "/usr/lib/*/libEGL_mesa.so.0 libegl-mesa0"
  "cwebp webp"
)
TEST_PACKAGES=(
  "clang++ clang"
  "/usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.asan-*.a libclang-rt-14-dev"
  "clang-format-14 clang-format-14"
  "shellcheck shellcheck"
  "chromium chromium"
  "firefox-esr firefox-esr"
)

present() {
  case $1 in
    /*) compgen -G "$1" > /dev/null ;;
    *) command -v "$1" > /dev/null ;;
  esac
}

# quietly <name> <command...>: its output only where it fails.
quietly() {
  local name=$1 log
  shift
  log=$(mktemp)
  if "$@" > "$log" 2>&1; then
    rm -f "$log"
    return
  fi
  cat "$log" >&2
  rm -f "$log"
  echo "$name failed" >&2
  return 1
}

# Where another installation holds the lock of dpkg, apt waits for it.
longest_wait=600
patient=(-o "DPkg::Lock::Timeout=$longest_wait")

# Installs the packages of what is missing with apt; without the right to, says how and ends.
require() {
  local missing=() entry as_root=()
  for entry in "$@"; do
    present "${entry% *}" || missing+=("${entry##* }")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local install="apt-get ${patient[*]} install -y --no-install-recommends ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo -n)
    if ! command -v apt-get > /dev/null || ! sudo -n true 2> /dev/null; then
      echo "Something is missing. Install it with this command, then start again:" >&2
      echo "  sudo sh -c 'apt-get update && $install'" >&2
      exit 1
    fi
  fi
  echo "  installing ${missing[*]}"
  await_apt "${as_root[@]}"
  quietly "apt-get update" "${as_root[@]}" apt-get "${patient[@]}" update || return
  # shellcheck disable=SC2086
  quietly "apt-get install" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive $install
}

# Another installation holds apt's locks: its own wait covers those of dpkg and, for update, not those
# of the lists, so both are waited for here, at most ten minutes, and that is said.
locks=(/var/lib/dpkg/lock-frontend /var/lib/apt/lists/lock /var/cache/apt/archives/lock)
await_apt() {
  local waited=0
  while locked "$@"; do
    [ "$waited" -eq 0 ] && echo "  waiting for another installation, which holds apt"
    [ "$waited" -ge "$longest_wait" ] && return
    sleep 2
    waited=$((waited + 2))
  done
}

# Whether somebody holds one of the locks. The kernel's list names them by inode, of fcntl locks as
# apt has them, which flock(1) would not see.
locked() {
  local lock inode
  for lock in "${locks[@]}"; do
    inode=$("$@" stat -c %i "$lock" 2> /dev/null) || continue
    awk -v inode="$inode" '{ split($6, at, ":"); if (at[3] == inode) found = 1 } END { exit !found }' \
      "${EXAMLAB_LOCKS:-/proc/locks}" && return
  done
  return 1
}

# npm ci, unless it has been done for this lock file.
install_node_modules() {
  local done_for=web/node_modules/.lock-file
  cmp -s web/package-lock.json "$done_for" && return
  echo "  npm ci"
  quietly "npm ci" npm ci --prefix web --no-audit --no-fund
  cp web/package-lock.json "$done_for"
}
