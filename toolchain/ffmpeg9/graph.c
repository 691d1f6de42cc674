/* Filter graphs: what enters and leaves them is known by their text; they are made when a frame of each source is there, which tells formats and sizes. */
#include <inttypes.h>
#include <string.h>
#include "driver.h"
#include "libavfilter/buffersink.h"
#include "libavfilter/buffersrc.h"
#include "libavutil/avstring.h"
#include "libavutil/pixdesc.h"

Graph graphs[MOST];
int graph_count;
int filter_threads;

Graph *new_graph(const char *text)
{
    if (graph_count == MOST)
        die(0, "more than %d filter graphs", MOST);
    graphs[graph_count].text = have(av_strdup(text));
    return graphs + graph_count++;
}

/* A graph of -filter_complex: its open inputs are labelled with streams, its open outputs with names that -map asks for. */
void parse_graph(const char *text)
{
    Graph *graph = new_graph(text);
    AVFilterGraph *trial = have(avfilter_graph_alloc());
    AVFilterInOut *in, *out;
    must(avfilter_graph_parse2(trial, text, &in, &out), text);
    for (AVFilterInOut *i = in; i; i = i->next) {
        int file, index;
        if (!i->name || (index = find_stream(i->name, &file)) < 0)
            die(0, "an input of the filter graph is labelled with no stream: %s", text);
        add_source(graph, file, index);
    }
    for (AVFilterInOut *o = out; o; o = o->next) {
        if (graph->sink_count == MOST)
            die(0, "more than %d outputs of a filter graph", MOST);
        graph->sinks[graph->sink_count++] = (Sink){
            .label = have(av_strdup(o->name ? o->name : "")),
            .type = avfilter_pad_get_type(o->filter_ctx->output_pads, o->pad_idx),
        };
    }
    avfilter_inout_free(&in);
    avfilter_inout_free(&out);
    avfilter_graph_free(&trial);
}

/* Appends a filter behind the pad of another. */
static AVFilterContext *append(AVFilterGraph *graph, AVFilterContext **at, int *pad, const char *name, const char *arguments)
{
    AVFilterContext *filter;
    must(avfilter_graph_create_filter(&filter, avfilter_get_by_name(name), NULL, arguments, NULL, graph), name);
    must(avfilter_link(*at, *pad, filter, 0), name);
    *pad = 0;
    return *at = filter;
}

/* Cuts what is before the start, where there is one, and after the length. */
static void append_trim(AVFilterGraph *graph, AVFilterContext **at, int *pad, enum AVMediaType type, int has_start, int64_t length)
{
    char text[64] = "";
    if (has_start)
        av_strlcat(text, "starti=0", sizeof(text));
    if (length != AV_NOPTS_VALUE)
        av_strlcatf(text, sizeof(text), "%sdurationi=%"PRId64"us", *text ? ":" : "", length);
    if (*text)
        append(graph, at, pad, type == AVMEDIA_TYPE_VIDEO ? "trim" : "atrim", text);
}

static const void *supported(const AVCodec *codec, enum AVCodecConfig kind, int *count)
{
    const void *list;
    must(avcodec_get_supported_config(NULL, codec, kind, 0, &list, count), codec->name);
    return list;
}

static void add_choice(char *text, size_t size, const char *key, int index, const char *value)
{
    av_strlcatf(text, size, "%s%s%s", index ? "|" : *text ? ":" : "", index ? "" : key, value);
}

/* Only what the encoder takes may come out. */
static void append_formats(Stream *stream, AVFilterGraph *graph, AVFilterContext **at, int *pad)
{
    char text[1024] = "";
    int count;
    if (stream->type == AVMEDIA_TYPE_VIDEO) {
        const enum AVPixelFormat *formats = supported(stream->codec, AV_CODEC_CONFIG_PIX_FORMAT, &count);
        const enum AVColorRange *ranges;
        const char *wanted = get_option(&output_options, "pix_fmt");
        if (wanted)
            add_choice(text, sizeof(text), "pix_fmts=", 0, wanted);
        for (int i = 0; !wanted && formats && i < count; i++)
            add_choice(text, sizeof(text), "pix_fmts=", i, av_get_pix_fmt_name(formats[i]));
        ranges = supported(stream->codec, AV_CODEC_CONFIG_COLOR_RANGE, &count);
        for (int i = 0; ranges && i < count; i++)
            add_choice(text, sizeof(text), "color_ranges=", i, av_color_range_name(ranges[i]));
    } else {
        const enum AVSampleFormat *formats = supported(stream->codec, AV_CODEC_CONFIG_SAMPLE_FORMAT, &count);
        const int *rates;
        for (int i = 0; formats && i < count; i++)
            add_choice(text, sizeof(text), "sample_fmts=", i, av_get_sample_fmt_name(formats[i]));
        rates = supported(stream->codec, AV_CODEC_CONFIG_SAMPLE_RATE, &count);
        for (int i = 0; rates && i < count; i++)
            av_strlcatf(text, sizeof(text), "%s%d", i ? "|" : *text ? ":sample_rates=" : "sample_rates=", rates[i]);
    }
    if (*text)
        append(graph, at, pad, stream->type == AVMEDIA_TYPE_VIDEO ? "format" : "aformat", text);
}

