// What programs write round a formula.
#include "num/dialect.h"
#include "num/dialect_parts.h"
#include "num/letters.h"

namespace num {
namespace {

constexpr std::string_view modules[] = {"np.linalg.",  "numpy.", "np.",   "jnp.", "torch.nn.",
                                        "torch.",      "math.",  "tf.",   "nn.",  "F.",
                                        "functional.", "cp.",    "scipy."};

// Methods that change how a number is kept, or nothing, and those that have a sign.
struct Method {
  std::string_view name, sign;
};
constexpr Method methods[] = {{".astype(", ""}, {".float(", ""},       {".int(", ""},
                              {".double(", ""}, {".long(", ""},        {".to(", ""},
                              {".type(", ""},   {".copy(", ""},        {".detach(", ""},
                              {".item(", ""},   {".transpose(", ".T"}, {".t(", ".T"}};
constexpr Method infixes[] = {{".dot(", "·("}, {".matmul(", "·("}, {".mm(", "·("},
                              {".mul(", "⊙("}, {"@", "·"},         {".mT", ".T"}};

bool goes_on(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '.'; }

// The byte behind the bracket that closes the one at `at`; npos where none does.
std::size_t behind_bracket(std::string_view s, std::size_t at) {
  int open = 0;
  for (; at < s.size(); ++at) {
    open += s[at] == '(' ? 1 : s[at] == ')' ? -1 : 0;
    if (open == 0) return at + 1;
  }
  return std::string_view::npos;
}

// Rewrites what begins at `at`; true where something did.
bool rewrite(PlainText& plain, std::size_t at) {
  const std::string_view s = plain.text;
  const bool fresh = at == 0 || !goes_on(s[at - 1]);
  for (const std::string_view module : modules)
    if (fresh && starts(s, at, module) && is_letter(char_at(s, at + module.size()))) {
      plain.replace(at, module.size(), "");
      return true;
    }
  for (const std::string_view unit : {"eye(", "identity("})
    if (const std::size_t end = behind_bracket(s, at + unit.size() - 1);
        fresh && starts(s, at, unit) && end != s.npos) {
      plain.replace(at, end - at, "I");
      return true;
    }
  for (const std::string_view kept : {"float(", "int("})
    if (fresh && starts(s, at, kept)) {
      plain.replace(at, kept.size(), "(");
      return true;
    }
  for (const Method& m : methods) {
    if (!starts(s, at, m.name)) continue;
    const std::size_t end = behind_bracket(s, at + m.name.size() - 1);
    if (end == s.npos) return false;
    plain.replace(at, end - at, m.sign);
    return true;
  }
  for (const Method& m : infixes)
    if (starts(s, at, m.name)) {
      plain.replace(at, m.name.size(), m.sign);
      return true;
    }
  return false;
}

}  // namespace

void read_code(PlainText& text) {
  for (std::size_t at = 0; at < text.text.size();)
    if (!rewrite(text, at)) ++at;
}

}  // namespace num
