// Makes the disk fail under a program that knows nothing of it, so that fault_matrix.py can try every moment at which a
// writer may be interrupted. Loaded with LD_PRELOAD, it stands between the program and the calls of libc that change
// files or sync them, numbers those that go to a watched directory from 1, and does to one of them what it was told.
//
//   FAULT_ROOT     the watched directory: absolute, without symbolic links
//   FAULT_MODE     count     nothing fails
//                  kill      the process dies before call FAULT_CALL takes effect
//                  fail      call FAULT_CALL fails with FAULT_ERROR and has no effect
//                  fill      the same, and each later one that needs room on the disk: a full disk stays full
//                  short     call FAULT_CALL, a write, takes half of its bytes and says so
//   FAULT_CALL     number of a call
//   FAULT_ERROR    ENOSPC or EIO
//   FAULT_LOG      a line `number TAB name TAB path` for each call (mode count) or for the first one that a fault hit
//   FAULT_JOURNAL  what each call changed, for the driver to make again; its grammar stands at journal()
//
// Which file a descriptor belongs to is asked of the kernel (/proc/self/fd) at each call: a table of our own would not
// see the descriptors that libc closes inside itself. A file that is opened for reading only is no call that counts,
// but syncing it is. A file opened with O_CREAT that is not there yet counts as `create`: unlike opening, it needs
// room.
#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { kCount, kKill, kFail, kFill, kShort };

static const char* root;
static size_t root_length;
static enum mode mode;
static long fault_call;
static int fault_error;
static int log_file = -1;
static int journal_file = -1;
static long calls;
static pid_t watched_process;  // a child that Xapian forks to hold a lock is none of ours
// Descriptors to which the failed write-back of a file is still to be reported, see fail_sync().
enum { kMostDescriptors = 1024 };
static char owes_error[kMostDescriptors];
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

typedef char path_text[2 * PATH_MAX];

// Makes the function pointer at `place` the function that `name` would be without us. ISO C has no cast for that.
static void look_up(const char* name, void* place) {
  void* function = dlsym(RTLD_NEXT, name);
  if (function == NULL) abort();
  memcpy(place, &function, sizeof function);
}

// Declares call_real, looked up once.
#define REAL(result, name, ...)            \
  static result (*call_real)(__VA_ARGS__); \
  if (call_real == NULL) look_up(name, &call_real)

static ssize_t real_write(int file, const void* bytes, size_t length) {
  REAL(ssize_t, "write", int, const void*, size_t);
  return call_real(file, bytes, length);
}

