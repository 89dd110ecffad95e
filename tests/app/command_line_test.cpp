#include "app/command_line.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "app/catalogue.h"
#include "app/picture_file.h"

namespace {

// A folder that is removed with the test.
struct Folder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("examlab_shots." + std::to_string(getpid()));
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string file(const std::string& name) const { return (path / name).string(); }
};

int run(std::vector<std::string> words) {
  words.insert(words.begin(), "examlab");
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  return app::run_command(app::catalogue(), static_cast<int>(arguments.size()), arguments.data());
}

}  // namespace

TEST_CASE("each of several shots looks like the one before but for what follows it") {
  const Folder folder;
  const std::string wide = folder.file("wide.png"), dark = folder.file("dark.png"),
                    narrow = folder.file("narrow.png"), light = folder.file("light.png");
  REQUIRE(
      run({"window", "1f", "--shot", wide, "--size", "640x400", "--shot", dark, "--dark", "--shot",
           narrow, "--size", "300x400", "--shot", light, "--size", "640x400", "--light"}) == 0);
  const auto picture = [](const std::string& file) {
    const app::PictureReading reading = app::read_picture(file, 1024);
    REQUIRE(reading.picture);
    return *reading.picture;
  };
  CHECK(picture(wide).width == 640);
  CHECK(picture(wide).height == 400);
  CHECK(picture(dark).width == 640);
  CHECK(picture(narrow).width == 300);
  CHECK(picture(dark).rgba != picture(wide).rgba);
  CHECK(picture(narrow).rgba[0] == picture(dark).rgba[0]);
  CHECK(picture(light).rgba == picture(wide).rgba);
}
