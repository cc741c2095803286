/* The physical limit of filling a template: everything but the filling.
 *
 *     limit WRITER LEVEL THREADS TEMPLATE MAIN_PART FINISHED OUT
 *
 * FINISHED holds ready main parts, each after its length (u32, little endian); workloads.py writes
 * it. For each of them a file is made that has the template's other entries as they are, still
 * compressed, and this part, deflated at the level given. WRITER is `libzip` (an archive in memory, then
 * one write, which is how ThiDua does it) or `plain` (zlib and a writer of a few lines: no library
 * in the way). Prints: documents, seconds of wall time, seconds of CPU time, peak memory in KiB.
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
#include <zip.h>
#include <zlib.h>

enum { MOST_ENTRIES = 64, HEADS = 65536 };

typedef struct {
  const uint8_t *start;
  uint32_t size;
} Bytes;

typedef struct {
  char name[256];
  uint16_t name_size, method;
  uint32_t crc, packed, size;
  const uint8_t *data;
} Entry;

static Bytes template, *parts;
static int part_count, entry_count, main_entry, threads, level;
static Entry entries[MOST_ENTRIES];
static const char *out, *suffix;
static int with_libzip;

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

static uint32_t get(const uint8_t *at, int bytes) {
  uint32_t value = 0;
  for (int i = bytes - 1; i >= 0; i--) value = value << 8 | at[i];
  return value;
}

static uint8_t *put(uint8_t *at, uint32_t value, int bytes) {
  for (int i = 0; i < bytes; i++) *at++ = value >> (8 * i);
  return at;
}

/* The template is ours: no comment at its end, no ZIP64. */
static void read_entries(const char *main_part) {
  const uint8_t *end = template.start + template.size - 22;
  entry_count = get(end + 10, 2);
  const uint8_t *head = template.start + get(end + 16, 4);
  for (int i = 0; i < entry_count; i++) {
    Entry *e = &entries[i];
    e->name_size = get(head + 28, 2);
    memcpy(e->name, head + 46, e->name_size);
    e->method = get(head + 10, 2);
    e->crc = get(head + 16, 4);
    e->packed = get(head + 20, 4);
    e->size = get(head + 24, 4);
    const uint8_t *local = template.start + get(head + 42, 4);
    e->data = local + 30 + get(local + 26, 2) + get(local + 28, 2);
    if (!strcmp(e->name, main_part)) main_entry = i;
    head += 46 + e->name_size + get(head + 30, 2) + get(head + 32, 2);
  }
}

static void write_file(int number, const uint8_t *bytes, size_t size) {
  char path[512];
  snprintf(path, sizeof path, "%s/%06d%s", out, number, suffix);
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0) fail(path);
  for (ssize_t wrote; size > 0; bytes += wrote, size -= wrote) {
    wrote = write(file, bytes, size);
    if (wrote < 0) fail(path);
  }
  close(file);
}

static size_t pack_with_libzip(Bytes part, uint8_t *buffer) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t *from = zip_source_buffer_create(template.start, template.size, 0, &error);
  zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, &error);
  zip_t *source = zip_open_from_source(from, ZIP_RDONLY, &error);
  zip_source_keep(to);
  zip_t *target = zip_open_from_source(to, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (!source || !target) fail("libzip");
  for (int i = 0; i < entry_count; i++) {
    int is_main = i == main_entry;
    zip_source_t *data = is_main ? zip_source_buffer(target, part.start, part.size, 0)
                                 : zip_source_zip(target, source, i, ZIP_FL_COMPRESSED, 0, -1);
    zip_file_add(target, entries[i].name, data, 0);
    int stored = !is_main && entries[i].method == 0;
    zip_set_file_compression(target, i, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, level);
  }
  if (zip_close(target)) fail("zip_close");
  zip_discard(source);
  zip_stat_t status;
  zip_stat_init(&status);
  zip_source_stat(to, &status);
  zip_source_open(to);
  zip_int64_t size = zip_source_read(to, buffer, status.size);
  zip_source_close(to);
  zip_source_free(to);
  return size;
}

static uint8_t *put_sizes(uint8_t *at, const Entry *e) {
  at = put(at, e->method, 2);
  at = put(at, 0x5C210000, 4); /* 01/01/2026 */
  at = put(at, e->crc, 4);
  at = put(at, e->packed, 4);
  at = put(at, e->size, 4);
  return put(at, e->name_size, 2);
}

