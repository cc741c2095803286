/* What the two limits in C share: files, little-endian numbers, and a ZIP writer of a few lines. */
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

typedef struct {
  const uint8_t *start;
  uint32_t size;
} Bytes;

/* An entry as it stands in an archive. */
typedef struct {
  const uint8_t *name, *data;
  uint32_t name_size, method, crc, packed, size;
} Entry;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static Bytes read_file(const char *path) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) fail(path);
  uint8_t *bytes = malloc(status.st_size + 1);
  for (ssize_t have = 0, got; have < status.st_size; have += got) {
    got = read(file, bytes + have, status.st_size - have);
    if (got <= 0) fail(path);
  }
  close(file);
  return (Bytes){bytes, status.st_size};
}

/* Writes the file of this number in a folder; the suffix has its full stop. */
static void write_file(const char *folder, uint32_t number, Bytes suffix, Bytes bytes) {
  char path[512];
  snprintf(path, sizeof path, "%s/%06u%.*s", folder, number, (int)suffix.size, suffix.start);
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0) fail(path);
  for (ssize_t wrote; bytes.size > 0; bytes.start += wrote, bytes.size -= wrote) {
    wrote = write(file, bytes.start, bytes.size);
    if (wrote < 0) fail(path);
  }
  close(file);
}

static uint32_t get(const uint8_t *at, int bytes) {
  uint32_t value = 0;
  for (int i = bytes - 1; i >= 0; i--) value = value << 8 | at[i];
  return value;
}

static uint8_t *put(uint8_t *at, uint32_t value, int bytes) {
  for (int i = 0; i < bytes; i++) *at++ = value >> (8 * i);
  return at;
}

/* zlib keeps the address of the stream. */
static void begin_deflater(z_stream *deflater, int level) {
  memset(deflater, 0, sizeof *deflater);
  if (deflateInit2(deflater, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY)) fail("deflateInit2");
}

/* How much room a part of this size needs when it is deflated. */
static size_t deflated_room(size_t size) { return size + size / 8 + 64; }

/* An entry's data become a part, deflated anew into `packed`, which has room for it. */
static void deflate_into(Entry *entry, Bytes part, z_stream *deflater, uint8_t *packed) {
  deflateReset(deflater);
  deflater->next_in = (uint8_t *)part.start;
  deflater->avail_in = part.size;
  deflater->next_out = packed;
  deflater->avail_out = deflated_room(part.size);
  if (deflate(deflater, Z_FINISH) != Z_STREAM_END) fail("deflate");
  entry->method = 8;
  entry->crc = crc32(0, part.start, part.size);
  entry->packed = deflater->total_out;
  entry->size = part.size;
  entry->data = packed;
}

static uint8_t *put_sizes(uint8_t *at, const Entry *e) {
  at = put(at, e->method, 2);
  at = put(at, 0x5C210000, 4); /* 01/01/2026 */
  at = put(at, e->crc, 4);
  at = put(at, e->packed, 4);
  at = put(at, e->size, 4);
  return put(at, e->name_size, 2);
}

/* Writes an archive of these entries into a buffer that has room for it. */
static Bytes archive(const Entry *entries, uint32_t count, uint8_t *buffer) {
  uint32_t starts[count];
  uint8_t *at = buffer;
  for (uint32_t i = 0; i < count; i++) {
    const Entry *e = &entries[i];
    starts[i] = at - buffer;
    at = put(put(put(at, 0x04034b50, 4), 20, 2), 0, 2);
    at = put(put_sizes(at, e), 0, 2);
    memcpy(at, e->name, e->name_size);
    memcpy(at + e->name_size, e->data, e->packed);
    at += e->name_size + e->packed;
  }
  uint8_t *directory = at;
  for (uint32_t i = 0; i < count; i++) {
    at = put(put(put(put(at, 0x02014b50, 4), 20, 2), 20, 2), 0, 2);
    at = put_sizes(at, &entries[i]);
    memset(at, 0, 12);
    at = put(at + 12, starts[i], 4);
    memcpy(at, entries[i].name, entries[i].name_size);
    at += entries[i].name_size;
  }
  uint32_t length = at - directory;
  at = put(put(at, 0x06054b50, 4), 0, 4);
  at = put(put(at, count, 2), count, 2);
  at = put(put(put(at, length, 4), directory - buffer, 4), 0, 2);
  return (Bytes){buffer, at - buffer};
}

typedef struct {
  double wall, cpu;
  long peak; /* KiB */
} Took;

static double cpu_seconds(const struct rusage *used) {
  return used->ru_utime.tv_sec + used->ru_stime.tv_sec
         + (used->ru_utime.tv_usec + used->ru_stime.tv_usec) / 1e6;
}

/* Runs `work(0)` to `work(threads - 1)` together, at most 64; says how long that took. */
static Took run_together(uint32_t threads, void *(*work)(void *)) {
  struct timespec before, after;
  struct rusage start, used;
  pthread_t running[64];
  if (threads > 64) threads = 64;
  getrusage(RUSAGE_SELF, &start);
  clock_gettime(CLOCK_MONOTONIC, &before);
  for (uintptr_t i = 0; i < threads; i++) pthread_create(&running[i], 0, work, (void *)i);
  for (uint32_t i = 0; i < threads; i++) pthread_join(running[i], 0);
  clock_gettime(CLOCK_MONOTONIC, &after);
  getrusage(RUSAGE_SELF, &used);
  return (Took){after.tv_sec - before.tv_sec + (after.tv_nsec - before.tv_nsec) / 1e9,
                cpu_seconds(&used) - cpu_seconds(&start), used.ru_maxrss};
}
