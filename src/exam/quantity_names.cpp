#include "exam/quantity_names.h"

#include "num/letters.h"

namespace exam {
namespace {

struct Name {
  std::string_view spelling, quantity;
};
// Names in full, where case counts for a single letter.
constexpr Name name_spellings[] = {{"L", "loss"},
                                   {"l", "loss"},
                                   {"ell", "loss"},
                                   {"J", "loss"},
                                   {"H", "loss"},
                                   {"ce", "loss"},
                                   {"nll", "loss"},
                                   {"bce", "loss"},
                                   {"xent", "loss"},
                                   {"acc", "accuracy"},
                                   {"p", "probability"},
                                   {"P", "probability"},
                                   {"prob", "probability"},
                                   {"py", "probability"},
                                   {"pi", "probability"},
                                   {"yhat", "probability"},
                                   {"K", "classes"},
                                   {"C", "classes"},
                                   {"nclasses", "classes"},
                                   {"m", "margin"},
                                   {"ppl", "perplexity"},
                                   {"lr", "learning rate"},
                                   {"eta", "learning rate"},
                                   {"tpr", "recall"},
                                   {"tnr", "specificity"},
                                   {"ppv", "precision"},
                                   {"f1", "F1"},
                                   {"f1score", "F1"},
                                   {"sigma", "spread"},
                                   {"z", "logit"}};
// Parts of names, in small letters: "mean loss", "test accuracy".
constexpr Name name_parts[] = {{"loss", "loss"},
                               {"entropy", "loss"},
                               {"likelihood", "loss"},
                               {"cost", "loss"},
                               {"accuracy", "accuracy"},
                               {"probab", "probability"},
                               {"perplexity", "perplexity"},
                               {"recall", "recall"},
                               {"sensitivity", "recall"},
                               {"specificity", "specificity"},
                               {"precision", "precision"},
                               {"learningrate", "learning rate"},
                               {"classes", "classes"},
                               {"margin", "margin"},
                               {"bias", "bias"},
                               {"variance", "variance"},
                               {"logit", "logit"}};

}  // namespace

std::string_view quantity_called(std::string_view label) {
  const std::string low = num::lower(label);
  for (const Name& name : name_spellings)
    if (label == name.spelling || (label.size() > 1 && low == name.spelling)) return name.quantity;
  for (const Name& part : name_parts)
    if (low.find(part.spelling) != low.npos) return part.quantity;
  return "";
}

std::string names_another(std::string_view label, std::string_view quantity) {
  const std::string_view named = quantity_called(label);
  if (quantity.empty() || named.empty() || named == quantity) return "";
  // A single letter is another quantity's own beside a loss alone.
  if (label.size() == 1 && quantity != "loss") return "";
  return "You give this number to another quantity, the " + std::string(named) +
         ". The question asks for the " + std::string(quantity) + ".";
}

}  // namespace exam
