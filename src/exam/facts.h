// What the words of a page may know of the question that is asked: named facts, quoted as readouts
// are, and asked for by the parts of the words that stand only for some questions.
#pragma once

#include <string>
#include <vector>

#include "lab/value.h"

namespace exam {

struct Fact {
  std::string key;  // as the words name it: "right"
  lab::Value value;
  // All that a word may be. Empty for a number, a flag, a sentence and all else that no condition
  // can ask for, or that says for itself what it may be.
  std::vector<std::string> values = {};
};

// The facts of a question. Every question of an exercise has the same keys, of the same kinds.
class Facts {
 public:
  // Conditions may ask for a flag and for a word.
  Facts& flag(const char* key, bool value);
  Facts& word(const char* key, std::string value, std::vector<std::string> values);
  // What is only quoted; a text that this question has no use for is empty.
  Facts& number(const char* key, double value);
  Facts& text(const char* key, std::string value);
  Facts& matrix(const char* key, lab::Matrix value);

  const std::vector<Fact>& all() const { return all_; }
  const Fact* find(const std::string& key) const;

 private:
  Facts& add(const char* key, lab::Value value, std::vector<std::string> values);

  std::vector<Fact> all_;
};

// As a JSON list, each with key, value and, for a word, all its values.
std::string facts_json(const Facts& facts);

}  // namespace exam
