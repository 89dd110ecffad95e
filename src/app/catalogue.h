// The product's catalogue, as every front door opens it.
#pragma once

#include "exam/session.h"
#include "exercises/all.h"
#include "labs/all.h"

namespace app {

inline exam::Catalogue catalogue() { return {laboratory::all(), exercises::paper()}; }

}  // namespace app
