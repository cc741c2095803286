#define _GNU_SOURCE
#include "csystem.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int thidua_exchange(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int thidua_rename_to_free(const char *path, const char *name) {
  return renameat2(AT_FDCWD, path, AT_FDCWD, name, RENAME_NOREPLACE) == 0 ? 0 : errno;
}

int thidua_sync_file_system(int descriptor) {
  return syncfs(descriptor) == 0 ? 0 : errno;
}

// The groups under way; 0 is a free place. A signal may come at any moment, so nothing here waits.
enum { places = 512 };
static _Atomic int groups[places];

static void note(int before, int after) {
  for (int index = 0; index < places; index++) {
    int seen = before;
    if (atomic_compare_exchange_strong(&groups[index], &seen, after)) return;
  }
}

int thidua_start(char *const arguments[], char *const environment[], const char *folder, int words,
                 int complaints, int *group) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t every, none;
  pid_t head = 0;
  int failure = posix_spawn_file_actions_init(&actions);
  if (failure != 0) return failure;
  failure = posix_spawnattr_init(&attributes);
  if (failure == 0) {
    sigfillset(&every);
    sigemptyset(&none);
    posix_spawnattr_setsigdefault(&attributes, &every);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(
        &attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    failure = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    if (failure == 0) failure = posix_spawn_file_actions_adddup2(&actions, words, 1);
    if (failure == 0) {
      failure = complaints >= 0
                    ? posix_spawn_file_actions_adddup2(&actions, complaints, 2)
                    : posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    }
    if (failure == 0) failure = posix_spawn_file_actions_addchdir_np(&actions, folder);
    if (failure == 0) {
      failure = posix_spawn(&head, arguments[0], &actions, &attributes, arguments, environment);
    }
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  if (failure == 0) {
    note(0, head);
    *group = head;
  }
  return failure;
}

int thidua_pipe(int ends[2]) {
  return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno;
}

static _Atomic int broken_off;

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

int thidua_wait(int group, int milliseconds) {
  const long long end = now() + milliseconds;
  const struct timespec moment = {0, 2 * 1000 * 1000};
  siginfo_t end_of_head;
  int is_over = 0;
  while (!is_over) {
    end_of_head.si_pid = 0;
    // The head is left as it ended until its group is gone: nobody else can get its number.
    if (waitid(P_PID, group, &end_of_head, WEXITED | WNOHANG | WNOWAIT) != 0 && errno != EINTR) break;
    if (end_of_head.si_pid != 0) break;
    if (now() >= end) is_over = 1;
    else nanosleep(&moment, NULL);
  }
  kill(-group, SIGKILL);
  int status = 0;
  while (waitpid(group, &status, 0) < 0 && errno == EINTR) continue;
  note(group, 0);
  // Broken off: who did that ends this program, and nobody may say before that a program failed.
  while (atomic_load(&broken_off)) pause();
  if (is_over) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static char work_folder[4096];
static _Atomic int has_work_folder;

void thidua_set_work_folder(const char *path) {
  const size_t length = strlen(path);
  atomic_store(&has_work_folder, 0);
  if (length == 0 || length >= sizeof work_folder) return;
  memcpy(work_folder, path, length + 1);
  atomic_store(&has_work_folder, 1);
}

void thidua_break_off(void) {
  atomic_store(&broken_off, 1);
  for (int index = 0; index < places; index++) {
    const int group = atomic_load(&groups[index]);
    if (group > 0) kill(-group, SIGKILL);
  }
  if (!atomic_load(&has_work_folder)) return;
  // Another program walks through the folder: here nothing may allocate or wait.
  if (_Fork() == 0) {
    execl("/bin/rm", "rm", "-rf", "--", work_folder, (char *)NULL);
    _exit(127);
  }
}