static int open_ours(const char* variable) {
  const char* path = getenv(variable);
  if (path == NULL) return -1;
  REAL(int, "open", const char*, int, ...);
  const int file = call_real(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (file < 0) abort();
  return file;
}

__attribute__((constructor)) static void read_environment(void) {
  static const char* const kModes[] = {"count", "kill", "fail", "fill", "short"};
  const char* given = getenv("FAULT_MODE");
  const char* directory = getenv("FAULT_ROOT");
  if (given == NULL || directory == NULL) return;
  int found = 0;
  while (found <= kShort && strcmp(given, kModes[found]) != 0) ++found;
  if (found > kShort) abort();
  mode = (enum mode)found;
  const char* number = getenv("FAULT_CALL");
  fault_call = number == NULL ? 0 : strtol(number, NULL, 10);
  const char* error = getenv("FAULT_ERROR");
  fault_error = error != NULL && strcmp(error, "ENOSPC") == 0 ? ENOSPC : EIO;
  log_file = open_ours("FAULT_LOG");
  journal_file = open_ours("FAULT_JOURNAL");
  watched_process = getpid();
  root_length = strlen(directory);
  root = directory;
}

static int is_watched(const char* path) {
  return root != NULL && getpid() == watched_process && strncmp(path, root, root_length) == 0 &&
         (path[root_length] == '/' || path[root_length] == '\0');
}

// Writes the path of an open file into `path`; false if it is none below the watched directory.
static int find_open_file(int file, path_text path) {
  if (root == NULL) return 0;
  const int saved = errno;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = readlink(link, path, sizeof(path_text) - 1);
  errno = saved;
  if (length < 0) return 0;
  path[length] = '\0';
  return is_watched(path);
}

// The same for a name that is given to a call.
static int find_named_file(int directory, const char* name, path_text path) {
  if (root == NULL || name == NULL || name[0] == '\0') return 0;
  const int saved = errno;
  if (name[0] == '/') {
    snprintf(path, sizeof(path_text), "%s", name);
  } else {
    path_text above;
    if (directory == AT_FDCWD) {
      if (getcwd(above, sizeof above) == NULL) return 0;
    } else if (!find_open_file(directory, above)) {
      errno = saved;
      return 0;
    }
    const char* rest = strncmp(name, "./", 2) == 0 ? name + 2 : name;
    const size_t length = strlen(above);
    memcpy(path, above, length);
    snprintf(path + length, sizeof(path_text) - length, "/%s", rest);
  }
  for (size_t length = strlen(path); length > 1 && path[length - 1] == '/'; --length) path[length - 1] = '\0';
  errno = saved;
  return is_watched(path);
}

static void log_call(const char* name, const char* path) {
  if (log_file < 0) return;
  char line[sizeof(path_text) + 64];
  const int length = snprintf(line, sizeof line, "%ld\t%s\t%s\n", calls, name, path);
  if (real_write(log_file, line, (size_t)length) != length) abort();
}

static int needs_room(const char* name) {
  static const char* const kNeed[] = {"create", "write",    "pwrite",    "writev", "copy_file_range",
                                      "rename", "renameat", "renameat2", "fsync",  "fdatasync",
                                      "mkdir",  "mkdirat",  "link"};
  for (size_t i = 0; i < sizeof kNeed / sizeof *kNeed; ++i)
    if (strcmp(kNeed[i], name) == 0) return 1;
  return 0;
}

// Numbers a call and does to it what was told. 0: let it pass; else errno is set and the call has failed. Until
// leave_call() no other thread gets in, so that calls take effect in the order of their numbers.
static int enter_call(const char* name, const char* path) {
  pthread_mutex_lock(&mutex);
  const int saved = errno;
  ++calls;
  const int is_fault = calls == fault_call && mode != kCount;
  if (is_fault || mode == kCount) log_call(name, path);
  if (is_fault && mode == kKill) kill(getpid(), SIGKILL);
  errno = saved;
  if ((is_fault && (mode == kFail || mode == kFill)) || (mode == kFill && calls > fault_call && needs_room(name)))
    errno = fault_error;
  else
    return 0;
  pthread_mutex_unlock(&mutex);
  return -1;
}

static void leave_call(void) { pthread_mutex_unlock(&mutex); }

// Of the bytes of a write, how many it may take.
static size_t allowed(size_t length) {
  return mode == kShort && calls == fault_call && length > 1 ? length / 2 : length;
}

// entry := number " " what " " path-bytes " " other-bytes " " offset " " data-bytes "\n" path other data
//
//   create PATH            a new empty file                  write PATH at OFFSET     DATA
//   mkdir PATH             a new empty directory             resize PATH              to OFFSET bytes
//   remove PATH            a file or an empty directory      sync PATH                a file or a directory
//   rename PATH OTHER      replaces OTHER                    link PATH OTHER
static void journal(const char* what, const char* path, const char* other, off_t offset, const void* data,
                    size_t bytes) {
  if (journal_file < 0) return;
  const int saved = errno;
  char head[128];
  const int length = snprintf(head, sizeof head, "%ld %s %zu %zu %lld %zu\n", calls, what, strlen(path), strlen(other),
                              (long long)offset, bytes);
  if (real_write(journal_file, head, (size_t)length) != length ||
      real_write(journal_file, path, strlen(path)) != (ssize_t)strlen(path) ||
      real_write(journal_file, other, strlen(other)) != (ssize_t)strlen(other) ||
      real_write(journal_file, data, bytes) != (ssize_t)bytes)
    abort();
  errno = saved;
}

static void journal_change(const char* what, const char* path) { journal(what, path, "", 0, "", 0); }

// ---------------------------------------------------------------------------------------------------------------- open

static int do_open(int directory, const char* name, int flags, mode_t permissions) {
  REAL(int, "openat", int, const char*, int, ...);
  path_text path;
  if ((flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) == 0 || !find_named_file(directory, name, path))
    return call_real(directory, name, flags, permissions);
  const int saved = errno;
  const int is_new = (flags & O_CREAT) != 0 && faccessat(directory, name, F_OK, 0) != 0;
  errno = saved;
  if (enter_call(is_new ? "create" : "open", path) != 0) return -1;
  const int file = call_real(directory, name, flags, permissions);
  if (file >= 0 && is_new) journal_change("create", path);
  if (file >= 0 && !is_new && (flags & O_TRUNC) != 0) journal_change("resize", path);
  leave_call();
  return file;
}

#define READ_PERMISSIONS(flags)              \
  mode_t permissions = 0;                    \
  if (((flags)&O_CREAT) != 0) {              \
    va_list rest;                            \
    va_start(rest, flags);                   \
    permissions = (mode_t)va_arg(rest, int); \
    va_end(rest);                            \
  }

int open(const char* name, int flags, ...) {
  READ_PERMISSIONS(flags)
  return do_open(AT_FDCWD, name, flags, permissions);
}

int open64(const char* name, int flags, ...) {
  READ_PERMISSIONS(flags)
  return do_open(AT_FDCWD, name, flags | O_LARGEFILE, permissions);
}

int openat(int directory, const char* name, int flags, ...) {
  READ_PERMISSIONS(flags)
  return do_open(directory, name, flags, permissions);
}

int openat64(int directory, const char* name, int flags, ...) {
  READ_PERMISSIONS(flags)
  return do_open(directory, name, flags | O_LARGEFILE, permissions);
}

int creat(const char* name, mode_t permissions) {
  return do_open(AT_FDCWD, name, O_WRONLY | O_CREAT | O_TRUNC, permissions);
}

int creat64(const char* name, mode_t permissions) { return creat(name, permissions); }

// How std::ofstream opens; libc does not call open() for it where we could see it.
FILE* fopen(const char* name, const char* how) {
  REAL(FILE*, "fopen", const char*, const char*);
  path_text path;
  if ((how[0] == 'r' && strchr(how, '+') == NULL) || !find_named_file(AT_FDCWD, name, path))
    return call_real(name, how);
  const int saved = errno;
  const int is_new = faccessat(AT_FDCWD, name, F_OK, 0) != 0;
  errno = saved;
  if (enter_call(is_new ? "create" : "open", path) != 0) return NULL;
  FILE* stream = call_real(name, how);
  if (stream != NULL && is_new) journal_change("create", path);
  if (stream != NULL && !is_new && how[0] == 'w') journal_change("resize", path);
  leave_call();
  return stream;
}

FILE* fopen64(const char* name, const char* how) { return fopen(name, how); }

// What _FORTIFY_SOURCE makes of an open without permissions; no header declares these.
int __open_2(const char* name, int flags);
int __open64_2(const char* name, int flags);
int __openat_2(int directory, const char* name, int flags);
int __openat64_2(int directory, const char* name, int flags);

int __open_2(const char* name, int flags) { return do_open(AT_FDCWD, name, flags, 0); }
int __open64_2(const char* name, int flags) { return do_open(AT_FDCWD, name, flags | O_LARGEFILE, 0); }
int __openat_2(int directory, const char* name, int flags) { return do_open(directory, name, flags, 0); }
int __openat64_2(int directory, const char* name, int flags) {
  return do_open(directory, name, flags | O_LARGEFILE, 0);
}

// --------------------------------------------------------------------------------------------------------------- write

// Where write() goes to.
static off_t place(int file) {
  if ((fcntl(file, F_GETFL) & O_APPEND) == 0) return lseek(file, 0, SEEK_CUR);
  struct stat status;
  return fstat(file, &status) == 0 ? status.st_size : 0;
}

ssize_t write(int file, const void* bytes, size_t length) {
  path_text path;
  if (!find_open_file(file, path)) return real_write(file, bytes, length);
  if (enter_call("write", path) != 0) return -1;
  const off_t offset = place(file);
  const ssize_t written = real_write(file, bytes, allowed(length));
  if (written > 0) journal("write", path, "", offset, bytes, (size_t)written);
  leave_call();
  return written;
}

ssize_t pwrite(int file, const void* bytes, size_t length, off_t offset) {
  REAL(ssize_t, "pwrite", int, const void*, size_t, off_t);
  path_text path;
  if (!find_open_file(file, path)) return call_real(file, bytes, length, offset);
  if (enter_call("pwrite", path) != 0) return -1;
  const ssize_t written = call_real(file, bytes, allowed(length), offset);
  if (written > 0) journal("write", path, "", offset, bytes, (size_t)written);
  leave_call();
  return written;
}

ssize_t pwrite64(int file, const void* bytes, size_t length, off64_t offset) {
  return pwrite(file, bytes, length, (off_t)offset);
}

ssize_t writev(int file, const struct iovec* parts, int count) {
  REAL(ssize_t, "writev", int, const struct iovec*, int);
  path_text path;
  if (!find_open_file(file, path)) return call_real(file, parts, count);
  if (enter_call("writev", path) != 0) return -1;
  off_t offset = place(file);
  const ssize_t written = call_real(file, parts, count);
  size_t left = written > 0 ? (size_t)written : 0;
  for (int i = 0; i < count && left > 0; ++i) {
    const size_t bytes = parts[i].iov_len < left ? parts[i].iov_len : left;
    journal("write", path, "", offset, parts[i].iov_base, bytes);
    offset += (off_t)bytes;
    left -= bytes;
  }
  leave_call();
  return written;
}

// Said to be unsupported, so that the program copies by reading and writing, which the journal can follow.
ssize_t copy_file_range(int from, off64_t* from_offset, int to, off64_t* to_offset, size_t length, unsigned int flags) {
  REAL(ssize_t, "copy_file_range", int, off64_t*, int, off64_t*, size_t, unsigned int);
  path_text path;
  if (!find_open_file(to, path)) return call_real(from, from_offset, to, to_offset, length, flags);
  if (enter_call("copy_file_range", path) != 0) return -1;
  leave_call();
  errno = EXDEV;
  return -1;
}

int ftruncate(int file, off_t length) {
  REAL(int, "ftruncate", int, off_t);
  path_text path;
  if (!find_open_file(file, path)) return call_real(file, length);
  if (enter_call("ftruncate", path) != 0) return -1;
  const int result = call_real(file, length);
  if (result == 0) journal("resize", path, "", length, "", 0);
  leave_call();
  return result;
}

int ftruncate64(int file, off64_t length) { return ftruncate(file, (off_t)length); }

int truncate(const char* name, off_t length) {
  REAL(int, "truncate", const char*, off_t);
  path_text path;
  if (!find_named_file(AT_FDCWD, name, path)) return call_real(name, length);
  if (enter_call("truncate", path) != 0) return -1;
  const int result = call_real(name, length);
  if (result == 0) journal("resize", path, "", length, "", 0);
  leave_call();
  return result;
}

int truncate64(const char* name, off64_t length) { return truncate(name, (off_t)length); }

// ---------------------------------------------------------------------------------------------------------------- sync

// Linux reports a failed write-back to each descriptor that was open then, once to each, and says no more of it to any
// that is opened later; what failed is taken for written. So a program that overlooks one failed sync can only hear of
// it by another descriptor.
static void fail_sync(int file) {
  struct stat failed;
  struct stat other;
  if (fstat(file, &failed) != 0) return;
  for (int i = 0; i < kMostDescriptors; ++i)
    owes_error[i] =
        i != file && fstat(i, &other) == 0 && other.st_dev == failed.st_dev && other.st_ino == failed.st_ino;
}

int close(int file) {
  REAL(int, "close", int);
  if (file >= 0 && file < kMostDescriptors) owes_error[file] = 0;
  return call_real(file);
}

static int do_sync(const char* name, int (*call_real)(int), int file) {
  path_text path;
  if (!find_open_file(file, path)) return call_real(file);
  if (enter_call(name, path) != 0) {
    const int reason = errno;
    fail_sync(file);
    errno = reason;
    return -1;
  }
  if (file < kMostDescriptors && owes_error[file]) {
    owes_error[file] = 0;
    leave_call();
    errno = fault_error;
    return -1;
  }
  const int result = call_real(file);
  if (result == 0) journal_change("sync", path);
  leave_call();
  return result;
}

int fsync(int file) {
  REAL(int, "fsync", int);
  return do_sync("fsync", call_real, file);
}

int fdatasync(int file) {
  REAL(int, "fdatasync", int);
  return do_sync("fdatasync", call_real, file);
}

// --------------------------------------------------------------------------------------------------------------- names

static int do_rename(const char* name, int from_directory, const char* from, int to_directory, const char* to,
                     unsigned int flags) {
  REAL(int, "renameat2", int, const char*, int, const char*, unsigned int);
  path_text from_path;
  path_text to_path;
  const int leaves = find_named_file(from_directory, from, from_path);
  const int comes = find_named_file(to_directory, to, to_path);
  if (!leaves && !comes) return call_real(from_directory, from, to_directory, to, flags);
  if (enter_call(name, comes ? to_path : from_path) != 0) return -1;
  const int result = call_real(from_directory, from, to_directory, to, flags);
  if (result == 0) journal("rename", from_path, to_path, 0, "", 0);
  leave_call();
  return result;
}

int rename(const char* from, const char* to) { return do_rename("rename", AT_FDCWD, from, AT_FDCWD, to, 0); }

int renameat(int from_directory, const char* from, int to_directory, const char* to) {
  return do_rename("renameat", from_directory, from, to_directory, to, 0);
}

int renameat2(int from_directory, const char* from, int to_directory, const char* to, unsigned int flags) {
  return do_rename("renameat2", from_directory, from, to_directory, to, flags);
}

int link(const char* from, const char* to) {
  REAL(int, "link", const char*, const char*);
  path_text from_path;
  path_text to_path;
  if (!find_named_file(AT_FDCWD, to, to_path)) return call_real(from, to);
  find_named_file(AT_FDCWD, from, from_path);
  if (enter_call("link", to_path) != 0) return -1;
  const int result = call_real(from, to);
  if (result == 0) journal("link", from_path, to_path, 0, "", 0);
  leave_call();
  return result;
}

static int do_remove(const char* name, int directory, const char* file, int flags) {
  REAL(int, "unlinkat", int, const char*, int);
  path_text path;
  if (!find_named_file(directory, file, path)) return call_real(directory, file, flags);
  if (enter_call(name, path) != 0) return -1;
  const int result = call_real(directory, file, flags);
  if (result == 0) journal_change("remove", path);
  leave_call();
  return result;
}

int unlink(const char* file) { return do_remove("unlink", AT_FDCWD, file, 0); }
int rmdir(const char* directory) { return do_remove("rmdir", AT_FDCWD, directory, AT_REMOVEDIR); }
int unlinkat(int directory, const char* file, int flags) { return do_remove("unlinkat", directory, file, flags); }

int remove(const char* file) {
  struct stat status;
  const int is_directory = lstat(file, &status) == 0 && S_ISDIR(status.st_mode);
  return do_remove("remove", AT_FDCWD, file, is_directory ? AT_REMOVEDIR : 0);
}

static int do_make_directory(const char* name, int above, const char* directory, mode_t permissions) {
  REAL(int, "mkdirat", int, const char*, mode_t);
  path_text path;
  if (!find_named_file(above, directory, path)) return call_real(above, directory, permissions);
  if (enter_call(name, path) != 0) return -1;
  const int result = call_real(above, directory, permissions);
  if (result == 0) journal_change("mkdir", path);
  leave_call();
  return result;
}

int mkdir(const char* directory, mode_t permissions) {
  return do_make_directory("mkdir", AT_FDCWD, directory, permissions);
}

int mkdirat(int above, const char* directory, mode_t permissions) {
  return do_make_directory("mkdirat", above, directory, permissions);
}