static void link_source(AVFilterGraph *graph, Source *source, AVFilterInOut *in)
{
    Input *input = inputs + source->file;
    AVStream *stream = input->format->streams[source->stream];
    int is_video = stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO, pad = 0;
    AVBufferSrcParameters *parameters = have(av_buffersrc_parameters_alloc());
    AVFilterContext *last;
    AVFrame *frame = source->early[0];
    if (!source->early_count)
        die(0, "stream %d of %s has no frame that can be decoded", source->stream, input->format->url);
    parameters->format = frame->format;
    parameters->time_base = frame->time_base;
    if (is_video) {
        parameters->width = frame->width;
        parameters->height = frame->height;
        parameters->sample_aspect_ratio = frame->sample_aspect_ratio;
        parameters->frame_rate = av_guess_frame_rate(input->format, stream, NULL);
        parameters->color_space = frame->colorspace;
        parameters->color_range = frame->color_range;
        parameters->alpha_mode = frame->alpha_mode;
    } else {
        parameters->sample_rate = frame->sample_rate;
        parameters->ch_layout = frame->ch_layout;
    }
    last = source->filter = have(avfilter_graph_alloc_filter(graph, avfilter_get_by_name(is_video ? "buffer" : "abuffer"), NULL));
    must(av_buffersrc_parameters_set(source->filter, parameters), "source");
    must(avfilter_init_dict(source->filter, NULL), "source");
    append_trim(graph, &last, &pad, stream->codecpar->codec_type, input->is_cut, input->length);
    must(avfilter_link(last, pad, in->filter_ctx, in->pad_idx), "source");
    av_free(parameters);
}

static void link_sink(Graph *graph, int index, AVFilterInOut *out)
{
    Sink *sink = graph->sinks + index;
    AVFilterContext *last = out->filter_ctx;
    int pad = out->pad_idx;
    const char *length = get_option(&output_options, "t");
    for (int i = 0; i < stream_count; i++)
        if (streams[i].graph == graph && streams[i].sink == index)
            append_formats(streams + i, graph->graph, &last, &pad);
    append_trim(graph->graph, &last, &pad, sink->type, 0, length ? parse_duration(length) : AV_NOPTS_VALUE);
    sink->filter = append(graph->graph, &last, &pad, sink->type == AVMEDIA_TYPE_VIDEO ? "buffersink" : "abuffersink", NULL);
}

void make_graph(Graph *graph)
{
    AVFilterInOut *in, *out;
    int index = 0;
    graph->graph = have(avfilter_graph_alloc());
    graph->graph->nb_threads = filter_threads;
    must(avfilter_graph_parse2(graph->graph, graph->text, &in, &out), graph->text);
    if (count_ends(in) != graph->source_count || count_ends(out) != graph->sink_count)
        die(0, "%s: expected %d inputs and %d outputs", graph->text, graph->source_count, graph->sink_count);
    for (AVFilterInOut *i = in; i; i = i->next)
        link_source(graph->graph, graph->sources[index++], i);
    index = 0;
    for (AVFilterInOut *o = out; o; o = o->next)
        link_sink(graph, index++, o);
    avfilter_inout_free(&in);
    avfilter_inout_free(&out);
    must(avfilter_graph_config(graph->graph, NULL), graph->text);
    for (int i = 0; i < graph->source_count; i++) {
        Source *source = graph->sources[i];
        int has_ended = source->ended;
        source->ended = 0;
        for (int k = 0; k < source->early_count; k++) {
            feed(source, source->early[k]);
            av_frame_free(&source->early[k]);
        }
        if (has_ended)
            feed(source, NULL);
    }
}

/* Gives a source its next frame, NULL at the end. A graph that wants no more of it ends it. */
void feed(Source *source, AVFrame *frame)
{
    int result;
    if (source->ended)
        return;
    if (!source->filter && frame) {
        if (source->early_count == FF_ARRAY_ELEMS(source->early))
            die(0, "more than %d frames before each input of the filter graph had one", source->early_count);
        source->early[source->early_count++] = have(av_frame_clone(frame));
        return;
    }
    result = source->filter ? av_buffersrc_add_frame_flags(source->filter, frame, AV_BUFFERSRC_FLAG_KEEP_REF) : 0;
    if (result != AVERROR_EOF)
        must(result, "filter");
    source->ended = !frame || result == AVERROR_EOF;
}
