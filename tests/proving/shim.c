/* Lets one system call of a process fail, or kills the process there: to be preloaded, armed by proof_arm().

   All calls are counted by one counter. What was injected is written to a file at that very moment, by system calls of
   its own, so that whoever asked for it can see that it happened. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { COUNT, KILL, FAIL, FAIL_ON, SHORT };

static int armed, mode, number;
static long due_at, counted;
static char marker[4096];

void proof_arm(long at, int how, int error, const char *path) {
    due_at = at, mode = how, number = error, counted = 0;
    snprintf(marker, sizeof marker, "%s", path);
    armed = 1;
}

long proof_disarm(void) {
    armed = 0;
    return counted;
}

static int due(const char *name) {
    if (!armed) return 0;
    counted++;
    if (mode == COUNT || counted < due_at || (counted > due_at && mode != FAIL_ON)) return 0;
    if (mode == SHORT && strcmp(name, "write")) return 0;
    if (counted == due_at) {
        char line[64];
        int length = snprintf(line, sizeof line, "%s %ld %d", name, counted, mode == KILL ? 0 : number);
        int file = syscall(SYS_openat, AT_FDCWD, marker, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        syscall(SYS_write, file, line, length);
        syscall(SYS_close, file);
    }
    if (mode == KILL)
        for (;;) syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
    errno = number;
    return 1;
}

#define WRAP(type, name, declared, given, failed)                          \
    type name declared {                                                   \
        static type(*real) declared;                                       \
        if (!real) real = (type(*) declared)dlsym(RTLD_NEXT, #name);       \
        return due(#name) ? failed : real given;                           \
    }
#define WRAP_OPEN(name)                                                    \
    int name(const char *path, int flags, ...) {                           \
        static int (*real)(const char *, int, ...);                        \
        if (!real) real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name); \
        va_list more;                                                      \
        va_start(more, flags);                                             \
        mode_t rights = flags & O_CREAT ? va_arg(more, mode_t) : 0;        \
        va_end(more);                                                      \
        return due(#name) ? -1 : real(path, flags, rights);                \
    }
#define WRAP_OPENAT(name)                                                  \
    int name(int folder, const char *path, int flags, ...) {               \
        static int (*real)(int, const char *, int, ...);                   \
        if (!real) real = (int (*)(int, const char *, int, ...))dlsym(RTLD_NEXT, #name); \
        va_list more;                                                      \
        va_start(more, flags);                                             \
        mode_t rights = flags & O_CREAT ? va_arg(more, mode_t) : 0;        \
        va_end(more);                                                      \
        return due(#name) ? -1 : real(folder, path, flags, rights);        \
    }

WRAP_OPEN(open)
WRAP_OPEN(open64)
WRAP_OPENAT(openat)
WRAP_OPENAT(openat64)
WRAP(ssize_t, read, (int file, void *into, size_t size), (file, into, size), -1)
WRAP(ssize_t, pread, (int file, void *into, size_t size, off_t at), (file, into, size, at), -1)
WRAP(ssize_t, pread64, (int file, void *into, size_t size, off64_t at), (file, into, size, at), -1)
WRAP(ssize_t, pwrite, (int file, const void *data, size_t size, off_t at), (file, data, size, at), -1)
WRAP(ssize_t, pwrite64, (int file, const void *data, size_t size, off64_t at), (file, data, size, at), -1)
WRAP(int, fsync, (int file), (file), -1)
WRAP(int, fdatasync, (int file), (file), -1)
WRAP(int, ftruncate, (int file, off_t size), (file, size), -1)
WRAP(int, ftruncate64, (int file, off64_t size), (file, size), -1)
WRAP(off_t, lseek, (int file, off_t at, int from), (file, at, from), -1)
WRAP(off64_t, lseek64, (int file, off64_t at, int from), (file, at, from), -1)
WRAP(int, rename, (const char *from, const char *to), (from, to), -1)
WRAP(int, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to), -1)
WRAP(int, link, (const char *from, const char *to), (from, to), -1)
WRAP(int, unlink, (const char *path), (path), -1)
WRAP(int, unlinkat, (int folder, const char *path, int flags), (folder, path, flags), -1)
WRAP(int, mkdir, (const char *path, mode_t rights), (path, rights), -1)
WRAP(int, mkdirat, (int folder, const char *path, mode_t rights), (folder, path, rights), -1)
WRAP(int, chmod, (const char *path, mode_t rights), (path, rights), -1)
WRAP(int, fchmod, (int file, mode_t rights), (file, rights), -1)
WRAP(int, fchmodat, (int folder, const char *path, mode_t rights, int flags), (folder, path, rights, flags), -1)
WRAP(int, fchown, (int file, uid_t user, gid_t group), (file, user, group), -1)
WRAP(ssize_t, listxattr, (const char *path, char *into, size_t size), (path, into, size), -1)
WRAP(ssize_t, getxattr, (const char *path, const char *name, void *into, size_t size), (path, name, into, size), -1)
WRAP(int, fsetxattr, (int file, const char *name, const void *value, size_t size, int flags),
     (file, name, value, size, flags), -1)
WRAP(int, access, (const char *path, int rights), (path, rights), -1)
WRAP(int, faccessat, (int folder, const char *path, int rights, int flags), (folder, path, rights, flags), -1)
WRAP(int, stat, (const char *path, struct stat *into), (path, into), -1)
WRAP(int, stat64, (const char *path, struct stat64 *into), (path, into), -1)
WRAP(int, lstat, (const char *path, struct stat *into), (path, into), -1)
WRAP(int, lstat64, (const char *path, struct stat64 *into), (path, into), -1)
WRAP(int, fstat, (int file, struct stat *into), (file, into), -1)
WRAP(int, fstat64, (int file, struct stat64 *into), (file, into), -1)
WRAP(int, fstatat, (int folder, const char *path, struct stat *into, int flags), (folder, path, into, flags), -1)
WRAP(int, fstatat64, (int folder, const char *path, struct stat64 *into, int flags), (folder, path, into, flags), -1)
WRAP(ssize_t, readlink, (const char *path, char *into, size_t size), (path, into, size), -1)
WRAP(ssize_t, sendfile, (int to, int from, off_t *at, size_t size), (to, from, at, size), -1)
WRAP(ssize_t, sendfile64, (int to, int from, off64_t *at, size_t size), (to, from, at, size), -1)
WRAP(ssize_t, copy_file_range, (int from, off64_t *a, int to, off64_t *b, size_t size, unsigned flags),
     (from, a, to, b, size, flags), -1)
WRAP(int, flock, (int file, int what), (file, what), -1)
WRAP(DIR *, opendir, (const char *path), (path), NULL)
WRAP(struct dirent64 *, readdir64, (DIR *folder), (folder), NULL)

ssize_t write(int file, const void *data, size_t size) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    if (!due("write")) return real(file, data, size);
    return mode == SHORT ? real(file, data, size / 2 ? size / 2 : size) : -1;
}

/* The file is closed all the same, as a network disk does that reports a full disk only here. */
int close(int file) {
    static int (*real)(int);
    if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "close");
    int failed = due("close"), kept = errno;
    int done = real(file);
    if (failed) errno = kept;
    return failed ? -1 : done;
}
