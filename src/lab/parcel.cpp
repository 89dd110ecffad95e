#include "lab/parcel.h"

#include <algorithm>
#include <utility>

#include "lab/bytes.h"
#include "lab/wire.h"

namespace lab {

Sender::Sent Sender::sent(const SharedFigure& figure) {
  const auto before = std::find_if(last_.begin(), last_.end(), [&](const Sent& s) {
    return s.figure && s.figure->key == figure->key;
  });
  if (before == last_.end()) {
    Sent fresh{figure, {}};
    for (Bytes& bytes : encode_pieces(*figure)) fresh.pieces.push_back(stamped(std::move(bytes)));
    return fresh;
  }
  Sent all = std::exchange(*before, {});
  if (all.figure == figure) return all;
  all.figure = figure;
  std::vector<Bytes> pieces = encode_pieces(*figure);
  all.pieces.resize(std::min(all.pieces.size(), pieces.size()));
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i == all.pieces.size())
      all.pieces.push_back(stamped(std::move(pieces[i])));
    else if (all.pieces[i].bytes != pieces[i])
      all.pieces[i] = stamped(std::move(pieces[i]));
  }
  return all;
}

std::vector<std::uint8_t> Sender::parcel(const View& view) {
  const std::uint64_t before = stamps_;
  const Piece head = stamped(encode_head(view));
  std::vector<Sent> all;
  for (const SharedFigure& figure : view.report.figures.shared()) all.push_back(sent(figure));
  last_ = std::move(all);

  std::vector<std::uint32_t> counts;
  std::vector<const Piece*> pieces = {&head};
  for (const Sent& s : last_) {
    counts.push_back(static_cast<std::uint32_t>(s.pieces.size()));
    for (const Piece& piece : s.pieces) pieces.push_back(&piece);
  }
  const auto is_new = [before](const Piece& piece) { return piece.stamp > before; };
  std::size_t size = 8 + 4 * counts.size();
  for (const Piece* piece : pieces) size += 12 + (is_new(*piece) ? piece->bytes.size() : 0);
  ByteWriter writer(/*counts=*/false, size);
  writer(counts, static_cast<std::uint32_t>(pieces.size()));
  for (const Piece* piece : pieces) writer(piece->stamp, is_new(*piece) ? piece->bytes : Bytes{});
  return writer.take();
}

std::optional<View> Receiver::open(std::span<const std::uint8_t> parcel) {
  ByteReader reader(parcel);
  std::vector<std::uint32_t> counts;
  std::uint32_t count = 0;
  reader(counts, count);
  std::vector<std::uint64_t> stamps;
  std::vector<std::span<const std::uint8_t>> pieces;
  std::vector<bool> stands;
  for (std::uint32_t i = 0; i < count && reader.good(); ++i) {
    reader(stamps.emplace_back());
    pieces.push_back(reader.part());
    stands.push_back(pieces.back().empty());
    if (!stands.back()) continue;
    const auto kept = pieces_.find(stamps.back());
    if (kept == pieces_.end()) return std::nullopt;
    pieces.back() = kept->second;
  }
  if (!reader.complete() || pieces.empty()) return std::nullopt;

  std::optional<View> view = decode_head(pieces[0]);
  std::map<std::uint64_t, SharedFigure> figures;
  std::size_t at = 1;
  for (const std::uint32_t n : counts) {
    if (!view || n == 0 || n > pieces.size() - at) return std::nullopt;
    // The first piece of a figure is its alone, so its stamp stands for the figure.
    const auto kept = figures_.find(stamps[at]);
    const auto first = stands.begin() + static_cast<std::ptrdiff_t>(at);
    const bool whole = std::find(first, first + static_cast<std::ptrdiff_t>(n), false) ==
                       first + static_cast<std::ptrdiff_t>(n);
    SharedFigure figure;
    if (whole && kept != figures_.end()) {
      figure = kept->second;
    } else if (auto made = decode_pieces(std::span(pieces).subspan(at, n))) {
      figure = std::make_shared<const Figure>(*std::move(made));
    } else {
      return std::nullopt;
    }
    view->report.figures.add(figure);
    figures.insert_or_assign(stamps[at], std::move(figure));
    at += n;
  }
  if (!view || at != pieces.size()) return std::nullopt;

  std::map<std::uint64_t, Bytes> kept;
  for (std::size_t i = 1; i < pieces.size(); ++i)
    kept.insert_or_assign(stamps[i], stands[i] ? std::move(pieces_[stamps[i]])
                                               : Bytes(pieces[i].begin(), pieces[i].end()));
  pieces_ = std::move(kept);
  figures_ = std::move(figures);
  return view;
}

}  // namespace lab
