/* Disturbs a program at its n-th call that changes a file, counted over all threads.
 *
 *   LD_PRELOAD=disturb.so DISTURB=kill:17 thidua build ...
 *
 * What is done at the n-th call:
 *   count   nothing; the number of calls is written to DISTURB_COUNT at the end
 *   kill    the process is killed (SIGKILL) before the call
 *   half    a write writes half of its bytes and the process is killed; another call is made whole,
 *           and the process is killed behind it
 *   full    the call and all that follow fail with ENOSPC, as on a full disk; a first write still
 *           writes half of its bytes; what removes or renames goes on working, as it does there
 *   once    this one call fails with EIO
 *
 * Standard output and standard error are not counted. The program does not know of any of this.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum mode { OFF, COUNT, KILL, HALF, FULL, ONCE };
/* NOTHING: the call is made as it is. */
enum verdict { NOTHING, FAIL, PARTLY, THEN_DIE };

static enum mode mode = OFF;
static long turn = -1;
static atomic_long calls;

__attribute__((constructor)) static void begin(void) {
  const char *text = getenv("DISTURB");
  if (!text) return;
  if (!strncmp(text, "count", 5)) mode = COUNT;
  if (!strncmp(text, "kill", 4)) mode = KILL;
  if (!strncmp(text, "half", 4)) mode = HALF;
  if (!strncmp(text, "full", 4)) mode = FULL;
  if (!strncmp(text, "once", 4)) mode = ONCE;
  const char *colon = strchr(text, ':');
  if (colon) turn = atol(colon + 1);
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("DISTURB_COUNT");
  if (mode == OFF || !path) return;
  mode = OFF;
  FILE *file = fopen(path, "w");
  if (!file) return;
  fprintf(file, "%ld\n", atomic_load(&calls));
  fclose(file);
}

static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

/* What is to become of the next call; makes_room for one that asks for no space on the disk. */
static enum verdict next(int makes_room) {
  if (mode == OFF) return NOTHING;
  long number = atomic_fetch_add(&calls, 1) + 1;
  switch (mode) {
  case KILL: if (number == turn) die(); break;
  case HALF: if (number == turn) return THEN_DIE; break;
  case FULL:
    if (number < turn || makes_room) break;
    errno = ENOSPC;
    return number == turn ? PARTLY : FAIL;
  case ONCE: if (number == turn) { errno = EIO; return FAIL; } break;
  default: break;
  }
  return NOTHING;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define CALL(makes_room, call)                                  \
  enum verdict verdict = next(makes_room);                      \
  if (verdict == FAIL || verdict == PARTLY) return -1;          \
  int result = (call);                                          \
  if (verdict == THEN_DIE) die();                               \
  return result

ssize_t write(int file, const void *bytes, size_t count) {
  if (file <= 2) return REAL(write)(file, bytes, count);
  switch (next(0)) {
  case FAIL: return -1;
  case PARTLY:
    if (count < 2) { errno = ENOSPC; return -1; }
    return REAL(write)(file, bytes, count / 2);
  case THEN_DIE: REAL(write)(file, bytes, count / 2); die(); return -1;
  default: return REAL(write)(file, bytes, count);
  }
}

static int opened(int (*real)(const char *, int, ...), const char *path, int flags, mode_t mode_bits) {
  if (!(flags & (O_CREAT | O_TRUNC))) return real(path, flags, mode_bits);
  CALL(0, real(path, flags, mode_bits));
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t bits = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(REAL(open), path, flags, bits);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t bits = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(REAL(open64), path, flags, bits);
}

int mkdir(const char *path, mode_t bits) { CALL(0, REAL(mkdir)(path, bits)); }
int rmdir(const char *path) { CALL(1, REAL(rmdir)(path)); }
int unlink(const char *path) { CALL(1, REAL(unlink)(path)); }
int link(const char *path, const char *name) { CALL(0, REAL(link)(path, name)); }
int rename(const char *path, const char *name) { CALL(1, REAL(rename)(path, name)); }
int renameat2(int a, const char *path, int b, const char *name, unsigned flags) {
  CALL(1, REAL(renameat2)(a, path, b, name, flags));
}
int fsync(int file) { CALL(0, REAL(fsync)(file)); }
int syncfs(int file) { CALL(0, REAL(syncfs)(file)); }
int ftruncate(int file, off_t size) { CALL(0, REAL(ftruncate)(file, size)); }
