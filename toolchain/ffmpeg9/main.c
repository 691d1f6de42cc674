/* Reads the command line, and works on the stream that is furthest behind until each has ended. */
#include <stdlib.h>
#include <string.h>
#include "driver.h"
#include "libavdevice/avdevice.h"
#include "libavfilter/buffersrc.h"
#include "libavutil/avstring.h"
#include "libavutil/cpu.h"

static const char *maps[MOST], *complex_graphs[MOST];
static int map_count, complex_count;

static void set_log_level(const char *name)
{
    static const char *const names[] = { "quiet", "panic", "fatal", "error", "warning", "info", "verbose", "debug" };
    for (int i = 0; i < FF_ARRAY_ELEMS(names); i++)
        if (!strcmp(names[i], name)) {
            av_log_set_level(AV_LOG_QUIET + i * (AV_LOG_FATAL - AV_LOG_PANIC));
            return;
        }
    die(0, "no -loglevel %s: it is a word, such as error or warning", name);
}

/* Options that concern neither an input nor the output. Whether it is one. */
static int take_global(const char *name, const char *value)
{
    if (!strcmp(name, "loglevel"))
        set_log_level(value);
    else if (!strcmp(name, "cpuflags")) {
        unsigned flags = av_get_cpu_flags();
        must(av_parse_cpu_caps(&flags, value), value);
        av_force_cpu_flags(flags);
    } else if (!strcmp(name, "filter_threads") || !strcmp(name, "filter_complex_threads"))
        filter_threads = atoi(value);
    else if (!strcmp(name, "fps_mode") || !strcmp(name, "map_metadata")) {
        const char *only = *name == 'f' ? "passthrough" : "-1";
        if (strcmp(value, only))
            die(0, "no -%s %s in this build, only %s", name, value, only);
    } else if (!strcmp(name, "filter_complex") && complex_count < MOST)
        complex_graphs[complex_count++] = value;
    else if (!strcmp(name, "map") && map_count < MOST)
        maps[map_count++] = value;
    else
        return 0;
    return 1;
}

/* What stands before an -i is that input's, what stands after the last is the output's. */
static const char *parse(int count, char **arguments)
{
    Options options = { 0 };
    const char *url = NULL;
    for (int i = 1; i < count; i++) {
        const char *name = arguments[i] + 1;
        if (arguments[i][0] != '-' || !*name) {
            if (url)
                die(0, "two outputs, %s and %s: this driver writes one", url, arguments[i]);
            url = arguments[i];
        } else if (av_match_name(name, "hide_banner,nostdin,nostats,y"))
            continue;
        else if (av_match_name(name, "an,vn"))
            put_option(&options, name, "");
        else if (++i == count)
            die(0, "option -%s has no value", name);
        else if (!strcmp(name, "i")) {
            open_input(arguments[i], &options);
            options.count = 0;
        } else if (!take_global(name, arguments[i]))
            put_option(&options, name, arguments[i]);
    }
    if (!url)
        die(0, "no output: this driver of FFmpeg %s takes ffmpeg's arguments, inputs first and one output last", av_version_info());
    output_options = options;
    return url;
}

static void map_stream(const char *text)
{
    int file, index;
    if (*text != '[') {
        if ((index = find_stream(text, &file)) >= 0)
            add_stream(inputs[file].format->streams[index]->codecpar->codec_type, file, index, NULL, 0);
        return;
    }
    for (int i = 0; i < complex_count; i++)
        for (int k = 0; k < graphs[i].sink_count; k++) {
            size_t length = strlen(graphs[i].sinks[k].label);
            if (strlen(text) == length + 2 && !strncmp(text + 1, graphs[i].sinks[k].label, length)) {
                add_stream(graphs[i].sinks[k].type, -1, -1, graphs + i, k);
                return;
            }
        }
    die(0, "no output %s of a filter graph", text);
}

/* Without -map: the best picture and the best sound of all inputs. */
static void map_best(void)
{
    for (int type = AVMEDIA_TYPE_VIDEO; type <= AVMEDIA_TYPE_AUDIO; type++)
        for (int file = 0, index = -1; file < input_count && index < 0; file++)
            if ((index = av_find_best_stream(inputs[file].format, type, -1, -1, NULL, 0)) >= 0)
                add_stream(type, file, index, NULL, 0);
}

/* The source of a graph that is not made yet which still lacks a frame; NULL where none does. */
static Source *lacking(const Graph *graph)
{
    for (int i = 0; i < graph->source_count; i++)
        if (!graph->sources[i]->early_count && !graph->sources[i]->ended)
            return graph->sources[i];
    return NULL;
}

/* The source that its graph asked for most often in vain. */
static Source *hungriest(const Graph *graph)
{
    Source *found = NULL;
    for (int i = 0; i < graph->source_count; i++) {
        Source *source = graph->sources[i];
        if (!source->ended && (!found || av_buffersrc_get_nb_failed_requests(source->filter) > av_buffersrc_get_nb_failed_requests(found->filter)))
            found = source;
    }
    return found;
}

static void end_graph(const Graph *graph)
{
    for (int i = 0; i < stream_count; i++)
        if (streams[i].graph == graph)
            encode(streams + i, NULL);
}

/* One step towards the next packet of a stream. */
static void advance(Stream *stream)
{
    Graph *graph = stream->graph;
    Source *source;
    int result;
    if (!stream->codec) {
        read_input(inputs + stream->file);
        return;
    }
    if (!graph->graph) {
        if ((source = lacking(graph)))
            read_input(inputs + source->file);
        else
            make_graph(graph);
        return;
    }
    if (drain(stream) || stream->ended)
        return;
    result = avfilter_graph_request_oldest(graph->graph);
    for (int i = 0; i < stream_count; i++)
        if (streams[i].graph == graph)
            drain(streams + i);
    if (result >= 0)
        return;
    if (result != AVERROR_EOF && result != AVERROR(EAGAIN))
        must(result, "filter");
    source = result == AVERROR_EOF ? NULL : hungriest(graph);
    if (source)
        read_input(inputs + source->file);
    else
        end_graph(graph);
}

static Stream *furthest_behind(void)
{
    Stream *found = NULL;
    for (int i = 0; i < stream_count; i++)
        if (!streams[i].ended && (!found || streams[i].last_dts < found->last_dts))
            found = streams + i;
    return found;
}

int main(int count, char **arguments)
{
    const char *url;
    avdevice_register_all();
    av_log_set_level(AV_LOG_WARNING);
    url = parse(count, arguments);
    must(avformat_alloc_output_context2(&output, NULL, get_option(&output_options, "f"), url), url);
    for (int i = 0; i < complex_count; i++)
        parse_graph(complex_graphs[i]);
    for (int i = 0; i < map_count; i++)
        map_stream(maps[i]);
    if (!map_count)
        map_best();
    if (!stream_count)
        die(0, "nothing to write to %s: no stream is mapped", url);
    begin_output();
    for (Stream *behind; (behind = furthest_behind());)
        advance(behind);
    must(av_write_trailer(output), url);
    if (output->pb)
        must(avio_closep(&output->pb), url);
    return 0;
}
