#include "exam/kinds/per_cent.h"

#include <doctest/doctest.h>

using exam::per_cent_slip;

TEST_CASE("a share in per cent is told to say so, and so is a known mistake in per cent") {
  const exam::Number recall{
      .value = 0.1629, .mistakes = {{0.82, "That is the recall."}}, .is_share = true};
  CHECK(per_cent_slip(recall, 16.29, "16.29") ==
        "You gave 16.29. If you mean per cent, say so: write 16.29 %.");
  CHECK(per_cent_slip(recall, 82, "82").find("That is the recall. If you mean") == 0);
  CHECK(per_cent_slip(recall, 1.629, "1.629").empty());
  CHECK(per_cent_slip(recall, 0.82, "0.82").empty());
  const exam::Number loss{0.1629, 5e-3, "nats", {}};
  CHECK(per_cent_slip(loss, 16.29, "16.29").empty());
}

TEST_CASE("a share where per cent are asked for is told what the field counts in") {
  const exam::Number error{2, 5e-3, "%", {{6, "That is the layman."}}};
  CHECK(per_cent_slip(error, 0.02, "0.02").find("If you mean a share, write 2 %.") !=
        std::string::npos);
  CHECK(per_cent_slip(error, 0.06, "0.06").find("That is the layman. The field counts") == 0);
  CHECK(per_cent_slip(error, 0.5, "0.5").empty());
}
