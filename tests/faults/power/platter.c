/*
 * A disk that forgets what was not flushed. Preloaded into a process, it keeps a copy ("platter") of every file under
 * PLATTER_ROOT, refreshed only when the process flushes that file. After a kill, putting the copies back is what a
 * power cut would have left. With PLATTER_FAIL_SYNC or PLATTER_FAIL_WRITE (chances out of 10000) flushing or writing
 * below the root fails with EIO for as long as the file PLATTER_FAIL_WHEN is there. With PLATTER_DIE_AT the process is
 * killed right before so many calls that change something below the root.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef int (*sync_fn)(int);
typedef ssize_t (*pwrite_fn)(int, const void *, size_t, off_t);

static const char *under_root(int fd, char *path, size_t size) {
  const char *root = getenv("PLATTER_ROOT");
  char link[64];
  if (root == NULL) return NULL;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, size - 1);
  if (length <= 0) return NULL;
  path[length] = '\0';
  size_t root_length = strlen(root);
  if (strncmp(path, root, root_length) != 0 || path[root_length] != '/') return NULL;
  return path + root_length + 1;
}

static int rename_real(const char *from, const char *to) {
  return ((int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename"))(from, to);
}

static int link_real(const char *from, const char *to) {
  return ((int (*)(const char *, const char *))dlsym(RTLD_NEXT, "link"))(from, to);
}

static int drawn(const char *name) {
  const char *chance = getenv(name);
  static unsigned int seed = 0;
  const char *when = getenv("PLATTER_FAIL_WHEN");
  if (chance == NULL || when == NULL || access(when, F_OK) != 0) return 0;
  if (seed == 0) seed = (unsigned int)getpid() | 1u;
  return rand_r(&seed) % 10000 < atoi(chance);
}

/* Counts a call that changes something; the one it is told to die at is never made. */
static void count_change(void) {
  static int changes = 0;
  const char *at = getenv("PLATTER_DIE_AT");
  if (at == NULL) return;
  changes += 1;
  if (changes == atoi(at)) kill(getpid(), SIGKILL);
}

static int is_below_root(const char *path) {
  const char *root = getenv("PLATTER_ROOT");
  if (root == NULL) return 0;
  size_t length = strlen(root);
  return strncmp(path, root, length) == 0 && path[length] == '/';
}

static int copy_name(char *copy, size_t size, const char *path) {
  const char *target = getenv("PLATTER_DIR");
  if (target == NULL || !is_below_root(path)) return 0;
  size_t root_length = strlen(getenv("PLATTER_ROOT"));
  int prefix = snprintf(copy, size, "%s/", target);
  snprintf(copy + prefix, size - (size_t)prefix, "%s", path + root_length + 1);
  for (char *at = copy + prefix; *at != '\0'; at += 1)
    if (*at == '/') *at = '%';
  return 1;
}

static void keep(int fd) {
  char path[4096], copy[4096], part[4200];
  struct stat info;
  if (under_root(fd, path, sizeof path) == NULL || !copy_name(copy, sizeof copy, path)) return;
  if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) return;
  snprintf(part, sizeof part, "%s.part", copy);
  int from = open(path, O_RDONLY | O_CLOEXEC);
  int to = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (from < 0 || to < 0) abort();
  static char buffer[1 << 16];
  for (ssize_t got; (got = read(from, buffer, sizeof buffer)) > 0;)
    if (write(to, buffer, (size_t)got) != got) abort();
  close(from);
  close(to);
  rename_real(part, copy);
}

/* A new name of a flushed file is taken as durable with the content it had when it was flushed. */
static void keep_name(const char *from, const char *to, int moved) {
  char old_copy[4096], new_copy[4096];
  if (!copy_name(old_copy, sizeof old_copy, from) || !copy_name(new_copy, sizeof new_copy, to)) return;
  if (moved) rename_real(old_copy, new_copy);
  else if (link_real(old_copy, new_copy) != 0) return;
}

int rename(const char *from, const char *to) {
  if (is_below_root(to)) count_change();
  int result = rename_real(from, to);
  if (result == 0) keep_name(from, to, 1);
  return result;
}

int link(const char *from, const char *to) {
  int result = link_real(from, to);
  if (result == 0) keep_name(from, to, 0);
  return result;
}

int unlink(const char *path) {
  if (is_below_root(path)) count_change();
  return ((int (*)(const char *))dlsym(RTLD_NEXT, "unlink"))(path);
}

static int truncate_with(const char *name, int fd, off_t size) {
  char path[4096];
  if (under_root(fd, path, sizeof path) != NULL) count_change();
  return ((int (*)(int, off_t))dlsym(RTLD_NEXT, name))(fd, size);
}

int ftruncate(int fd, off_t size) { return truncate_with("ftruncate", fd, size); }
int ftruncate64(int fd, off_t size) { return truncate_with("ftruncate64", fd, size); }

static int flush_with(const char *name, int fd) {
  char path[4096];
  sync_fn real = (sync_fn)dlsym(RTLD_NEXT, name);
  int ours = under_root(fd, path, sizeof path) != NULL;
  if (ours) count_change();
  if (ours && drawn("PLATTER_FAIL_SYNC")) {
    errno = EIO;
    return -1;
  }
  int result = real(fd);
  if (result == 0) keep(fd);
  return result;
}

int fsync(int fd) { return flush_with("fsync", fd); }
int fdatasync(int fd) { return flush_with("fdatasync", fd); }

static ssize_t write_with(const char *name, int fd, const void *bytes, size_t size, off_t at) {
  char path[4096];
  pwrite_fn real = (pwrite_fn)dlsym(RTLD_NEXT, name);
  int ours = under_root(fd, path, sizeof path) != NULL;
  if (ours) count_change();
  if (ours && drawn("PLATTER_FAIL_WRITE")) {
    errno = EIO;
    return -1;
  }
  return real(fd, bytes, size, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return write_with("pwrite", fd, bytes, size, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t size, off_t at) {
  return write_with("pwrite64", fd, bytes, size, at);
}
