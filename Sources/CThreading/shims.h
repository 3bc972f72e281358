// Calls of Linux that Swift's Glibc module lacks: one call through each, no policy. A call that fails answers the
// negative errno, read before a call of the Swift runtime can overwrite it.
#ifndef CTHREADING_SHIMS_H
#define CTHREADING_SHIMS_H

#include <errno.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>

static inline int ct_eventfd(void) {
    int fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return fd < 0 ? -errno : fd;
}
static inline int ct_eventfd_signal(int fd) { return eventfd_write(fd, 1) < 0 ? -errno : 0; }
static inline int ct_eventfd_clear(int fd) {
    eventfd_t count;
    return eventfd_read(fd, &count) < 0 ? -errno : 0;
}
static inline int ct_thread_name(const char *name) { return prctl(PR_SET_NAME, name, 0, 0, 0) < 0 ? -errno : 0; }

#endif
