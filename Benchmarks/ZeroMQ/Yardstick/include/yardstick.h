// libzmq in plain C, like its own local_thr and local_lat: the yardstick for the Swift layer.
#ifndef YARDSTICK_H
#define YARDSTICK_H
#include <stdint.h>

// A callback that receives the bound endpoint before the first message.
typedef void (*yardstick_ready)(void *argument, const char *endpoint);

// Publishes `count` messages of two frames, waiting for a slow reader instead of dropping. Blocks until all are sent.
void yardstick_publish(const char *endpoint, int count, int topic_bytes, int payload_bytes);

// Receives `count` messages of two frames and returns the nanoseconds from the first to the last.
int64_t yardstick_receive(int count, yardstick_ready ready, void *argument);

// Makes `count` round trips as a REQ and writes the nanoseconds of each.
void yardstick_ask(const char *endpoint, int count, int bytes, int64_t *nanoseconds);

// Replies to `count` requests as a ROUTER.
void yardstick_answer(int count, yardstick_ready ready, void *argument);
#endif
