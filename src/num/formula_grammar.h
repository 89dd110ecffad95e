// The parser behind parse_formula, in five files: signs and powers, brackets, lists, words,
// indices.
#pragma once

#include "num/formula_parser.h"
#include "num/plain_text.h"

namespace num {

// Recursive descent. After the first error the row of tokens ends, so that every loop does, too;
// nodes then mean nothing.
class Parser {
 public:
  Parser(const PlainText& text, std::size_t from, std::size_t end, Words words,
         const std::string& names, Choice choice);
  Parsed run();

 private:
  // Steps to the next token and returns the one that was left.
  Token take();
  int fail(std::size_t at, const std::string& sentence);
  int stray();
  // A token in quotes, as it was typed.
  std::string quoted(const Token& token) const;
  int node(Op op, std::size_t at, int which, std::vector<int> parts, double value = 0);
  int number(std::size_t at, double value);
  bool starts_factor() const;
  void leading();
  int sum();
  int product();
  int ambiguous(std::size_t at, const std::string& name);
  // What `sentence` asks about byte `at`.
  int ask(std::size_t at, const std::string& sentence);
  // Two numbers side by side: a mixed number, "5 1/2", or a power of ten behind its factor. `left`
  // has been read, the second number comes next.
  int side_by_side(int left, std::size_t at);
  // True where the number that comes next and what follows is a fraction below 1.
  bool begins_fraction() const;
  // What a function without brackets applies to: one power, or all of the product before the next
  // function where that is chosen, and all of the sum where "of" stands before it.
  int reach(bool of);
  int signed_power();
  int power();
  // A transpose may be followed by a power or by another transpose.
  int raised(int base);
  bool transposes() const;
  char behind_token() const;
  // "i" or "(i)" above or below a name says which example is meant, and nothing about its value.
  // Its bytes at `at`, 0 where there is none; and whether it comes next and was taken.
  std::size_t example_size(std::size_t at) const;
  bool example_number();
  int postfix();
  int primary();
  void close(char sign, const Token& open);
  // What stands between an opening token, which comes next, and `closing`: a sum or a comparison.
  int bracketed(char closing);
  int comparison();
  // True where a bracket that holds a comparison begins at byte `at`, blanks skipped.
  bool compares(std::size_t at) const;
  // True where an indicator comes next, 1[z > 0].
  bool indicates() const;
  int between(char sign, int& open, Function function);
  // Leaves "> 0" at the end.
  void positive();
  // The norm `lines` as the index says that comes next, if any does.
  int normed(int lines);
  bool is_norm(int i) const;
  // [z > 0], [1, 2; 3, 4] or [[1, 2], [3, 4]].
  int square();
  // Rows in brackets of their own, one below the other.
  int stacked(const Token& open, const std::vector<int>& rows);
  int word(const Token& token);
  // I[z > 0] and the like.
  bool indicator(const Token& token) const;
  int unknown(const Token& token);
  // `base`, or its entry where a subscript follows. The number of an example that no sum runs over
  // says nothing about the value.
  int indexed(int base);
  // A member of a family by the number below the line, which comes next, or an entry of it.
  int member(const Token& name);
  // What stands below the line, which comes next.
  int subscript();
  // A sum or product over an index: Σ_i, Σ_{i=1}^m, Σ_{j≠y}, ∏_{i>t}. `name` has been taken, "_"
  // comes next.
  int over_index(const Token& name, Op op);
  // What a product runs over: a bracket that its index numbers something in, or else the factors up
  // to the last of which that holds; all of them where the product alone stands in brackets.
  int factors(const Token& name, int slot);
  int but(const Token& index);
  bool numbers(int slot, int part) const;
  // Reads the current token anew, with the words that are known at this point.
  void reread();
  int fraction(const Token& name);
  // True where "[" comes next as the bracket of a call of `f`.
  bool calls(Function f) const;
  // `f`, written as `name`, of its argument, which comes next.
  int applied(Function f, const Token& name);
  enum class Comma : std::uint8_t { decimal, separates, asks };
  Comma comma_of_log(std::size_t at) const;
  // Lets the products below node `i` go entry by entry where they cannot be matrix products.
  void entrywise(int i);
  // True where node `i` holds a value with a condition.
  bool chooses(int i) const;
  // The call of `f` with its arguments, or what it is short for.
  int called(Function f, const Token& name, std::vector<int> arguments);
  // The arguments in brackets, no more than `f` takes; log may take a base.
  static constexpr std::size_t most_in_list = 100;
  std::vector<int> list(Function f);
  // True of sum, mean and the like, which are taken of a list, or of the values in their brackets.
  static bool takes_list(Function f);
  // True where the bracket at byte `at` of a calculation holds a list.
  bool is_list(std::size_t at) const;
  // True where node `i` has the values of a list.
  bool holds_list(int i) const;
  bool repeats(int a, int b) const;
  std::vector<int> listed();
  // True where commas or semicolons part values in the bracket at byte `at`.
  bool is_parted(std::size_t at) const;
  // The values of a formula that sum, mean and the like are taken of, as one row.
  std::vector<int> gathered(Function f, const Token& open, std::vector<int> values);
  int list_literal();
  int list_of(Function f, const Token& name);
  // The logarithm of `x` to the base `b`.
  int log_to_base(std::size_t at, int x, int b);

  const PlainText& plain_;
  std::string_view text_;  // of `plain_`
  Words words_;
  std::string names_;
  Choice choice_;
  Token token_;
  Formula formula_;
  std::vector<int> choices_;  // nodes that are values with conditions
  int depth_ = 0, slots_ = 0;
  int bars_ = 0, norms_ = 0;  // lines that are open and may be closed by the next one
  int lists_ = 0;             // lists that what is read stands in
  Place place_;
  const char* bare_ = nullptr;  // the function without brackets that the last factor ended with
  Fault fault_;
};

}  // namespace num
