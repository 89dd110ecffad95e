// What programs write round a formula.
#include "num/dialect.h"
#include "num/dialect_parts.h"
#include "num/functions.h"
#include "num/letters.h"

namespace num {
namespace {

constexpr auto modules = word_table<std::string_view>({"np.linalg.",
                                                       "numpy.linalg.",
                                                       "scipy.special.",
                                                       "torch.nn.functional.",
                                                       "torch.special.",
                                                       "torch.nn.",
                                                       "jax.numpy.",
                                                       "jax.nn.",
                                                       "tf.math.",
                                                       "tf.linalg.",
                                                       "tf.nn.",
                                                       "tf.keras.activations.",
                                                       "numpy.",
                                                       "np.",
                                                       "jnp.",
                                                       "torch.",
                                                       "cmath.",
                                                       "math.",
                                                       "Math.",
                                                       "tf.",
                                                       "nn.",
                                                       "F.",
                                                       "functional.",
                                                       "cp.",
                                                       "scipy.",
                                                       "special.",
                                                       "statistics.",
                                                       "sp.",
                                                       "sympy."});

// Methods that change how a number is kept, or nothing, and those that have a sign.
struct Method {
  std::string_view word, sign;
};
constexpr auto methods = word_table<Method>(
    {{".astype(", ""},     {".float(", ""},       {".int(", ""},       {".double(", ""},
     {".long(", ""},       {".to(", ""},          {".type(", ""},      {".copy(", ""},
     {".detach(", ""},     {".item(", ""},        {".squeeze(", ""},   {".flatten(", ""},
     {".ravel(", ""},      {".reshape(", ""},     {".view(", ""},      {".numpy(", ""},
     {".cpu(", ""},        {".clone(", ""},       {".unsqueeze(", ""}, {".bool(", ""},
     {".type_as(", ""},    {".transpose(", ".T"}, {".t(", ".T"},       {".permute(", ".T"},
     {".swapaxes(", ".T"}, {".square(", "^2"}});
constexpr auto infixes =
    word_table<Method>({{".dot(", "·("}, {".matmul(", "·("},   {".mm(", "·("},  {".mv(", "·("},
                        {".mul(", "⊙("}, {".multiply(", "⊙("}, {".div(", "/("}, {".divide(", "/("},
                        {".sub(", "-("}, {".subtract(", "-("}, {".add(", "+("}, {".gt(", ">("},
                        {".ge(", "≥("},  {".lt(", "<("},       {".le(", "≤("},  {".pow(", "^("},
                        {"@", "·"},      {".mT", ".T"},        {".mH", ".T"},   {".H", ".T"},
                        {"%*%", "·"},    {".>=", "≥"},         {".<=", "≤"},    {".>", ">"},
                        {".<", "<"},     {".+", "+"},          {".-", "-"}});
// What keeps its argument as it is.
constexpr auto keepers = word_table<std::string_view>(
    {"float(", "int(", "double(", "single(", "logical(", "bool(", "float32(", "float64(", "tensor(",
     "array(", "asarray(", "squeeze(", "Float64(", "ravel(", "flatten("});

bool is_part_of_path(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '.'; }

// The byte behind the bracket that closes the one at `at`; npos where none does.
std::size_t behind_bracket(std::string_view s, std::size_t at) {
  const std::size_t close = closing_bracket(s, at);
  return close == none ? none : close + 1;
}

// The byte behind ", axis=1" or ", dtype=np.float32" at `at`; `at` where none stands there.
std::size_t behind_option(std::string_view s, std::size_t at) {
  constexpr std::string_view names[] = {"axis",  "dim", "keepdims", "keepdim",
                                        "dtype", "out", "axes",     "dims"};
  if (s[at] != ',') return at;
  std::size_t end = skip_blanks(s, at + 1);
  const std::size_t name = end;
  while (is_letter(char_at(s, end))) ++end;
  if (!is_one_of(s.substr(name, end - name), names)) return at;
  end = skip_blanks(s, end);
  if (char_at(s, end) != '=') return at;
  end = skip_blanks(s, end + 1);
  while (is_part_of_path(char_at(s, end)) || char_at(s, end) == '-') ++end;
  return end;
}

// The byte where what is called at `end` begins: "(a + b)", "f(a)", "z2" or "np.f(a)" before it.
std::size_t operand_begin(std::string_view s, std::size_t end) {
  std::size_t at = end;
  if (at > 0 && (s[at - 1] == ')' || s[at - 1] == ']')) {
    int open = 0;
    while (at > 0) {
      --at;
      open -= deeper(s[at]);
      if (open == 0) break;
    }
  }
  while (at > 0 && (is_part_of_path(s[at - 1]) || (s[at - 1] & 0x80) != 0 || s[at - 1] == '\'')) {
    // No sign that is written in a letter of its own belongs to a name.
    bool sign = false;
    for (const std::string_view other : {"·", "⊙", "×", "−", "≥", "≤", "∘"})
      sign = sign || s.substr(0, at).ends_with(other);
    if (sign) break;
    --at;
  }
  return at;
}

// "z2.sigmoid()" is sigmoid(z2), and "a.sub(b)" (a-(b)).
bool rewrite_method(PlainText& plain, std::size_t at) {
  const std::string_view s = plain.text;
  if (s[at] != '.' || at == 0) return false;
  std::size_t open = at + 1;
  while (is_letter_or_digit(char_at(s, open)) || char_at(s, open) == '_') ++open;
  const std::string_view name = s.substr(at + 1, open - at - 1);
  const std::size_t begin = operand_begin(s, at);
  if (char_at(s, open) != '(' || name.empty() || begin == at) return false;
  const std::size_t end = behind_bracket(s, open);
  if (end == std::string_view::npos) return false;
  const std::string operand(s.substr(begin, at - begin));
  for (const Method& m : infixes) {
    if (m.word.substr(1, m.word.size() - 2) != name || m.word.back() != '(') continue;
    plain.replace(begin, end - begin,
                  "(" + operand + std::string(m.sign) +
                      std::string(s.substr(open + 1, end - open - 1)) + ")");
    return true;
  }
  if (skip_blanks(s, open + 1) + 1 != end || !function_row(num::plain(name))) return false;
  plain.replace(begin, end - begin, std::string(name) + "(" + operand + ")");
  return true;
}

// Rewrites what begins at `at`; true where something did.
bool rewrite(PlainText& plain, std::size_t at) {
  const std::string_view s = plain.text;
  const bool fresh = at == 0 || !is_part_of_path(s[at - 1]);
  const auto before_letter = [&](std::string_view name) {
    return is_letter(char_at(s, at + name.size()));
  };
  if (const auto* module = fresh ? modules.at(s, at, before_letter) : nullptr) {
    plain.replace(at, module->size(), "");
    return true;
  }
  for (const std::string_view unit : {"eye(", "identity("})
    if (const std::size_t end =
            fresh && starts(s, at, unit) ? behind_bracket(s, at + unit.size() - 1) : s.npos;
        end != s.npos) {
      // "np.eye(3) * z" has z on its diagonal, as programs multiply.
      const std::size_t sign = skip_blanks(s, end);
      const bool spread = char_at(s, sign) == '*' && char_at(s, sign + 1) != '*';
      plain.replace(at, (spread ? sign + 1 : end) - at, spread ? "diag" : "I");
      return true;
    }
  if (const auto* kept = fresh ? keepers.at(s, at) : nullptr) {
    plain.replace(at, kept->size(), "(");
    return true;
  }
  // ", axis=1": how, and not what.
  if (const std::size_t end = behind_option(s, at); end > at) {
    plain.replace(at, end - at, "");
    return true;
  }
  if (const Method* method = methods.at(s, at)) {
    const std::size_t end = behind_bracket(s, at + method->word.size() - 1);
    if (end == s.npos) return false;
    plain.replace(at, end - at, method->sign);
    return true;
  }
  if (rewrite_method(plain, at)) return true;
  const Method* infix = infixes.at(s, at);
  if (infix) plain.replace(at, infix->word.size(), infix->sign);
  return infix != nullptr;
}

}  // namespace

void read_code(PlainText& text) {
  for (std::size_t at = 0; at < text.text.size();)
    if (!rewrite(text, at)) ++at;
}

}  // namespace num
