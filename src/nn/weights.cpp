#include "nn/weights.h"

#include <algorithm>
#include <cstring>

namespace nn {
namespace {

constexpr std::uint64_t basis = 0xcbf29ce484222325u, prime = 0x100000001b3u;

std::uint64_t fnv(std::uint64_t hash, unsigned char byte) { return (hash ^ byte) * prime; }

std::uint64_t hash_of(std::string_view name) {
  std::uint64_t hash = basis;
  for (const char c : name) hash = fnv(hash, static_cast<unsigned char>(c));
  return hash;
}

std::size_t padded(std::size_t n) { return (n + 3) / 4 * 4; }

int index_of(const std::vector<Weights::Entry>& entries, std::string_view name) {
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (entries[i].name == name) return static_cast<int>(i);
  return -1;
}

}  // namespace

void Weights::trim() {
  // Where nothing may throw, libstdc++ does not shrink.
  for (std::vector<float>* all : {&values_, &gradients_, &statistics_})
    *all = std::vector<float>(all->begin(), all->end());
  ++layout_;
}

int Weights::find(std::string_view name) const { return index_of(parameters_, name); }

int Weights::parameter(std::string_view name, const Shape& shape, const Initial& initial,
                       int fan_in, int fan_out, bool decays) {
  const int known = find(name);
  if (known >= 0) return parameters_[static_cast<std::size_t>(known)].shape == shape ? known : -1;
  const std::size_t size = shape.size(), offset = values_.size();
  parameters_.push_back({std::string(name), shape, initial, offset, size, decays});
  fans_.push_back(fan_in);
  fans_.push_back(fan_out);
  values_.resize(offset + padded(size));
  gradients_.resize(values_.size());
  ++layout_;
  draw(parameters_.back(), fan_in, fan_out);
  return static_cast<int>(parameters_.size()) - 1;
}

int Weights::statistic(std::string_view name, const Shape& shape, float value) {
  const int known = index_of(statistics_entries_, name);
  if (known >= 0)
    return statistics_entries_[static_cast<std::size_t>(known)].shape == shape ? known : -1;
  const std::size_t size = shape.size(), offset = statistics_.size();
  statistics_entries_.push_back({std::string(name), shape, constant(value), offset, size, false});
  statistics_.resize(offset + padded(size));
  std::fill_n(statistics_.begin() + static_cast<std::ptrdiff_t>(offset), size, value);
  return static_cast<int>(statistics_entries_.size()) - 1;
}

std::span<float> Weights::value(int index) {
  if (index < 0) return {};
  const Entry& entry = parameters_[static_cast<std::size_t>(index)];
  return values().subspan(entry.offset, entry.size);
}

std::span<float> Weights::gradient(int index) {
  if (index < 0) return {};
  const Entry& entry = parameters_[static_cast<std::size_t>(index)];
  return gradients().subspan(entry.offset, entry.size);
}

std::span<float> Weights::statistic(int index) {
  const Entry& entry = statistics_entries_[static_cast<std::size_t>(index)];
  return statistics().subspan(entry.offset, entry.size);
}

void Weights::draw(const Entry& entry, int fan_in, int fan_out) {
  num::Rng rng(seed_, hash_of(entry.name));
  const int columns = static_cast<int>(entry.size) / entry.shape.channels;
  nn::draw(values().subspan(entry.offset, entry.size), entry.shape.channels, columns, fan_in,
           fan_out, entry.initial, rng);
}

void Weights::draw() {
  for (std::size_t i = 0; i < parameters_.size(); ++i)
    draw(parameters_[i], fans_[2 * i], fans_[2 * i + 1]);
  for (const Entry& entry : statistics_entries_)
    for (float& x : statistics().subspan(entry.offset, entry.size)) x = entry.initial.scale;
}

void Weights::draw(std::uint64_t seed) {
  seed_ = seed;
  draw();
}

std::uint64_t Weights::hash() const {
  std::uint64_t hash = basis;
  for (const float value : values_) {
    unsigned char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    for (const unsigned char byte : bytes) hash = fnv(hash, byte);
  }
  return hash;
}

std::int64_t Weights::count() const {
  std::size_t n = 0;
  for (const Entry& entry : parameters_) n += entry.size;
  return static_cast<std::int64_t>(n);
}

}  // namespace nn
