/* openh264 asks it for the number of processors and takes one when it fails. */
#ifndef STUB_SYS_SYSCTL_H
#define STUB_SYS_SYSCTL_H
#include <stddef.h>

static inline __attribute__((unused)) int sysctlbyname(const char *name, void *old, size_t *length, const void *fresh, size_t size)
{ (void)name; (void)old; (void)length; (void)fresh; (void)size; return -1; }
#endif
