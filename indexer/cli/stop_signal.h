// SIGINT and SIGTERM during a run: the first asks the run to end in good order, a second ends the process at once.
#ifndef NEWSHOUND_CLI_STOP_SIGNAL_H
#define NEWSHOUND_CLI_STOP_SIGNAL_H

namespace newshound::index_cli {

// Installs the handlers; call once, before the run.
void watch_for_stop_signals();

// The signal that came, or 0.
int stop_signal();

}  // namespace newshound::index_cli

#endif
