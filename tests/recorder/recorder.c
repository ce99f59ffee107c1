// Writes down, in order, what a program does to the files below RECORD_ROOT: for tests that play a power loss at any
// moment in between. Loaded before the C library (LD_PRELOAD); the record goes to the file RECORD_TO.
//
// Each event is one line of text, bytes in hex: kind, then its fields, separated by tabs.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int to(void) {
    static int file = -1;
    if (file < 0) file = REAL(open)(getenv("RECORD_TO"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    return file;
}

static void say(const char *kind, const char *a, const char *b, long long n, const void *bytes, size_t length) {
    size_t room = 2 * length + strlen(a) + strlen(b) + 80;
    char *line = malloc(room), *end = line;
    end += snprintf(end, room, "%s\t%s\t%s\t%lld\t", kind, a, b, n);
    for (size_t i = 0; i < length; i++) end += sprintf(end, "%02x", ((const unsigned char *)bytes)[i]);
    *end++ = '\n';
    if (REAL(write)(to(), line, end - line) < 0) abort();
    free(line);
}

static int below(const char *path) {
    const char *root = getenv("RECORD_ROOT");
    return root && strncmp(path, root, strlen(root)) == 0;
}

// The path behind a descriptor, when it is below the root.
static const char *of(int fd, char *buffer) {
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, buffer, PATH_MAX - 1);
    if (length < 0) return NULL;
    buffer[length] = 0;
    return below(buffer) ? buffer : NULL;
}

static const char *at(int fd, const char *path, char *buffer) {
    if (path[0] == '/' || fd == AT_FDCWD) {
        if (path[0] == '/') return path;
        if (!getcwd(buffer, PATH_MAX)) return path;
    } else if (!of(fd, buffer)) {
        return path;
    }
    strncat(buffer, "/", PATH_MAX - strlen(buffer) - 1);
    strncat(buffer, path, PATH_MAX - strlen(buffer) - 1);
    return buffer;
}

static int opened(int fd, const char *path, int flags, int existed) {
    if (fd >= 0 && below(path)) {
        if ((flags & O_CREAT) && !existed) say("create", path, "", 0, "", 0);
        if (flags & O_TRUNC) say("truncate", path, "", 0, "", 0);
    }
    return fd;
}

#define OPEN(name)                                                          \
    int name(const char *path, int flags, ...) {                            \
        va_list rest;                                                       \
        va_start(rest, flags);                                              \
        mode_t mode = va_arg(rest, mode_t);                                 \
        va_end(rest);                                                       \
        char buffer[PATH_MAX];                                              \
        const char *whole = at(AT_FDCWD, path, buffer);                     \
        int existed = access(whole, F_OK) == 0;                             \
        return opened(REAL(name)(path, flags, mode), whole, flags, existed); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                            \
    int name(int dir, const char *path, int flags, ...) {                       \
        va_list rest;                                                           \
        va_start(rest, flags);                                                  \
        mode_t mode = va_arg(rest, mode_t);                                     \
        va_end(rest);                                                           \
        char buffer[PATH_MAX];                                                  \
        const char *whole = at(dir, path, buffer);                              \
        int existed = access(whole, F_OK) == 0;                                 \
        return opened(REAL(name)(dir, path, flags, mode), whole, flags, existed); \
    }
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int fd, const void *bytes, size_t length) {
    char buffer[PATH_MAX];
    const char *path = of(fd, buffer);
    off_t place = path ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t written = REAL(write)(fd, bytes, length);
    if (path && written > 0) say("write", path, "", place, bytes, written);
    else if (fd == STDOUT_FILENO && written > 0) say("said", "", "", 0, bytes, written);
    return written;
}

// The kernel's own ways of copying show no bytes: without them a copy is made with reads and writes.
ssize_t copy_file_range(int from, off64_t *from_place, int into, off64_t *into_place, size_t length, unsigned flags) {
    (void)from, (void)from_place, (void)into, (void)into_place, (void)length, (void)flags;
    errno = ENOSYS;
    return -1;
}

#define SENDFILE(name, offset)                                         \
    ssize_t name(int into, int from, offset *place, size_t length) {   \
        (void)into, (void)from, (void)place, (void)length;             \
        errno = EINVAL;                                                \
        return -1;                                                     \
    }
SENDFILE(sendfile, off_t)
SENDFILE(sendfile64, off64_t)

#define PWRITE(name, offset)                                              \
    ssize_t name(int fd, const void *bytes, size_t length, offset place) { \
        ssize_t written = REAL(name)(fd, bytes, length, place);           \
        char buffer[PATH_MAX];                                            \
        const char *path = of(fd, buffer);                                \
        if (path && written > 0) say("write", path, "", place, bytes, written); \
        return written;                                                   \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define ON_FILE(name, kind)                                               \
    int name(int fd) {                                                    \
        int failed = REAL(name)(fd);                                      \
        char buffer[PATH_MAX];                                            \
        const char *path = of(fd, buffer);                                \
        if (path && !failed) say(kind, path, "", 0, "", 0);               \
        return failed;                                                    \
    }
ON_FILE(fsync, "sync")
ON_FILE(fdatasync, "sync")

#define TRUNCATE(name, offset)                                            \
    int name(int fd, offset length) {                                     \
        int failed = REAL(name)(fd, length);                              \
        char buffer[PATH_MAX];                                            \
        const char *path = of(fd, buffer);                                \
        if (path && !failed) say("truncate", path, "", length, "", 0);    \
        return failed;                                                    \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

static int moved(int failed, const char *kind, const char *from, const char *to_path) {
    if (!failed && below(to_path)) say(kind, from, to_path, 0, "", 0);
    return failed;
}

int rename(const char *from, const char *to_path) {
    char a[PATH_MAX], b[PATH_MAX];
    return moved(REAL(rename)(from, to_path), "rename", at(AT_FDCWD, from, a), at(AT_FDCWD, to_path, b));
}

int link(const char *from, const char *to_path) {
    char a[PATH_MAX], b[PATH_MAX];
    return moved(REAL(link)(from, to_path), "link", at(AT_FDCWD, from, a), at(AT_FDCWD, to_path, b));
}

int linkat(int from_dir, const char *from, int to_dir, const char *to_path, int flags) {
    char a[PATH_MAX], b[PATH_MAX];
    int failed = REAL(linkat)(from_dir, from, to_dir, to_path, flags);
    return moved(failed, "link", at(from_dir, from, a), at(to_dir, to_path, b));
}

static int gone(int failed, const char *path) {
    if (!failed && below(path)) say("unlink", path, "", 0, "", 0);
    return failed;
}

int unlink(const char *path) {
    char a[PATH_MAX];
    return gone(REAL(unlink)(path), at(AT_FDCWD, path, a));
}

int unlinkat(int dir, const char *path, int flags) {
    char a[PATH_MAX];
    const char *whole = at(dir, path, a);
    return gone(REAL(unlinkat)(dir, path, flags), whole);
}

int rmdir(const char *path) {
    char a[PATH_MAX];
    return gone(REAL(rmdir)(path), at(AT_FDCWD, path, a));
}

int mkdir(const char *path, mode_t mode) {
    char a[PATH_MAX];
    int failed = REAL(mkdir)(path, mode);
    const char *whole = at(AT_FDCWD, path, a);
    if (!failed && below(whole)) say("mkdir", whole, "", 0, "", 0);
    return failed;
}
