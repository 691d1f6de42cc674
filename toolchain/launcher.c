/* launcher REPORT_FILE -- COMMAND ARG...
 *
 * Runs one command and writes the kernel's accounting of it, as one line of JSON, into REPORT_FILE. MIT, part of this project.
 *
 * Why it exists: Linux carries the peak resident set of the process that forks over into the program that it executes, so that a
 * child spawned by .NET seems to need at least as much memory as .NET does. Forked from this small program it does not.
 * And nothing outlives the suite: when it dies, so do the launcher, the command and the command's own descendants.
 *
 * Exit status: the command's own; 128 + N if signal N ended it; 127 if it cannot be run; 125 if the launcher itself failed. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LAUNCHER_FAILED = 125, CANNOT_RUN = 127, KILLED_BY = 128 };

static pid_t suite;              /* the process that started the launcher */
static volatile pid_t command;   /* set while stopping signals are blocked */

static _Noreturn void fail(const char *what, const char *subject) {
    fprintf(stderr, "launcher: error: %s %s: %s\n", what, subject, strerror(errno));
    exit(LAUNCHER_FAILED);
}

/* SIGUSR1 is the kernel's word that a parent *thread* ended. .NET's pool retires threads while the process lives on,
 * so it counts only when the parent process is another one now. */
static void stop(int signal) {
    if (signal != SIGUSR1 || getppid() != suite) kill(-command, SIGKILL);
}

static void watch(const sigset_t *stopping) {
    struct sigaction action = { .sa_handler = stop, .sa_flags = SA_RESTART, .sa_mask = *stopping };
    for (int signal = 1; signal < NSIG; signal++)
        if (sigismember(stopping, signal) == 1) sigaction(signal, &action, NULL);
    setpgid(0, 0); /* Ctrl+C is for the suite, which then stops us: an interrupted command must not look like one that failed */
    suite = getppid();
    prctl(PR_SET_PDEATHSIG, SIGUSR1);
    if (getppid() != suite) exit(LAUNCHER_FAILED); /* the suite died before the kernel had been told */
    prctl(PR_SET_CHILD_SUBREAPER, 1);              /* orphans of the command become ours, and end with it */
}

static _Noreturn void execute(char **arguments, pid_t launcher) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != launcher) _exit(LAUNCHER_FAILED);
    /* .NET ignores SIGPIPE, and ignoring is inherited; the command is to start as from a shell. */
    sigset_t none;
    sigemptyset(&none);
    for (int signal = 1; signal < NSIG; signal++)
        if (signal != SIGKILL && signal != SIGSTOP) sigaction(signal, &(struct sigaction){ .sa_handler = SIG_DFL }, NULL);
    /* A process group in the background that touches the terminal would be stopped, and wait for ever. */
    if (isatty(STDIN_FILENO)) {
        int nothing = open("/dev/null", O_RDONLY);
        if (nothing >= 0) dup2(nothing, STDIN_FILENO), close(nothing);
    }
    sigprocmask(SIG_SETMASK, &none, NULL);
    execvp(arguments[0], arguments);
    fprintf(stderr, "launcher: error: cannot run %s: %s\n", arguments[0], strerror(errno));
    _exit(CANNOT_RUN);
}

/* The command's group first, then whatever left the group and was handed to us, generation after generation. */
static void endDescendants(void) {
    kill(-command, SIGKILL);
    do {
        FILE *children = fopen("/proc/thread-self/children", "r");
        if (!children) return; /* a kernel without that file: the group is gone at least */
        for (int pid; fscanf(children, "%d", &pid) == 1;) kill(pid, SIGKILL);
        fclose(children);
    } while (wait(NULL) > 0 || errno == EINTR);
}

static long long nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static long long microseconds(struct timeval t) { return t.tv_sec * 1000000LL + t.tv_usec; }

/* usage covers the command and the children it waited for, never the launcher; its peak is the largest single process. */
static int report(FILE *file, long long wall, const struct rusage *usage, int status) {
    char exitCode[16] = "null", signal[16] = "null";
    if (WIFSIGNALED(status)) snprintf(signal, sizeof signal, "%d", WTERMSIG(status));
    else snprintf(exitCode, sizeof exitCode, "%d", WEXITSTATUS(status));
    fprintf(file, "{\"wallNanoseconds\":%lld,\"userMicroseconds\":%lld,\"systemMicroseconds\":%lld,"
            "\"peakResidentKibibytes\":%ld,\"exitCode\":%s,\"signal\":%s}\n",
            wall, microseconds(usage->ru_utime), microseconds(usage->ru_stime), usage->ru_maxrss, exitCode, signal);
    return ferror(file) | fclose(file);
}

int main(int count, char **arguments) {
    if (count < 4 || strcmp(arguments[2], "--")) {
        fputs("usage: launcher REPORT_FILE -- COMMAND ARG...\n", stderr);
        return LAUNCHER_FAILED;
    }
    FILE *file = fopen(arguments[1], "we"); /* before the run, so that a bad path costs nothing; closed in the command */
    if (!file) fail("cannot write the report", arguments[1]);

    sigset_t stopping;
    sigemptyset(&stopping);
    sigaddset(&stopping, SIGTERM);
    sigaddset(&stopping, SIGINT);
    sigaddset(&stopping, SIGHUP);
    sigaddset(&stopping, SIGUSR1);
    sigprocmask(SIG_BLOCK, &stopping, NULL);
    watch(&stopping);

    pid_t launcher = getpid();
    long long start = nanoseconds();
    command = fork();
    if (command < 0) fail("cannot fork for", arguments[3]);
    if (command == 0) execute(arguments + 3, launcher);
    setpgid(command, command); /* here too: whichever of the two comes first */
    sigprocmask(SIG_UNBLOCK, &stopping, NULL);

    int status;
    struct rusage usage;
    while (wait4(command, &status, 0, &usage) < 0)
        if (errno != EINTR) fail("cannot wait for", arguments[3]);
    long long wall = nanoseconds() - start;

    endDescendants();
    if (report(file, wall, &usage, status)) fail("cannot write the report", arguments[1]);
    return WIFSIGNALED(status) ? KILLED_BY + WTERMSIG(status) : WEXITSTATUS(status);
}
