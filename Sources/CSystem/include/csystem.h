#ifndef THIDUA_CSYSTEM_H
#define THIDUA_CSYSTEM_H

/// Exchanges two paths of one file system in one step (`renameat2`, `RENAME_EXCHANGE`).
/// Returns 0, or the `errno` of the failure.
int thidua_exchange(const char *first, const char *second);

#endif
