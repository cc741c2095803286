#ifndef THIDUA_FUZZ_TRAPS_H
#define THIDUA_FUZZ_TRAPS_H
// A fault in Swift ends with SIGTRAP, which libFuzzer does not catch: it would lose the input.
// Loading this turns it into SIGABRT.
#endif
