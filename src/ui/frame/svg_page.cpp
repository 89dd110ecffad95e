#include "ui/frame/svg_page.h"

#include <algorithm>
#include <cstdio>

#include "ui/frame/theme.h"

namespace ui {

namespace {

std::string hex(ImU32 c) {
  char text[8];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", (c >> IM_COL32_R_SHIFT) & 255,
                (c >> IM_COL32_G_SHIFT) & 255, (c >> IM_COL32_B_SHIFT) & 255);
  return text;
}

float opacity(ImU32 c) { return static_cast<float>(c >> IM_COL32_A_SHIFT) / 255; }

bool same(const ImVec4& a, const ImVec4& b) {
  return a.x == b.x && a.y == b.y && a.z == b.z && a.w == b.w;
}

}  // namespace

std::string svg_number(float x) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", static_cast<double>(x));
  std::string out = text;
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out == "-0" ? "0" : out;
}

std::string svg_text(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string svg_fill(ImU32 c) {
  std::string out = " fill=\"" + hex(c) + '"';
  if (opacity(c) < 1) out += " fill-opacity=\"" + svg_number(opacity(c)) + '"';
  return out;
}

void SvgPage::element(const std::string& text, const ImVec4& clip) {
  flush();
  under(clip);
  body_ += text;
}

void SvgPage::triangle(const ImDrawVert* v, const ImDrawIdx* i, const ImVec4& clip) {
  const ImDrawVert &a = v[i[0]], &b = v[i[1]], &c = v[i[2]];
  if (a.col != b.col || b.col != c.col) return graded(a, b, c, clip);
  if (opacity(a.col) == 0) return;
  if (a.col != colour_ || !same(clip, path_clip_)) {
    flush();
    colour_ = a.col;
    path_clip_ = clip;
  }
  if (!fan_.empty() && first_ == i[0] && last_ == i[1]) {
    fan_.push_back(c.pos);
  } else {
    close_fan();
    fan_ = {a.pos, b.pos, c.pos};
    first_ = i[0];
  }
  last_ = i[2];
}

void SvgPage::image(const ImVec4& clip, ImVec2 min, ImVec2 max, const std::string& uri) {
  element("<image x=\"" + svg_number(min.x) + "\" y=\"" + svg_number(min.y) + "\" width=\"" +
              svg_number(max.x - min.x) + "\" height=\"" + svg_number(max.y - min.y) +
              "\" preserveAspectRatio=\"none\" image-rendering=\"pixelated\" href=\"" + uri +
              "\"/>\n",
          clip);
}

std::string SvgPage::take(std::string_view title, std::string_view alt) {
  flush();
  if (open_) body_ += "</g>\n";
  const std::string w = svg_number(card_.width()), h = svg_number(card_.height());
  const std::string box =
      svg_number(card_.min.x) + ' ' + svg_number(card_.min.y) + ' ' + w + ' ' + h;
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + w + "\" height=\"" + h +
         "\" viewBox=\"" + box +
         "\" role=\"img\" font-family=\"'DejaVu Sans', Verdana, sans-serif\">\n<title>" +
         svg_text(title) + "</title>\n<desc>" + svg_text(alt) + "</desc>\n<defs>\n" + defs_ +
         "</defs>\n<rect x=\"" + svg_number(card_.min.x) + "\" y=\"" + svg_number(card_.min.y) +
         "\" width=\"" + w + "\" height=\"" + h + "\" fill=\"" + hex(theme().surface) + "\"/>\n" +
         body_ + "</svg>\n";
}

void SvgPage::under(const ImVec4& clip) {
  if (open_ && same(clip, clip_)) return;
  if (open_) body_ += "</g>\n";
  std::string key = svg_number(clip.x) + ' ' + svg_number(clip.y) + ' ' + svg_number(clip.z) + ' ' +
                    svg_number(clip.w);
  const auto [at, fresh] = clips_.emplace(std::move(key), static_cast<int>(clips_.size()));
  const std::string id = "c" + std::to_string(at->second);
  if (fresh)
    defs_ += "<clipPath id=\"" + id + "\"><rect x=\"" + svg_number(clip.x) + "\" y=\"" +
             svg_number(clip.y) + "\" width=\"" + svg_number(std::max(clip.z - clip.x, 0.0f)) +
             "\" height=\"" + svg_number(std::max(clip.w - clip.y, 0.0f)) + "\"/></clipPath>\n";
  body_ += "<g clip-path=\"url(#" + id + ")\">\n";
  open_ = true;
  clip_ = clip;
}

// All outlines turn one way, so that overlaps within a path stay filled.
void SvgPage::close_fan() {
  float area = 0;
  for (std::size_t k = 0; k < fan_.size(); ++k) {
    const ImVec2 p = fan_[k], q = fan_[(k + 1) % fan_.size()];
    area += p.x * q.y - q.x * p.y;
  }
  if (area < 0) std::reverse(fan_.begin(), fan_.end());
  for (std::size_t k = 0; k < fan_.size(); ++k)
    path_ += (k == 0 ? "M" : "L") + svg_number(fan_[k].x) + ' ' + svg_number(fan_[k].y);
  if (!fan_.empty()) path_ += 'Z';
  fan_.clear();
}

void SvgPage::flush() {
  close_fan();
  if (path_.empty()) return;
  under(path_clip_);
  body_ += "<path" + svg_fill(colour_) + " d=\"" + path_ + "\"/>\n";
  path_.clear();
}

// A triangle between two colours; of three, the last two are taken for one.
void SvgPage::graded(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c,
                     const ImVec4& clip) {
  const ImDrawVert *tip = &a, *p = &b, *q = &c;
  if (a.col == c.col) tip = &b, p = &a;
  if (a.col == b.col) tip = &c, p = &a, q = &b;
  const float ex = q->pos.x - p->pos.x, ey = q->pos.y - p->pos.y, length = ex * ex + ey * ey;
  if (!(length > 0)) return;
  const float share = ((tip->pos.x - p->pos.x) * ex + (tip->pos.y - p->pos.y) * ey) / length;
  const ImVec2 foot{p->pos.x + share * ex, p->pos.y + share * ey};
  const std::string id = "g" + std::to_string(gradients_++);
  const auto stop = [](const char* at, ImU32 col) {
    return "<stop offset=\"" + std::string(at) + "\" stop-color=\"" + hex(col) +
           "\" stop-opacity=\"" + svg_number(opacity(col)) + "\"/>";
  };
  defs_ += "<linearGradient id=\"" + id + "\" gradientUnits=\"userSpaceOnUse\" x1=\"" +
           svg_number(foot.x) + "\" y1=\"" + svg_number(foot.y) + "\" x2=\"" +
           svg_number(tip->pos.x) + "\" y2=\"" + svg_number(tip->pos.y) + "\">" +
           stop("0", p->col) + stop("1", tip->col) + "</linearGradient>\n";
  std::string d;
  for (const ImDrawVert* v : {&a, &b, &c})
    d += (d.empty() ? "M" : "L") + svg_number(v->pos.x) + ' ' + svg_number(v->pos.y);
  element("<path shape-rendering=\"crispEdges\" fill=\"url(#" + id + ")\" d=\"" + d + "Z\"/>\n",
          clip);
}

}  // namespace ui
