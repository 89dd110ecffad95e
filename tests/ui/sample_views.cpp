// Every shape without data, with numbers that are none, or with far too much.
#include "lab/shapes/samples.h"
#include "ui/views.h"

namespace views {

lab::View samples() {
  lab::View v;
  v.link = v.title = "Samples";
  v.fields = lab::declared<tests::SampleParams>();
  tests::each_sample(
      [&](auto sample) { v.report.figure(sample.name, "A sample", "alt", sample.usual()); });
  return v;
}

lab::View extreme(tests::Fill fill) {
  const tests::Extreme e = tests::extreme(fill);
  lab::View v;
  v.title = "Extremes";
  v.fields = lab::declared<tests::SampleParams>();
  tests::each_sample([&](auto sample) {
    int number = 0;
    for (const auto& shape : sample.extremes(e)) {
      const std::string key = sample.name + std::to_string(number);
      v.report.figure(key, number++ == 0 ? e.word : "", "", shape);
    }
  });
  if (fill == tests::Fill::huge) v.report.blame(e.word, e.word);
  return v;
}

}  // namespace views
