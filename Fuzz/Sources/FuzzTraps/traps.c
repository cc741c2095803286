#include "traps.h"
#include <signal.h>
#include <stdlib.h>

static void end(int signal) {
  (void)signal;
  abort();
}

__attribute__((constructor)) static void install(void) { signal(SIGTRAP, end); }
