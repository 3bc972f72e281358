#include "yardstick.h"

#include <stdlib.h>
#include <time.h>
#include <zmq.h>

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void *open_socket(void *context, int type, int high_water) {
    void *socket = zmq_socket(context, type);
    int linger = 10000;
    zmq_setsockopt(socket, ZMQ_SNDHWM, &high_water, sizeof high_water);
    zmq_setsockopt(socket, ZMQ_RCVHWM, &high_water, sizeof high_water);
    zmq_setsockopt(socket, ZMQ_LINGER, &linger, sizeof linger);
    return socket;
}

static void bind_anywhere(void *socket, yardstick_ready ready, void *argument) {
    char endpoint[64];
    size_t bytes = sizeof endpoint;
    zmq_bind(socket, "tcp://127.0.0.1:*");
    zmq_getsockopt(socket, ZMQ_LAST_ENDPOINT, endpoint, &bytes);
    ready(argument, endpoint);
}

void yardstick_publish(const char *endpoint, int count, int topic_bytes, int payload_bytes) {
    void *context = zmq_ctx_new();
    void *socket = open_socket(context, ZMQ_XPUB, 100000);
    int no_drop = 1;
    char subscription[16];
    char *topic = calloc(1, topic_bytes), *payload = calloc(1, payload_bytes);
    zmq_setsockopt(socket, ZMQ_XPUB_NODROP, &no_drop, sizeof no_drop);
    zmq_connect(socket, endpoint);
    zmq_recv(socket, subscription, sizeof subscription, 0);
    for (int index = 0; index < count; index++) {
        zmq_send(socket, topic, topic_bytes, ZMQ_SNDMORE);
        zmq_send(socket, payload, payload_bytes, 0);
    }
    free(topic);
    free(payload);
    zmq_close(socket);
    zmq_ctx_term(context);
}

int64_t yardstick_receive(int count, yardstick_ready ready, void *argument) {
    void *context = zmq_ctx_new();
    void *socket = open_socket(context, ZMQ_SUB, 100000);
    int64_t start = 0, bytes = 0;
    zmq_msg_t message;
    zmq_setsockopt(socket, ZMQ_SUBSCRIBE, "", 0);
    bind_anywhere(socket, ready, argument);
    zmq_msg_init(&message);
    for (int index = 0; index < count; index++) {
        bytes += zmq_msg_recv(&message, socket, 0);
        bytes += zmq_msg_recv(&message, socket, 0);
        if (index == 0)
            start = now();
    }
    int64_t end = now();
    zmq_msg_close(&message);
    zmq_close(socket);
    zmq_ctx_term(context);
    return bytes > 0 ? end - start : -1;
}

void yardstick_ask(const char *endpoint, int count, int bytes, int64_t *nanoseconds) {
    void *context = zmq_ctx_new();
    void *socket = open_socket(context, ZMQ_REQ, 1000);
    char *buffer = calloc(1, bytes);
    zmq_connect(socket, endpoint);
    for (int index = 0; index < count; index++) {
        int64_t start = now();
        zmq_send(socket, buffer, bytes, 0);
        zmq_recv(socket, buffer, bytes, 0);
        nanoseconds[index] = now() - start;
    }
    free(buffer);
    zmq_close(socket);
    zmq_ctx_term(context);
}

void yardstick_answer(int count, yardstick_ready ready, void *argument) {
    void *context = zmq_ctx_new();
    void *socket = open_socket(context, ZMQ_ROUTER, 1000);
    zmq_msg_t frame;
    bind_anywhere(socket, ready, argument);
    zmq_msg_init(&frame);
    for (int index = 0; index < count; index++) {
        int more = 1;
        while (more) {  // identity, empty frame and body are returned unchanged
            zmq_msg_recv(&frame, socket, 0);
            more = zmq_msg_more(&frame);
            zmq_msg_send(&frame, socket, more ? ZMQ_SNDMORE : 0);
        }
    }
    zmq_msg_close(&frame);
    zmq_close(socket);
    zmq_ctx_term(context);
}
