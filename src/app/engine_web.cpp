// The engine module of the page, run in a Web Worker: the table of calls behind five C functions.
// Arguments come in through the buffer; a result stays valid until the next call.
#include <algorithm>

#include "app/catalogue.h"
#include "app/engine_calls.h"

namespace {

std::vector<std::uint8_t> buffer;
app::Engine engine(app::catalogue());
app::Answer answer;

}  // namespace

extern "C" {

std::uint8_t* engine_buffer(int size) {
  buffer.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
  return buffer.data();
}

// Makes a call whose arguments are the first `n` bytes of the buffer, and its file the others. 1
// where the result is an answer, 0 where it is the sentence that says why there is none.
int engine_call(int place, int n) {
  const std::size_t size = std::min(n < 0 ? 0 : static_cast<std::size_t>(n), buffer.size());
  const std::span<const std::uint8_t> file(buffer.data() + size, buffer.size() - size);
  answer = app::make_call(engine, static_cast<std::size_t>(place),
                          {reinterpret_cast<const char*>(buffer.data()), size}, file);
  return answer.good ? 1 : 0;
}

const std::uint8_t* engine_result() { return answer.bytes().data(); }
int engine_length() { return static_cast<int>(answer.bytes().size()); }

double engine_number(int place, double argument) {
  return app::make_number_call(engine, static_cast<std::size_t>(place), argument);
}
}
