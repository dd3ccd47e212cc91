#include "searcher/cli/style.h"

#include "indexer/format/program/archive_path.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace newshound::search_cli {
namespace {

constexpr unsigned kNarrowest = 40;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

unsigned terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return std::max<unsigned>(size.ws_col, kNarrowest);
}

std::string wrap(std::string_view begin, std::string_view text, const Style& style) {
  if (!style.color || text.empty()) return std::string(text);
  return std::string(begin) + std::string(text) + "\x1b[0m";
}

}  // namespace

Environment read_environment() {
  Environment environment;
  environment.archive = variable(program::kArchiveVariable);
  environment.no_color = !variable("NO_COLOR").empty() || variable("TERM") == "dumb";
  environment.terminal = isatty(STDOUT_FILENO) == 1;
  if (environment.terminal) environment.width = terminal_width();
  return environment;
}

Style style_of(const Options& options, const Environment& environment) {
  Style style;
  style.terminal = environment.terminal;
  style.width = environment.width;
  style.stats = options.stats || environment.terminal;
  style.color = options.color == ColorMode::always ||
                (options.color == ColorMode::automatic && environment.terminal && !environment.no_color);
  return style;
}

std::string bold(std::string_view text, const Style& style) { return wrap("\x1b[1m", text, style); }
std::string marked(std::string_view text, const Style& style) { return wrap("\x1b[1;33m", text, style); }
std::string dim(std::string_view text, const Style& style) { return wrap("\x1b[2m", text, style); }

}  // namespace newshound::search_cli
