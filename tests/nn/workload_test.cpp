#include "nn/workload.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <new>
#include <sstream>
#include <string>

namespace {

std::size_t allocations = 0;

}  // namespace

// Counts what the whole program asks for.
void* operator new(std::size_t size) {
  ++allocations;
  if (void* const found = std::malloc(size)) return found;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

TEST_CASE("300 steps of each workload give the weights that every platform gives") {
  std::ifstream golden("golden/weights.txt");
  std::string line, lines;
  while (std::getline(golden, line))
    if (!line.empty() && line[0] != '#') lines += line + '\n';
  std::string found;
  for (const nn::Work work : nn::works) {
    nn::Workload load(work, nn::Size::small);
    REQUIRE(load.graph().error().empty());
    for (int i = 0; i < 300; ++i) load.step();
    std::ostringstream row;
    row << nn::name(work) << ' ' << std::hex << load.weights().hash() << '\n';
    found += row.str();
  }
  CHECK(found == lines);
}

TEST_CASE("workloads learn what there is to learn by heart") {
  for (const nn::Work work : nn::works) {
    CAPTURE(std::string(nn::name(work)));
    nn::Workload load(work, nn::Size::small);
    load.step();
    const float before = load.loss();
    for (int i = 0; i < 100; ++i) load.step();
    CHECK(load.loss() < before);
  }
}

TEST_CASE("no step after the first asks for memory") {
  for (const nn::Work work : nn::works) {
    CAPTURE(std::string(nn::name(work)));
    nn::Workload load(work, nn::Size::small);
    load.step();
    const std::size_t before = allocations;
    for (int i = 0; i < 3; ++i) load.step();
    CHECK(allocations == before);
  }
}
