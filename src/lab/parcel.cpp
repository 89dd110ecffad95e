#include "lab/parcel.h"

#include <algorithm>
#include <utility>

#include "lab/bytes.h"
#include "lab/wire.h"

namespace lab {

Sender::Sent Sender::sent(const SharedFigure& figure) {
  const auto before = std::find_if(last_.begin(), last_.end(), [&](const Sent& s) {
    return s.figure && (s.figure == figure || s.figure->key == figure->key);
  });
  if (before != last_.end() && before->figure == figure) return std::move(*before);
  std::vector<std::uint8_t> bytes = encode(*figure);
  if (before != last_.end() && before->bytes == bytes)
    return {figure, before->stamp, std::move(bytes)};
  return {figure, ++stamps_, std::move(bytes)};
}

std::vector<std::uint8_t> Sender::parcel(const View& view) {
  const std::uint64_t before = stamps_;
  std::vector<Sent> all;
  for (const SharedFigure& figure : view.report.figures.shared()) all.push_back(sent(figure));
  last_ = std::move(all);

  const std::vector<std::uint8_t> head = encode_head(view), nothing;
  std::size_t size = head.size() + 8;
  for (const Sent& s : last_) size += 12 + (s.stamp > before ? s.bytes.size() : 0);
  ByteWriter writer(/*counts=*/false, size);
  writer(head, static_cast<std::uint32_t>(last_.size()));
  for (const Sent& s : last_) writer(s.stamp, s.stamp > before ? s.bytes : nothing);
  return writer.take();
}

std::optional<View> Receiver::open(std::span<const std::uint8_t> parcel) {
  ByteReader reader(parcel);
  std::span<const std::uint8_t> head = reader.part();
  std::uint32_t count = 0;
  reader(count);
  std::optional<View> view = decode_head(head);
  if (!view) return std::nullopt;
  std::map<std::uint64_t, SharedFigure> kept;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint64_t stamp = 0;
    reader(stamp);
    const std::span<const std::uint8_t> bytes = reader.part();
    SharedFigure figure;
    if (!bytes.empty()) {
      if (std::optional<Figure> fresh = decode_figure(bytes))
        figure = std::make_shared<const Figure>(*std::move(fresh));
    } else if (const auto at = kept_.find(stamp); at != kept_.end()) {
      figure = at->second;
    }
    if (!figure) return std::nullopt;
    view->report.figures.add(figure);
    kept.insert_or_assign(stamp, std::move(figure));
  }
  if (!reader.complete()) return std::nullopt;
  kept_ = std::move(kept);
  return view;
}

}  // namespace lab
