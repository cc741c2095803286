/* The physical limit of a run: the packages it wrote, deflated and written again, and nothing else.
 *
 *     limit LEVEL THREADS COUNT RECIPE OUT
 *
 * RECIPE is made by run.py of the documents that a run wrote. It holds entries, each either ready
 * XML, which is deflated anew for each package at the level given, or as it is copied out of a
 * template; then packages, each a list of entries. COUNT packages are written, from the first on
 * and around again. With zlib and a ZIP writer of a few lines: no library is in the way. All numbers
 * are little endian. Prints: packages, seconds of wall time, seconds of CPU time, bytes written.
 */
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
  const uint8_t *name, *data;
  uint32_t name_size, is_ready, method, crc, packed, size;
} Entry;

typedef struct {
  const uint8_t *suffix, *entries;
  uint32_t suffix_size, count;
} Package;

static Entry *entries;
static Package *packages;
static uint32_t entry_count, package_count, wanted, threads, level;
static size_t largest_part, largest_package;
static const char *out;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static uint32_t get(const uint8_t *at, int bytes) {
  uint32_t value = 0;
  for (int i = bytes - 1; i >= 0; i--) value = value << 8 | at[i];
  return value;
}

static uint32_t take(const uint8_t **at) {
  uint32_t value = get(*at, 4);
  *at += 4;
  return value;
}

static const uint8_t *take_bytes(const uint8_t **at, uint32_t *size) {
  *size = take(at);
  const uint8_t *bytes = *at;
  *at += *size;
  return bytes;
}

static uint8_t *put(uint8_t *at, uint32_t value, int bytes) {
  for (int i = 0; i < bytes; i++) *at++ = value >> (8 * i);
  return at;
}

static void read_recipe(const char *path) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) fail(path);
  uint8_t *bytes = malloc(status.st_size + 1);
  for (ssize_t have = 0, got; have < status.st_size; have += got) {
    got = read(file, bytes + have, status.st_size - have);
    if (got <= 0) fail(path);
  }
  close(file);
  const uint8_t *at = bytes;
  entries = malloc(sizeof *entries * (entry_count = take(&at)));
  for (uint32_t i = 0; i < entry_count; i++) {
    Entry *e = &entries[i];
    e->name = take_bytes(&at, &e->name_size);
    e->is_ready = take(&at);
    e->method = take(&at);
    e->crc = take(&at);
    e->size = take(&at);
    e->data = take_bytes(&at, &e->packed);
    if (e->packed > largest_part) largest_part = e->packed;
  }
  packages = malloc(sizeof *packages * (package_count = take(&at)));
  for (uint32_t i = 0; i < package_count; i++) {
    Package *p = &packages[i];
    p->suffix = take_bytes(&at, &p->suffix_size);
    p->count = take(&at);
    p->entries = at;
    at += 4 * p->count;
    size_t size = 64;
    for (uint32_t k = 0; k < p->count; k++) {
      const Entry *e = &entries[get(p->entries + 4 * k, 4)];
      size += 128 + 2 * e->name_size + e->packed + e->packed / 8;
    }
    if (size > largest_package) largest_package = size;
  }
}

static uint8_t *put_sizes(uint8_t *at, const Entry *e) {
  at = put(at, e->method, 2);
  at = put(at, 0x5C210000, 4); /* 01/01/2026 */
  at = put(at, e->crc, 4);
  at = put(at, e->packed, 4);
  at = put(at, e->size, 4);
  return put(at, e->name_size, 2);
}

