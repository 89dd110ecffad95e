#include "lab/wire.h"

#include "lab/bytes.h"

namespace lab {

template <class Archive, Either<Undefined> Self>
void describe(Archive& a, Self& self) {
  a(self.reason);
}

template <class Archive, Either<Readout> Self>
void describe(Archive& a, Self& self) {
  a(self.key, self.label, self.unit, self.value);
}

template <class Archive, Either<Problem> Self>
void describe(Archive& a, Self& self) {
  a(self.key, self.message);
}

void describe(ByteWriter& a, const Figures& self) { a.list(self, self.size()); }

void describe(ByteReader& a, Figures& self) {
  std::vector<Figure> figures;
  a(figures);
  for (Figure& figure : figures) self.add(std::move(figure));
}

template <class Archive, Either<Arrow> Self>
void describe(Archive& a, Self& self) {
  a(self.from, self.to);
}

template <class Archive, Either<Media> Self>
void describe(Archive& a, Self& self) {
  a.enumerator(self, media_count);
}

// The name of a file stands among the bounds of its field, and what it holds stays behind.
template <class Archive, Either<OwnFile> Self>
void describe(Archive&, Self&) {}

template <class Archive, class Self>
requires SlotKind<std::remove_const_t<Self>>
void describe(Archive& a, Self& self) {
  a(self.value);
  Self::bounds(self, [&a](const char*, auto& bound) { a(bound); });
  a.require(self.sound());
}

template <class Archive, Either<Field> Self>
void describe(Archive& a, Self& self) {
  a(self.key, self.label, self.slot, self.initial);
  a.enumerator(self.offer, offer_count);
  a(self.looks, self.offered, self.begins, self.clears, self.brings, self.tabs, self.said,
    self.withheld);
  a.require(self.slot.index() == self.initial.index());
}

namespace {

// Begins every message, so that other bytes are told apart at once.
constexpr std::uint32_t signature = 0x31'56'4c'45;  // "ELV1"

template <class Archive, Either<View> Self>
void describe_head(Archive& a, Self& self) {
  std::uint32_t mark = signature;
  a(mark);
  a.require(mark == signature);
  a(self.link, self.title, self.fields.all(), self.report.readouts, self.report.problems, self.done,
    self.total, self.most, self.playing, self.tab);
}

// What `describe(archive)` writes, counted first so that memory is taken once.
template <class Describe>
std::vector<std::uint8_t> written(Describe describe) {
  ByteWriter counter(/*counts=*/true);
  describe(counter);
  ByteWriter writer(/*counts=*/false, counter.size());
  describe(writer);
  return writer.take();
}

// What `describe(archive, value)` reads, where that is all of the bytes.
template <class T, class Describe>
std::optional<T> read_whole(std::span<const std::uint8_t> bytes, Describe describe) {
  ByteReader reader(bytes);
  T value;
  describe(reader, value);
  if (!reader.complete()) return std::nullopt;
  return value;
}

}  // namespace

std::vector<std::uint8_t> encode(const View& view) {
  return written([&](ByteWriter& a) { describe_head(a, view), a(view.report.figures); });
}

std::vector<Bytes> encode_pieces(const Figure& figure) {
  std::vector<Bytes> pieces(1);
  ByteWriter writer(pieces);
  writer(figure);
  pieces.front() = writer.take();
  return pieces;
}

std::vector<std::uint8_t> encode_head(const View& view) {
  return written([&](ByteWriter& a) { describe_head(a, view); });
}

std::uint64_t digest(const Report& report) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const std::uint8_t byte :
       written([&](ByteWriter& a) { a(report.readouts, report.figures, report.problems); }))
    hash = (hash ^ byte) * 0x100000001b3u;
  return hash;
}

std::optional<View> decode(std::span<const std::uint8_t> bytes) {
  return read_whole<View>(
      bytes, [](ByteReader& a, View& view) { describe_head(a, view), a(view.report.figures); });
}

std::optional<Figure> decode_pieces(std::span<const std::span<const std::uint8_t>> pieces) {
  if (pieces.empty()) return std::nullopt;
  ByteReader reader(pieces[0], pieces.subspan(1));
  Figure figure;
  reader(figure);
  if (!reader.complete()) return std::nullopt;
  return figure;
}

std::optional<View> decode_head(std::span<const std::uint8_t> bytes) {
  return read_whole<View>(bytes, [](ByteReader& a, View& view) { describe_head(a, view); });
}

}  // namespace lab
