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

/// Starts the program `arguments[0]`, a path, as the head of a process group of its own, with nothing to
/// read, in the folder `folder`. Its words go to the open file `words`; its complaints go to the open
/// file `complaints`, or are thrown away where that is -1. Both lists end with a null pointer.
/// Returns 0 and the group's id, or the `errno` of the failure.
int thidua_start(char *const arguments[], char *const environment[], const char *folder, int words,
                 int complaints, int *group);

/// Makes a pipe that no program started elsewhere inherits (`pipe2`, `O_CLOEXEC`).
/// Returns 0, or the `errno` of the failure.
int thidua_pipe(int ends[2]);

/// Waits for the head of a group, then ends whatever is left of the group.
/// Returns the head's exit status, 128 and more when a signal ended it, -1 when the time was over.
int thidua_wait(int group, int milliseconds);

/// Names the folder that goes when the work is broken off; an empty path for none. It is one for the
/// whole program.
void thidua_set_work_folder(const char *path);

/// Ends every group that is under way and has the work folder removed; who waits for one waits on. May
/// be called where a signal is handled, which then ends the program.
void thidua_break_off(void);

#endif
