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
#include "../limit.h"
#include <zip.h>

enum { MOST_ENTRIES = 64, HEADS = 65536 };

static Bytes template, suffix, *parts;
static uint32_t part_count, entry_count, main_entry, threads, level;
static Entry entries[MOST_ENTRIES];
static char names[MOST_ENTRIES][256];
static const char *out;
static int with_libzip;

/* The template is ours: no comment at its end, no ZIP64. */
static void read_entries(const char *main_part) {
  const uint8_t *end = template.start + template.size - 22;
  entry_count = get(end + 10, 2);
  const uint8_t *head = template.start + get(end + 16, 4);
  for (uint32_t i = 0; i < entry_count; i++) {
    Entry *e = &entries[i];
    e->name = head + 46;
    e->name_size = get(head + 28, 2);
    memcpy(names[i], e->name, e->name_size);
    e->method = get(head + 10, 2);
    e->crc = get(head + 16, 4);
    e->packed = get(head + 20, 4);
    e->size = get(head + 24, 4);
    const uint8_t *local = template.start + get(head + 42, 4);
    e->data = local + 30 + get(local + 26, 2) + get(local + 28, 2);
    if (!strcmp(names[i], main_part)) main_entry = i;
    head += 46 + e->name_size + get(head + 30, 2) + get(head + 32, 2);
  }
}

static Bytes pack_with_libzip(Bytes part, uint8_t *buffer) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t *from = zip_source_buffer_create(template.start, template.size, 0, &error);
  zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, &error);
  zip_t *source = zip_open_from_source(from, ZIP_RDONLY, &error);
  zip_source_keep(to);
  zip_t *target = zip_open_from_source(to, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (!source || !target) fail("libzip");
  for (uint32_t i = 0; i < entry_count; i++) {
    int is_main = i == main_entry;
    zip_source_t *data = is_main ? zip_source_buffer(target, part.start, part.size, 0)
                                 : zip_source_zip(target, source, i, ZIP_FL_COMPRESSED, 0, -1);
    zip_file_add(target, names[i], data, 0);
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
  return (Bytes){buffer, size};
}

static Bytes pack_plainly(Bytes part, uint8_t *buffer, z_stream *deflater, uint8_t *packed) {
  Entry filled[MOST_ENTRIES];
  memcpy(filled, entries, sizeof entries);
  deflate_into(&filled[main_entry], part, deflater, packed);
  return archive(filled, entry_count, buffer);
}

static void *work(void *first) {
  size_t largest = 0;
  for (uint32_t i = 0; i < part_count; i++)
    if (parts[i].size > largest) largest = parts[i].size;
  size_t room = deflated_room(largest) + HEADS;
  uint8_t *packed = malloc(room), *buffer = malloc(room + template.size);
  z_stream deflater;
  begin_deflater(&deflater, level);
  for (uint32_t i = (uintptr_t)first; i < part_count; i += threads) {
    Bytes package = with_libzip ? pack_with_libzip(parts[i], buffer)
                                : pack_plainly(parts[i], buffer, &deflater, packed);
    write_file(out, i, suffix, package);
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
  const char *stop = strrchr(words[4], '.');
  suffix = (Bytes){(const uint8_t *)stop, strlen(stop)};
  read_entries(words[5]);
  Bytes all = read_file(words[6]);
  out = words[7];
  mkdir(out, 0755);
  parts = malloc(sizeof *parts * (all.size / 64 + 1));
  for (uint32_t at = 0; at + 4 <= all.size; at += 4 + parts[part_count++].size)
    parts[part_count] = (Bytes){all.start + at + 4, get(all.start + at, 4)};
  Took took = run_together(threads, work);
  printf("%u %.4f %.4f %ld\n", part_count, took.wall, took.cpu, took.peak);
  return 0;
}
