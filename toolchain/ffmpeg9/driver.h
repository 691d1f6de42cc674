/* Runs one command line, in ffmpeg's own syntax, on FFmpeg's libraries alone: ffmpeg itself needs threads since version 6, and a WASI module has none.
 * It has the options that the suite's jobs use. An option that it does not have is an error, never ignored.
 * Part of the afmpeg performance suite; MIT. */
#ifndef FFTOOLS_DRIVER_DRIVER_H
#define FFTOOLS_DRIVER_DRIVER_H

#include <stdint.h>
#include "libavcodec/avcodec.h"
#include "libavfilter/avfilter.h"
#include "libavformat/avformat.h"
#include "libavutil/opt.h"

#define MOST 32 /* inputs, streams of one, graphs, and filter inputs of one */
#define MOST_READERS 4 /* filter graphs that read one decoded stream */

typedef struct Option {
    const char *name, *value;
    int used;
} Option;

typedef struct Options {
    Option all[64];
    int count;
} Options;

typedef struct Graph Graph;

/* A decoded stream where it enters a filter graph. */
typedef struct Source {
    Graph *graph;
    AVFilterContext *filter; /* NULL until the graph is made, which takes a frame of each source */
    AVFrame *early[64];      /* the frames that came before */
    int early_count, file, stream, ended;
} Source;

/* Where pictures or sound leave a filter graph. */
typedef struct Sink {
    AVFilterContext *filter;
    char *label;
    enum AVMediaType type;
} Sink;

struct Graph {
    AVFilterGraph *graph;
    char *text;
    Source *sources[MOST];
    Sink sinks[MOST];
    int source_count, sink_count;
};

/* A stream of an input, as far as it is decoded. */
typedef struct Decoded {
    AVCodecContext *decoder;
    Source *readers[MOST_READERS];
    int reader_count, ended;
    int64_t last, last_duration; /* of the last frame; pictures: in the stream's time base, sound: in samples */
    int64_t rescale;             /* state of av_rescale_delta */
} Decoded;

typedef struct Input {
    AVFormatContext *format;
    Options options;
    int64_t start;  /* microseconds that are taken off every time: the file's own start and -ss */
    int64_t length; /* -t, in microseconds, or AV_NOPTS_VALUE */
    int is_cut;     /* whether -ss was given */
    int ended;
    Decoded streams[MOST];
} Input;

/* A stream of the output: encoded from a sink of a graph, or copied from an input. */
typedef struct Stream {
    enum AVMediaType type;
    int file, stream;
    Graph *graph;
    int sink;
    const AVCodec *codec; /* NULL: copied */
    AVCodecContext *encoder;
    AVStream *muxed;
    int64_t frames;
    int64_t last_pts; /* of the last frame that was encoded; of a copied stream: where the last packet ends, as it is decoded */
    int64_t last_dts; /* of the last packet, in microseconds */
    int64_t rescale;  /* state of av_rescale_delta, of copied sound */
    int ended;
} Stream;

extern Input inputs[MOST];
extern Graph graphs[MOST];
extern Source sources[2 * MOST];
extern Stream streams[MOST];
extern int input_count, graph_count, source_count, stream_count;
extern AVFormatContext *output;
extern Options output_options;
extern int filter_threads; /* 0: as many as there are cores */

/* options.c */
_Noreturn void die(int error, const char *format, ...);
int must(int result, const char *what);
void *have(void *memory);
void report_broken(AVCodecContext *decoder, int error);
int count_ends(const AVFilterInOut *ends);
void put_option(Options *to, const char *name, const char *value);
const char *get_option(Options *from, const char *names);
int64_t parse_duration(const char *text);
AVDictionary *options_of(Options *from, const AVClass *class, const AVClass *private_class, int flags, enum AVMediaType type);
void refuse_unused(const Options *options, const char *where);

/* input.c */
void open_input(const char *url, const Options *options);
int find_stream(const char *specifier, int *file);
void read_input(Input *input);
Source *add_source(Graph *graph, int file, int stream);

/* graph.c */
Graph *new_graph(const char *text);
void parse_graph(const char *text);
void make_graph(Graph *graph);
void feed(Source *source, AVFrame *frame);

/* output.c */
void add_stream(enum AVMediaType type, int file, int stream, Graph *graph, int sink);
void begin_output(void);
void try_begin(void);
void write_packet(Stream *stream, AVPacket *packet);
void copy_packet(Stream *stream, const AVPacket *packet);

/* encoder.c */
void encode(Stream *stream, AVFrame *frame);
int drain(Stream *stream);

#endif