static size_t pack_plainly(Bytes part, uint8_t *buffer, z_stream *deflater, uint8_t *packed,
                           size_t room) {
  deflateReset(deflater);
  deflater->next_in = (uint8_t *)part.start;
  deflater->avail_in = part.size;
  deflater->next_out = packed;
  deflater->avail_out = room;
  if (deflate(deflater, Z_FINISH) != Z_STREAM_END) fail("deflate");
  uint32_t starts[MOST_ENTRIES];
  uint8_t *at = buffer;
  Entry fresh = entries[main_entry];
  fresh.method = 8;
  fresh.crc = crc32(0, part.start, part.size);
  fresh.packed = deflater->total_out;
  fresh.size = part.size;
  fresh.data = packed;
  for (int i = 0; i < entry_count; i++) {
    const Entry *e = i == main_entry ? &fresh : &entries[i];
    starts[i] = at - buffer;
    at = put(put(put(at, 0x04034b50, 4), 20, 2), 0, 2);
    at = put(put_sizes(at, e), 0, 2);
    memcpy(at, e->name, e->name_size);
    memcpy(at + e->name_size, e->data, e->packed);
    at += e->name_size + e->packed;
  }
  uint8_t *directory = at;
  for (int i = 0; i < entry_count; i++) {
    const Entry *e = i == main_entry ? &fresh : &entries[i];
    at = put(put(put(put(at, 0x02014b50, 4), 20, 2), 20, 2), 0, 2);
    at = put_sizes(at, e);
    memset(at, 0, 12);
    at = put(at + 12, starts[i], 4);
    memcpy(at, e->name, e->name_size);
    at += e->name_size;
  }
  uint32_t length = at - directory;
  at = put(put(at, 0x06054b50, 4), 0, 4);
  at = put(put(at, entry_count, 2), entry_count, 2);
  at = put(put(put(at, length, 4), directory - buffer, 4), 0, 2);
  return at - buffer;
}

static void *work(void *first) {
  size_t largest = 0;
  for (int i = 0; i < part_count; i++)
    if (parts[i].size > largest) largest = parts[i].size;
  size_t room = largest + largest / 8 + HEADS;
  uint8_t *packed = malloc(room), *buffer = malloc(room + template.size);
  z_stream deflater = {0};
  deflateInit2(&deflater, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
  for (int i = (int)(intptr_t)first; i < part_count; i += threads) {
    size_t size = with_libzip ? pack_with_libzip(parts[i], buffer)
                              : pack_plainly(parts[i], buffer, &deflater, packed, room);
    write_file(i, buffer, size);
  }
  return NULL;
}

int main(int count, char **words) {
  if (count != 8) {
    fputs("limit libzip|plain LEVEL THREADS TEMPLATE MAIN_PART FINISHED OUT\n", stderr);
    return 2;
  }
  with_libzip = !strcmp(words[1], "libzip");
  level = atoi(words[2]);
  threads = atoi(words[3]);
  template = read_file(words[4]);
  suffix = strrchr(words[4], '.');
  read_entries(words[5]);
  Bytes all = read_file(words[6]);
  out = words[7];
  mkdir(out, 0755);
  parts = malloc(sizeof *parts * (all.size / 64 + 1));
  for (uint32_t at = 0; at + 4 <= all.size; at += 4 + parts[part_count++].size)
    parts[part_count] = (Bytes){all.start + at + 4, get(all.start + at, 4)};

  struct timespec before, after;
  pthread_t running[64];
  clock_gettime(CLOCK_MONOTONIC, &before);
  for (intptr_t i = 0; i < threads; i++) pthread_create(&running[i], 0, work, (void *)i);
  for (int i = 0; i < threads; i++) pthread_join(running[i], 0);
  clock_gettime(CLOCK_MONOTONIC, &after);
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  printf("%d %.4f %.4f %ld\n", part_count,
         after.tv_sec - before.tv_sec + (after.tv_nsec - before.tv_nsec) / 1e9,
         used.ru_utime.tv_sec + used.ru_stime.tv_sec
             + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6,
         used.ru_maxrss);
  return 0;
}
