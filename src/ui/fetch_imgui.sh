#!/bin/sh
# Brings the sources of Dear ImGui into $EXAMLAB_CACHE/imgui-<version> (.cache of the source tree
# unless set). They come from Debian's source package, through the mirror that apt is already set up
# with, and count only if their checksum is the pinned one. IMGUI_DIR names sources that are there
# already: then nothing is fetched. Needs no root: apt works in a folder of its own.
set -eu

version=1.92.2b
package_version=$version+ds-1
archive=imgui_$version+ds.orig.tar.xz
checksum=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
suites="sid forky"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

say() { echo "imgui: $*"; }
fail() {
  say "$1" >&2
  say "Alternatively unpack the upstream release v$version anywhere and set IMGUI_DIR to it." >&2
  exit 1
}
is_imgui() { grep -qs "^#define IMGUI_VERSION  *\"$version\"" "$1/imgui.h"; }
has_checksum() { echo "$checksum  $1" | sha256sum --check --status -; }

if [ -n "${IMGUI_DIR:-}" ]; then
  is_imgui "$IMGUI_DIR" || fail "IMGUI_DIR is $IMGUI_DIR, which does not hold Dear ImGui $version."
  say "using $IMGUI_DIR"
  exit 0
fi

cache=${EXAMLAB_CACHE:-$(cd "$(dirname "$0")/../.." && pwd)/.cache}
target=$cache/imgui-$version
if is_imgui "$target"; then
  say "$version is in $target"
  exit 0
fi

for tool in apt-get sha256sum tar xz; do
  command -v "$tool" > /dev/null || fail "Fetching Dear ImGui $version needs the command $tool."
done
[ -r "$keyring" ] || fail "The Debian keyring is missing: install debian-archive-keyring."

# apt itself says where its packages come from, whatever the format of its configuration.
mirrors() {
  apt-get indextargets --no-release-info --format '$(SITE) $(RELEASE) $(COMPONENT) $(CREATED_BY)' |
    awk '$4 == "Packages" && $3 == "main" && $2 !~ /security/ && !seen[$1]++ { print $1 }'
}

mkdir -p "$cache"
work=$(mktemp -d)
fresh=$(mktemp -d "$cache/unpacking.XXXXXX")
trap 'rm -rf "$work" "$fresh"' EXIT
trap 'exit 1' HUP INT TERM
mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/download"

apt() {
  (cd "$work/download" && apt-get -q -o Dir::Etc::sourcelist="$work/once.sources" \
    -o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists="$work/lists" \
    -o Dir::Cache="$work" -o Dir::Cache::archives="$work/archives" -o APT::Sandbox::User= \
    -o Acquire::Check-Valid-Until=false -o Acquire::Retries=2 -o Acquire::http::Timeout=30 \
    "$@") > "$work/log" 2>&1
}

# download <mirror> <suite>: leaves the archive in $work/download.
download() {
  printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' \
    "$1" "$2" "$keyring" > "$work/once.sources"
  apt update && apt source --download-only "imgui=$package_version"
}

fetch() {
  for mirror in $(mirrors); do
    for suite in $suites; do
      say "asking the Debian mirror for the source package $package_version of $suite"
      if download "$mirror" "$suite"; then return 0; fi
      sed 's/^/imgui:   /' "$work/log" | grep '[EW]:' >&2 || true
    done
  done
  return 1
}

fetch || fail "No Debian mirror that apt knows has the source package imgui $package_version."
has_checksum "$work/download/$archive" ||
  fail "The downloaded $archive does not have the pinned checksum, so it is not used."

say "unpacking into $target"
tar -xJf "$work/download/$archive" -C "$fresh" --strip-components=1
is_imgui "$fresh" || fail "The archive does not hold Dear ImGui $version where it should."
chmod 755 "$fresh"
# Another build may have been quicker; its copy is as good.
mv -T "$fresh" "$target" 2> /dev/null || is_imgui "$target" ||
  fail "The sources could not be moved to $target."
say "$version is ready"