static size_t pack(const Package *p, uint8_t *buffer, z_stream *deflater, uint8_t *packed) {
  Entry fresh[p->count];
  uint32_t starts[p->count];
  uint8_t *at = buffer;
  for (uint32_t i = 0; i < p->count; i++) {
    Entry *e = &fresh[i];
    *e = entries[get(p->entries + 4 * i, 4)];
    if (e->is_ready) {
      deflateReset(deflater);
      deflater->next_in = (uint8_t *)e->data;
      deflater->avail_in = e->size;
      deflater->next_out = packed;
      deflater->avail_out = largest_part + largest_part / 8 + 64;
      if (deflate(deflater, Z_FINISH) != Z_STREAM_END) fail("deflate");
      e->crc = crc32(0, e->data, e->size);
      e->packed = deflater->total_out;
      e->method = 8;
      e->data = packed;
    }
    starts[i] = at - buffer;
    at = put(put(put(at, 0x04034b50, 4), 20, 2), 0, 2);
    at = put(put_sizes(at, e), 0, 2);
    memcpy(at, e->name, e->name_size);
    memcpy(at + e->name_size, e->data, e->packed);
    at += e->name_size + e->packed;
  }
  uint8_t *directory = at;
  for (uint32_t i = 0; i < p->count; i++) {
    at = put(put(put(put(at, 0x02014b50, 4), 20, 2), 20, 2), 0, 2);
    at = put_sizes(at, &fresh[i]);
    memset(at, 0, 12);
    at = put(at + 12, starts[i], 4);
    memcpy(at, fresh[i].name, fresh[i].name_size);
    at += fresh[i].name_size;
  }
  uint32_t length = at - directory;
  at = put(put(at, 0x06054b50, 4), 0, 4);
  at = put(put(at, p->count, 2), p->count, 2);
  at = put(put(put(at, length, 4), directory - buffer, 4), 0, 2);
  return at - buffer;
}

static void write_file(uint32_t number, const Package *p, const uint8_t *bytes, size_t size) {
  char path[512];
  snprintf(path, sizeof path, "%s/%06u%.*s", out, number, (int)p->suffix_size, p->suffix);
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0644);
  if (file < 0) fail(path);
  for (ssize_t wrote; size > 0; bytes += wrote, size -= wrote) {
    wrote = write(file, bytes, size);
    if (wrote < 0) fail(path);
  }
  close(file);
}

typedef struct {
  uint32_t first;
  uint64_t bytes;
} Share;

static void *work(void *given) {
  Share *share = given;
  uint8_t *packed = malloc(largest_part + largest_part / 8 + 64);
  uint8_t *buffer = malloc(largest_package);
  z_stream deflater = {0};
  deflateInit2(&deflater, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
  for (uint32_t i = share->first; i < wanted; i += threads) {
    const Package *p = &packages[i % package_count];
    size_t size = pack(p, buffer, &deflater, packed);
    write_file(i, p, buffer, size);
    share->bytes += size;
  }
  return NULL;
}

int main(int count, char **words) {
  if (count != 6) {
    fputs("limit LEVEL THREADS COUNT RECIPE OUT\n", stderr);
    return 2;
  }
  level = atoi(words[1]);
  threads = atoi(words[2]);
  wanted = atoi(words[3]);
  read_recipe(words[4]);
  out = words[5];
  mkdir(out, 0755);
  struct timespec before, after;
  struct rusage used, start;
  pthread_t running[64];
  Share shares[64] = {{0}};
  getrusage(RUSAGE_SELF, &start);
  clock_gettime(CLOCK_MONOTONIC, &before);
  for (uint32_t i = 0; i < threads && i < 64; i++) {
    shares[i].first = i;
    pthread_create(&running[i], 0, work, &shares[i]);
  }
  uint64_t bytes = 0;
  for (uint32_t i = 0; i < threads && i < 64; i++) {
    pthread_join(running[i], 0);
    bytes += shares[i].bytes;
  }
  clock_gettime(CLOCK_MONOTONIC, &after);
  getrusage(RUSAGE_SELF, &used);
#define SECONDS(field) \
  (used.field.tv_sec - start.field.tv_sec + (used.field.tv_usec - start.field.tv_usec) / 1e6)
  printf("%u %.4f %.4f %llu\n", wanted,
         after.tv_sec - before.tv_sec + (after.tv_nsec - before.tv_nsec) / 1e9,
         SECONDS(ru_utime) + SECONDS(ru_stime), (unsigned long long)bytes);
  return 0;
}
