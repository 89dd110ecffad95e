// A session in JSON: what the command line prints and the page reads.
#pragma once

#include <map>
#include <string>

#include "exam/session.h"

namespace exam {

// {"labs": [...], "paper": [...], "kinds": [...]}: every part with id, title, question, marks, lab
// and whether it is built, with the fields and the form of the built ones; every lab with its
// fields; the names of all kinds of answers.
std::string catalogue_json(const Catalogue& catalogue);

// {"link": ..., "readouts": {key: value}, "problems": [{"key", "message"}]}, the same bytes at
// every front door; where readouts are null, with "undefined": {key: why} before the problems.
std::string report_json(const Session& session);

// The session's digest as 16 hexadecimal digits.
std::string digest_text(const Session& session);

// What the page shows beside the canvas: link, id, title, variant, progress, the question with its
// form, facts and prediction, fields, readouts with labels and units, figures with their texts,
// problems.
std::string page_json(const Session& session);

// The same for a page that keeps what it was told: of the members, those that changed since the
// last call.
class PageSender {
 public:
  std::string changes(const Session& session);

 private:
  std::map<std::string, std::string, std::less<>> sent_;  // by name
};

// [{"key": ..., "message": ...}, ...].
std::string problems_json(const std::vector<lab::Problem>& problems);

}  // namespace exam
