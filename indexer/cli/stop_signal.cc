#include "indexer/cli/stop_signal.h"

#include <signal.h>
#include <unistd.h>

namespace newshound::index_cli {
namespace {

volatile sig_atomic_t received = 0;

extern "C" void newshound_note_signal(int number) {
  if (received != 0) _exit(128 + number);
  received = number;
}

}  // namespace

void watch_for_stop_signals() {
  struct sigaction action {};
  action.sa_handler = newshound_note_signal;
  // Reads and writes under way go on: an interrupted one would look like a broken source.
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

int stop_signal() { return received; }

}  // namespace newshound::index_cli
