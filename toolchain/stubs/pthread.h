/* POSIX threads for a target without threads: just what openh264 uses, for a single thread of control.
 * The types are wasi-libc's own (sys/types.h); a thread cannot be created, and openh264 then works in the caller's. */
#ifndef STUB_PTHREAD_H
#define STUB_PTHREAD_H
#include <errno.h>
#include <sched.h>
#include <sys/types.h>
#include <time.h>

#ifndef SCHED_FIFO
#define SCHED_FIFO 1
#endif
#define PTHREAD_SCOPE_SYSTEM 0
#define STUB_FN static inline __attribute__((unused))

STUB_FN int pthread_attr_init(pthread_attr_t *a) { (void)a; return 0; }
STUB_FN int pthread_attr_destroy(pthread_attr_t *a) { (void)a; return 0; }
STUB_FN int pthread_attr_setscope(pthread_attr_t *a, int scope) { (void)a; (void)scope; return 0; }
STUB_FN int pthread_attr_setschedpolicy(pthread_attr_t *a, int policy) { (void)a; (void)policy; return 0; }
STUB_FN int pthread_create(pthread_t *t, const pthread_attr_t *a, void *(*run)(void *), void *argument)
{ (void)t; (void)a; (void)run; (void)argument; return EAGAIN; }
STUB_FN int pthread_join(pthread_t t, void **result) { (void)t; (void)result; return ESRCH; }
STUB_FN pthread_t pthread_self(void) { return (pthread_t)0; }

STUB_FN int pthread_mutex_init(pthread_mutex_t *m, const pthread_mutexattr_t *a) { (void)m; (void)a; return 0; }
STUB_FN int pthread_mutex_destroy(pthread_mutex_t *m) { (void)m; return 0; }
STUB_FN int pthread_mutex_lock(pthread_mutex_t *m) { (void)m; return 0; }
STUB_FN int pthread_mutex_unlock(pthread_mutex_t *m) { (void)m; return 0; }

STUB_FN int pthread_cond_init(pthread_cond_t *c, const pthread_condattr_t *a) { (void)c; (void)a; return 0; }
STUB_FN int pthread_cond_destroy(pthread_cond_t *c) { (void)c; return 0; }
STUB_FN int pthread_cond_signal(pthread_cond_t *c) { (void)c; return 0; }
STUB_FN int pthread_cond_broadcast(pthread_cond_t *c) { (void)c; return 0; }
STUB_FN int pthread_cond_wait(pthread_cond_t *c, pthread_mutex_t *m) { (void)c; (void)m; return 0; }
STUB_FN int pthread_cond_timedwait(pthread_cond_t *c, pthread_mutex_t *m, const struct timespec *until)
{ (void)c; (void)m; (void)until; return ETIMEDOUT; }
#endif
