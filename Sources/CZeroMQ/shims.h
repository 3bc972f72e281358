// Shims over libzmq for Swift. Each forwards one call and contains no policy. A failed call returns the negative errno,
// which is read here because a call of the Swift runtime in between might overwrite it.
#ifndef CZEROMQ_SHIMS_H
#define CZEROMQ_SHIMS_H

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <zmq.h>

_Static_assert(sizeof(zmq_msg_t) == 64, "zmq_msg_t must have 64 bytes");

// ZMQ_ZAP_ENFORCE_DOMAIN, which the stable library accepts although its name is in the draft part of zmq.h.
enum { CZ_ZAP_ENFORCE_DOMAIN = 93 };

static inline int cz_result(int result) { return result < 0 ? -zmq_errno() : result; }

// Context
static inline void *cz_ctx_new(int *error) {
    void *context = zmq_ctx_new();
    *error = context ? 0 : zmq_errno();
    return context;
}
static inline int cz_ctx_set(void *context, int option, int value) {
    return cz_result(zmq_ctx_set(context, option, value));
}
static inline int cz_ctx_get(void *context, int option) { return cz_result(zmq_ctx_get(context, option)); }
static inline int cz_ctx_shutdown(void *context) { return cz_result(zmq_ctx_shutdown(context)); }
static inline int cz_ctx_term(void *context) { return cz_result(zmq_ctx_term(context)); }

// Sockets
static inline void *cz_socket(void *context, int type, int *error) {
    void *socket = zmq_socket(context, type);
    *error = socket ? 0 : zmq_errno();
    return socket;
}
static inline int cz_close(void *socket) { return cz_result(zmq_close(socket)); }
static inline int cz_bind(void *socket, const char *endpoint) { return cz_result(zmq_bind(socket, endpoint)); }
static inline int cz_connect(void *socket, const char *endpoint) { return cz_result(zmq_connect(socket, endpoint)); }
static inline int cz_unbind(void *socket, const char *endpoint) { return cz_result(zmq_unbind(socket, endpoint)); }
static inline int cz_disconnect(void *socket, const char *endpoint) {
    return cz_result(zmq_disconnect(socket, endpoint));
}
static inline int cz_setsockopt(void *socket, int option, const void *value, size_t bytes) {
    return cz_result(zmq_setsockopt(socket, option, value, bytes));
}
static inline int cz_getsockopt(void *socket, int option, void *value, size_t *bytes) {
    return cz_result(zmq_getsockopt(socket, option, value, bytes));
}
static inline int cz_send(void *socket, const void *bytes, size_t count, int flags) {
    return cz_result(zmq_send(socket, bytes, count, flags));
}
static inline int cz_poll(zmq_pollitem_t *items, int count, long timeout) {
    return cz_result(zmq_poll(items, count, timeout));
}
static inline int cz_monitor(void *socket, const char *endpoint, int events) {
    return cz_result(zmq_socket_monitor(socket, endpoint, events));
}

// Messages
static inline int cz_msg_init_size(zmq_msg_t *message, size_t bytes) {
    return cz_result(zmq_msg_init_size(message, bytes));
}
static inline int cz_msg_recv(zmq_msg_t *message, void *socket, int flags) {
    return cz_result(zmq_msg_recv(message, socket, flags));
}
static inline int cz_msg_send(zmq_msg_t *message, void *socket, int flags) {
    return cz_result(zmq_msg_send(message, socket, flags));
}

// CURVE
static inline int cz_curve_keypair(char *public_key, char *secret_key) {
    return cz_result(zmq_curve_keypair(public_key, secret_key));
}
static inline int cz_curve_public(char *public_key, const char *secret_key) {
    return cz_result(zmq_curve_public(public_key, secret_key));
}

// The system
// Opens a file (or creates it with mode 0600), locks it exclusively and returns the descriptor.
static inline int cz_lock_file(const char *path) {
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return -errno;
    if (flock(fd, LOCK_EX | LOCK_NB) < 0) {
        int error = errno;
        close(fd);
        return -error;
    }
    // The holder before may have removed the file between open and flock: then this is the lock of no name.
    struct stat held, named;
    if (fstat(fd, &held) < 0 || stat(path, &named) < 0 || held.st_ino != named.st_ino || held.st_dev != named.st_dev) {
        close(fd);
        return -EWOULDBLOCK;
    }
    return fd;
}

// Connects to a Unix socket's path and closes the connection again. Returns 0 if a listener accepts it, or if the
// listener's queue is full (EAGAIN).
static inline int cz_unix_connect(const char *path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof(address.sun_path))
        return -ENAMETOOLONG;
    strcpy(address.sun_path, path);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return -errno;
    int error = connect(fd, (const struct sockaddr *)&address, sizeof(address)) < 0 ? errno : 0;
    close(fd);
    return error == EAGAIN ? 0 : -error;
}

#endif
