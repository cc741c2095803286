#ifndef THIDUA_CSYSTEM_H
#define THIDUA_CSYSTEM_H

/// Exchanges two paths of one file system in one step (`renameat2`, `RENAME_EXCHANGE`).
/// Returns 0, or the `errno` of the failure.
int thidua_exchange(const char *first, const char *second);

/// Renames a path to a name that nothing bears yet (`renameat2`, `RENAME_NOREPLACE`).
/// Returns 0, or the `errno` of the failure: `EEXIST` when the name is taken.
int thidua_rename_to_free(const char *path, const char *name);

/// Waits until the disk has everything written to the file system of an open file (`syncfs`).
/// Returns 0, or the `errno` of the failure.
int thidua_sync_file_system(int descriptor);

#endif
