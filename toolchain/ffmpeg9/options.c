/* Options: kept as they were given, and handed to whichever part of FFmpeg has one of that name. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "driver.h"
#include "libavutil/avstring.h"
#include "libavutil/parseutils.h"

#ifdef __wasi__
/* Debian's compiler-rt for wasm32 was built with a stack protector, which its wasi-libc lacks. */
uintptr_t __stack_chk_guard = 0x5bd1e995;
_Noreturn void __stack_chk_fail(void);
_Noreturn void __stack_chk_fail(void) { abort(); }
#endif

/* Ends the program with one line: what failed, and FFmpeg's name of the error unless it is 0. */
_Noreturn void die(int error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("ffmpeg9: error: ", stderr);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fprintf(stderr, error ? ": %s\n" : "\n", av_err2str(error));
    exit(1);
}

int must(int result, const char *what)
{
    if (result < 0)
        die(result, "%s", what);
    return result;
}

void *have(void *memory)
{
    if (!memory)
        die(AVERROR(ENOMEM), "memory");
    return memory;
}

/* What a decoder says of a packet: a broken one is left out, as ffmpeg does. Without memory nothing that follows could be believed. */
void report_broken(AVCodecContext *decoder, int error)
{
    if (error == AVERROR(ENOMEM))
        die(error, "decoding");
    if (error < 0 && error != AVERROR_EOF && error != AVERROR(EAGAIN))
        av_log(decoder, AV_LOG_ERROR, "a packet cannot be decoded: %s\n", av_err2str(error));
}

int count_ends(const AVFilterInOut *ends)
{
    int count = 0;
    for (; ends; ends = ends->next)
        count++;
    return count;
}

void put_option(Options *to, const char *name, const char *value)
{
    if (to->count == FF_ARRAY_ELEMS(to->all))
        die(0, "more than %d options of one file", to->count);
    to->all[to->count++] = (Option){ name, value, 0 };
}

/* The last one that has any of the names, which are separated by commas; NULL where none has. */
const char *get_option(Options *from, const char *names)
{
    const char *found = NULL;
    for (int i = 0; i < from->count; i++)
        if (av_match_name(from->all[i].name, names)) {
            from->all[i].used = 1;
            found = from->all[i].value;
        }
    return found;
}

int64_t parse_duration(const char *text)
{
    int64_t microseconds;
    must(av_parse_time(&microseconds, text, 1), text);
    return microseconds;
}

static int has_option(const AVClass *class, const char *name, int flags)
{
    return class && av_opt_find(&class, name, NULL, flags, AV_OPT_SEARCH_FAKE_OBJ);
}

static int is_known(const char *name)
{
    const AVClass *classes[] = { avcodec_get_class(), avformat_get_class() };
    for (int i = 0; i < FF_ARRAY_ELEMS(classes); i++)
        if (av_opt_find(&classes[i], name, NULL, AV_OPT_FLAG_ENCODING_PARAM, AV_OPT_SEARCH_CHILDREN | AV_OPT_SEARCH_FAKE_OBJ))
            return 1;
    return 0;
}

/* The name without its stream specifier: b of b:v. */
static void bare_name(char *name, size_t size, const Option *option)
{
    av_strlcpy(name, option->name, FFMIN(size, strcspn(option->name, ":") + 1));
}

/* Those that the class has, or the private class of its codec or format. The type chooses among -b:v, -b:a and -b. */
AVDictionary *options_of(Options *from, const AVClass *class, const AVClass *private_class, int flags, enum AVMediaType type)
{
    AVDictionary *chosen = NULL;
    for (int i = 0; i < from->count; i++) {
        Option *option = from->all + i;
        const char *specifier = strchr(option->name, ':');
        char name[64];
        if (specifier && (type == AVMEDIA_TYPE_UNKNOWN || strcmp(specifier, type == AVMEDIA_TYPE_VIDEO ? ":v" : ":a")))
            continue;
        bare_name(name, sizeof(name), option);
        if (has_option(class, name, flags) || has_option(private_class, name, flags)) {
            av_dict_set(&chosen, name, option->value, strcmp(name, "flags") ? 0 : AV_DICT_APPEND);
            option->used = 1;
        }
    }
    return chosen;
}

/* An option of some encoder or muxer that nothing took is for an output of another kind, and harmless, as for ffmpeg itself; any other is an error. */
void refuse_unused(const Options *options, const char *where)
{
    for (int i = 0; i < options->count; i++) {
        char name[64];
        const char *specifier = strchr(options->all[i].name, ':');
        int is_precise = specifier && strcmp(specifier, ":v") && strcmp(specifier, ":a");
        bare_name(name, sizeof(name), options->all + i);
        if (!options->all[i].used && (is_precise || !is_known(name)))
            die(0, "no option -%s for the output %s in this build: the driver of FFmpeg %s knows the options of the suite's jobs",
                options->all[i].name, where, av_version_info());
    }
}
