// What a front door opens: the whole paper with all labs; in a module of the page, for which
// EXAMLAB_QUESTION is set, one question of it with the labs of its parts.
#pragma once

#include "exam/named.h"
#include "exam/session.h"
#include "exercises/all.h"
#include "labs/all.h"

namespace app {

#ifdef EXAMLAB_QUESTION
inline exam::Catalogue catalogue() {
  const std::span<const exam::Part> paper = exercises::question<EXAMLAB_QUESTION>();
  static const std::vector<const lab::LabRow*> labs = exam::labs_of(paper);
  return {labs, paper};
}
#else
inline exam::Catalogue catalogue() { return {laboratory::all(), exercises::paper()}; }
#endif

}  // namespace app
