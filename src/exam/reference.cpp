#include "exam/marking.h"

namespace exam {
namespace {

lab::Json json_of(std::string s) {
  lab::Json json;
  json.value = std::move(s);
  return json;
}

struct Reference {
  lab::Json operator()(const OneOf& kind) const {
    return json_of(kind.options[static_cast<std::size_t>(kind.right)].id);
  }
  lab::Json operator()(const ManyOf& kind) const {
    lab::Json verdicts;
    auto& members = verdicts.value.emplace<lab::Json::Object>();
    for (const Option& o : kind.options) {
      members.emplace_back(o.id, lab::Json{});
      members.back().second.value = o.key != Key::no;
    }
    return verdicts;
  }
  lab::Json operator()(const Number& kind) const {
    lab::Json json;
    json.value = kind.value;
    return json;
  }
  lab::Json operator()(const Cells& kind) const {
    lab::Json rows;
    auto& lists = rows.value.emplace<lab::Json::Array>();
    for (int r = 0; r < kind.value.rows; ++r) {
      auto& row = lists.emplace_back().value.emplace<lab::Json::Array>();
      for (int c = 0; c < kind.value.cols; ++c) row.emplace_back().value = kind.value.at(r, c);
    }
    return rows;
  }
  lab::Json operator()(const Expression& kind) const { return json_of(kind.value); }
  lab::Json operator()(const Factors& kind) const { return json_of(kind.value); }
  lab::Json operator()(const ShapeAnswer& kind) const {
    return json_of(kind.rows + " × " + kind.cols);
  }
  lab::Json operator()(const Symbols& kind) const {
    lab::Json rows;
    auto& lists = rows.value.emplace<lab::Json::Array>();
    for (const std::vector<Entry>& row : kind.entries) {
      auto& list = lists.emplace_back().value.emplace<lab::Json::Array>();
      for (const Entry& entry : row) list.push_back(json_of(entry.given ? "" : entry.value));
    }
    return rows;
  }
  lab::Json operator()(const Derivation& kind) const {
    lab::Json lines;
    auto& list = lines.value.emplace<lab::Json::Array>();
    for (const Step& step : kind.steps) list.push_back(json_of(step.value));
    return lines;
  }
  lab::Json operator()(const Rubric& kind) const {
    lab::Json answer, text, points;
    auto& made = points.value.emplace<lab::Json::Array>();
    std::string sentences;
    for (const RubricPoint& p : kind.points) {
      sentences += (sentences.empty() ? "" : " ") + p.text;
      made.push_back(json_of(p.id));
    }
    auto& members = answer.value.emplace<lab::Json::Object>();
    members.emplace_back("text", json_of(std::move(sentences)));
    members.emplace_back("points", std::move(points));
    return answer;
  }
};

}  // namespace

lab::Json reference_answers(const Form& form) {
  lab::Json answers;
  auto& members = answers.value.emplace<lab::Json::Object>();
  for (const AnswerField& field : form)
    members.emplace_back(field.id, std::visit(Reference{}, field.kind));
  return answers;
}

}  // namespace exam
