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
#include "../limit.h"

typedef struct {
  Entry entry;
  uint32_t is_ready;
} Part;

typedef struct {
  Bytes suffix;
  const uint8_t *parts;
  uint32_t count;
} Package;

static Part *parts;
static Package *packages;
static uint32_t part_count, package_count, wanted, threads, level;
static size_t largest_part, largest_package;
static const char *out;
static uint64_t bytes_of[64];

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

static void read_recipe(const char *path) {
  const uint8_t *at = read_file(path).start;
  parts = malloc(sizeof *parts * (part_count = take(&at)));
  for (uint32_t i = 0; i < part_count; i++) {
    Entry *e = &parts[i].entry;
    e->name = take_bytes(&at, &e->name_size);
    parts[i].is_ready = take(&at);
    e->method = take(&at);
    e->crc = take(&at);
    e->size = take(&at);
    e->data = take_bytes(&at, &e->packed);
    if (e->packed > largest_part) largest_part = e->packed;
  }
  packages = malloc(sizeof *packages * (package_count = take(&at)));
  for (uint32_t i = 0; i < package_count; i++) {
    Package *p = &packages[i];
    p->suffix.start = take_bytes(&at, &p->suffix.size);
    p->count = take(&at);
    p->parts = at;
    at += 4 * p->count;
    size_t size = 64;
    for (uint32_t k = 0; k < p->count; k++) {
      const Entry *e = &parts[get(p->parts + 4 * k, 4)].entry;
      size += 128 + 2 * e->name_size + e->packed + e->packed / 8;
    }
    if (size > largest_package) largest_package = size;
  }
}

static Bytes pack(const Package *p, uint8_t *buffer, z_stream *deflater, uint8_t *packed) {
  Entry entries[p->count];
  for (uint32_t i = 0; i < p->count; i++) {
    const Part *part = &parts[get(p->parts + 4 * i, 4)];
    entries[i] = part->entry;
    if (!part->is_ready) continue;
    deflate_into(&entries[i], (Bytes){part->entry.data, part->entry.size}, deflater, packed);
    packed += entries[i].packed;
  }
  return archive(entries, p->count, buffer);
}

static void *work(void *first) {
  uint8_t *packed = malloc(largest_package + deflated_room(largest_part));
  uint8_t *buffer = malloc(largest_package);
  z_stream deflater;
  begin_deflater(&deflater, level);
  for (uint32_t i = (uintptr_t)first; i < wanted; i += threads) {
    const Package *p = &packages[i % package_count];
    Bytes package = pack(p, buffer, &deflater, packed);
    write_file(out, i, p->suffix, package);
    bytes_of[(uintptr_t)first] += package.size;
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
  Took took = run_together(threads, work);
  uint64_t bytes = 0;
  for (uint32_t i = 0; i < 64; i++) bytes += bytes_of[i];
  printf("%u %.4f %.4f %llu\n", wanted, took.wall, took.cpu, (unsigned long long)bytes);
  return 0;
}
