/* Runs a program and writes down whom it asks: every file it opens, every program it starts, every
 * way to the network it takes, in all its threads and children.
 *
 *   watch LOG PROGRAM ARGUMENT...
 *
 * One line a call in LOG, its parts parted by a byte 1:
 *   open  ASKED  OPENED   the path asked for, and what the kernel opened for it, links followed;
 *                         OPENED is empty where the call failed
 *   exec  PATH            a program was to be started
 *   net   NUMBER          a call of sockets, or of io_uring, which could open one unseen
 *
 * The end status is the program's own; 125 when the machine forbids tracing. The kernel's own view
 * of a call (PTRACE_GET_SYSCALL_INFO, Linux 5.3) is the same on every processor.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TASKS = 4096, FORBIDDEN = 125 };

/* A call that a thread has entered and not left. */
struct task { pid_t id; uint64_t number, arguments[6]; };
static struct task tasks[TASKS];
static FILE *log_file;

static struct task *task_of(pid_t id) {
  struct task *unused = NULL;
  for (int index = 0; index < TASKS; index++) {
    if (tasks[index].id == id) return &tasks[index];
    if (!unused && !tasks[index].id) unused = &tasks[index];
  }
  if (!unused) { fputs("watch: too many threads\n", stderr); exit(FORBIDDEN); }
  unused->id = id;
  return unused;
}

/* A text in the memory of the program; it is cut where memory ends. */
static void text_at(pid_t id, uint64_t address, char *text, size_t size) {
  size_t length = 0;
  while (length + 1 < size) {
    struct iovec here = {text + length, 1}, there = {(void *)(uintptr_t)(address + length), 1};
    if (process_vm_readv(id, &here, 1, &there, 1, 0) != 1 || !text[length]) break;
    length++;
  }
  text[length] = 0;
}

static void link_of(char *target, size_t size, const char *form, pid_t id, int file) {
  char path[64];
  snprintf(path, sizeof path, form, id, file);
  ssize_t length = readlink(path, target, size - 1);
  target[length < 0 ? 0 : length] = 0;
}

static void opened(pid_t id, int folder, uint64_t address, int64_t result) {
  char asked[PATH_MAX], base[PATH_MAX] = "", real[PATH_MAX] = "";
  text_at(id, address, asked, sizeof asked);
  if (asked[0] != '/') {
    if (folder == AT_FDCWD) link_of(base, sizeof base, "/proc/%d/cwd", id, 0);
    else link_of(base, sizeof base, "/proc/%d/fd/%d", id, folder);
    strncat(base, "/", sizeof base - strlen(base) - 1);
  }
  if (result >= 0) link_of(real, sizeof real, "/proc/%d/fd/%d", id, (int)result);
  fprintf(log_file, "open\001%s%s\001%s\n", base, asked, real);
}

static void entered(pid_t id, const struct task *call) {
  char path[PATH_MAX];
  switch (call->number) {
  case SYS_execve: text_at(id, call->arguments[0], path, sizeof path); break;
  case SYS_execveat: text_at(id, call->arguments[1], path, sizeof path); break;
  case SYS_socket: case SYS_socketpair: case SYS_connect: case SYS_bind: case SYS_sendto:
  case SYS_sendmsg: case SYS_sendmmsg: case SYS_io_uring_setup:
    fprintf(log_file, "net\001%lld\n", (long long)call->number);
    return;
  default: return;
  }
  fprintf(log_file, "exec\001%s\n", path);
}

static void left(pid_t id, const struct task *call, int64_t result) {
  const uint64_t *given = call->arguments;
  switch (call->number) {
#ifdef SYS_open
  case SYS_open: opened(id, AT_FDCWD, given[0], result); break;
#endif
#ifdef SYS_creat
  case SYS_creat: opened(id, AT_FDCWD, given[0], result); break;
#endif
  case SYS_openat: case SYS_openat2: opened(id, (int)given[0], given[1], result); break;
  default: break;
  }
}

static void stopped_at_call(pid_t id) {
  struct __ptrace_syscall_info info;
  if (ptrace(PTRACE_GET_SYSCALL_INFO, id, sizeof info, &info) <= 0) return;
  struct task *task = task_of(id);
  if (info.op == PTRACE_SYSCALL_INFO_ENTRY) {
    task->number = info.entry.nr;
    memcpy(task->arguments, info.entry.args, sizeof task->arguments);
    entered(id, task);
  } else if (info.op == PTRACE_SYSCALL_INFO_EXIT) {
    left(id, task, info.exit.rval);
  }
}

int main(int count, char **words) {
  if (count < 3) { fputs("watch: LOG PROGRAM ARGUMENT...\n", stderr); return 64; }
  log_file = fopen(words[1], "we");
  if (!log_file) { perror(words[1]); return FORBIDDEN; }
  pid_t child = fork();
  if (child == 0) {
    if (ptrace(PTRACE_TRACEME, 0, 0, 0) != 0) { perror("watch: ptrace"); _exit(FORBIDDEN); }
    raise(SIGSTOP);
    execv(words[2], words + 2);
    perror(words[2]);
    _exit(127);
  }
  int status;
  if (waitpid(child, &status, 0) != child || !WIFSTOPPED(status)) return FORBIDDEN;
  long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK
    | PTRACE_O_TRACEVFORK | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
  if (ptrace(PTRACE_SETOPTIONS, child, 0, options) != 0) { perror("watch: ptrace"); return FORBIDDEN; }
  ptrace(PTRACE_SYSCALL, child, 0, 0);
  int end = FORBIDDEN;
  for (pid_t id; (id = waitpid(-1, &status, __WALL)) > 0 || errno == EINTR;) {
    if (id <= 0) continue;
    if (WIFEXITED(status) || WIFSIGNALED(status)) {
      if (id == child) end = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      task_of(id)->id = 0;
      continue;
    }
    int signal = WSTOPSIG(status);
    if (signal == (SIGTRAP | 0x80)) {
      stopped_at_call(id);
      signal = 0;
    } else if (status >> 16 || signal == SIGSTOP) {
      /* What the tracer itself brings about: a new thread, a program begun. */
      signal = 0;
    }
    ptrace(PTRACE_SYSCALL, id, 0, signal);
  }
  fclose(log_file);
  return end;
}
