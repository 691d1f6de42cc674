/* Semaphores for a target without threads: a counter. To wait for a count that nobody is there to raise is an error. */
#ifndef STUB_SEMAPHORE_H
#define STUB_SEMAPHORE_H
#include <errno.h>
#include <time.h>

typedef struct { unsigned count; } sem_t;
#define STUB_SEM static inline __attribute__((unused))

STUB_SEM int sem_init(sem_t *s, int shared, unsigned count) { (void)shared; s->count = count; return 0; }
STUB_SEM int sem_destroy(sem_t *s) { (void)s; return 0; }
STUB_SEM int sem_post(sem_t *s) { s->count++; return 0; }
STUB_SEM int sem_trywait(sem_t *s)
{
    if (s->count == 0) {
        errno = EAGAIN;
        return -1;
    }
    s->count--;
    return 0;
}
STUB_SEM int sem_wait(sem_t *s) { return sem_trywait(s); }
STUB_SEM int sem_timedwait(sem_t *s, const struct timespec *until) { (void)until; return sem_trywait(s); }
#endif
