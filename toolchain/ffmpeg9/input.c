/* Inputs: opened, read packet by packet, decoded, and handed to the graphs and copies that want them. */
#include <stdlib.h>
#include <string.h>
#include "driver.h"
#include "libavutil/avstring.h"
#include "libavutil/mathematics.h"

Input inputs[MOST];
int input_count;
Source sources[2 * MOST];
int source_count;

/* Where pictures are stored in another order than shown, the frame that is wanted may come up to some frames behind: ffmpeg's own margin. */
static int64_t seek_margin(const AVFormatContext *format)
{
    if (!(format->iformat->flags & AVFMT_SEEK_TO_PTS))
        for (unsigned i = 0; i < format->nb_streams; i++)
            if (format->streams[i]->codecpar->video_delay)
                return 3 * AV_TIME_BASE / 23;
    return 0;
}

void open_input(const char *url, const Options *options)
{
    Input *input = inputs + input_count;
    const AVInputFormat *demuxer = NULL;
    AVDictionary *rest = NULL;
    const char *value;
    if (input_count++ == MOST)
        die(0, "more than %d inputs", MOST);
    input->options = *options;
    if ((value = get_option(&input->options, "f")) && !(demuxer = av_find_input_format(value)))
        die(0, "no demuxer %s in this build", value);
    input->length = (value = get_option(&input->options, "t")) ? parse_duration(value) : AV_NOPTS_VALUE;
    input->start = (value = get_option(&input->options, "ss")) ? parse_duration(value) : 0;
    input->is_cut = value != NULL;
    for (int i = 0; i < input->options.count; i++)
        if (!input->options.all[i].used && strcmp(input->options.all[i].name, "threads"))
            av_dict_set(&rest, input->options.all[i].name, input->options.all[i].value, 0);
    must(avformat_open_input(&input->format, url, demuxer, &rest), url);
    if (av_dict_count(rest))
        die(0, "no option -%s for the input %s in this build", av_dict_iterate(rest, NULL)->key, url);
    must(avformat_find_stream_info(input->format, NULL), url);
    if (input->format->nb_streams > MOST)
        die(0, "more than %d streams in %s", MOST, url);
    if (input->format->start_time != AV_NOPTS_VALUE)
        input->start += input->format->start_time;
    if (input->is_cut) {
        int64_t target = input->start - seek_margin(input->format);
        must(avformat_seek_file(input->format, -1, INT64_MIN, target, target, 0), "seek");
    }
    for (unsigned i = 0; i < input->format->nb_streams; i++) {
        input->format->streams[i]->discard = AVDISCARD_ALL;
        input->streams[i].last = input->streams[i].rescale = AV_NOPTS_VALUE;
    }
}

/* FILE[:SPECIFIER][?]. Sets the file; the stream's index, or -1 where the question mark allows that there is none. */
int find_stream(const char *text, int *file)
{
    char *end, specifier[32];
    size_t length = strlen(text);
    int found = -1, is_optional = length && text[length - 1] == '?';
    *file = strtol(text, &end, 10);
    if (end == text || *file < 0 || *file >= input_count)
        die(0, "no input of the number that %s begins with", text);
    av_strlcpy(specifier, *end == ':' ? end + 1 : "", sizeof(specifier));
    if (is_optional && *specifier)
        specifier[strlen(specifier) - 1] = 0;
    for (unsigned i = 0; i < inputs[*file].format->nb_streams; i++)
        if (must(avformat_match_stream_specifier(inputs[*file].format, inputs[*file].format->streams[i], specifier), text) > 0) {
            if (found >= 0)
                die(0, "%s fits more than one stream", text);
            found = i;
        }
    if (found < 0 && !is_optional)
        die(0, "no stream %s", text);
    return found;
}

static void open_decoder(Input *input, int index)
{
    AVStream *stream = input->format->streams[index];
    const AVCodec *codec = avcodec_find_decoder(stream->codecpar->codec_id);
    AVCodecContext *decoder;
    AVDictionary *options;
    stream->discard = AVDISCARD_DEFAULT;
    if (input->streams[index].decoder)
        return;
    if (!codec)
        die(0, "no decoder for %s in this build", avcodec_get_name(stream->codecpar->codec_id));
    decoder = input->streams[index].decoder = have(avcodec_alloc_context3(codec));
    must(avcodec_parameters_to_context(decoder, stream->codecpar), "decoder");
    decoder->pkt_timebase = stream->time_base;
    options = options_of(&input->options, avcodec_get_class(), codec->priv_class, AV_OPT_FLAG_DECODING_PARAM, decoder->codec_type);
    av_dict_set(&options, "threads", "auto", AV_DICT_DONT_OVERWRITE);
    must(avcodec_open2(decoder, codec, &options), codec->name);
    av_dict_free(&options);
}

Source *add_source(Graph *graph, int file, int index)
{
    Source *source = sources + source_count;
    Decoded *decoded = inputs[file].streams + index;
    open_decoder(inputs + file, index);
    if (source_count++ == FF_ARRAY_ELEMS(sources) || decoded->reader_count == MOST_READERS || graph->source_count == MOST)
        die(0, "too many inputs of filter graphs");
    *source = (Source){ .graph = graph, .file = file, .stream = index };
    decoded->readers[decoded->reader_count++] = source;
    return graph->sources[graph->source_count++] = source;
}

/* Times of sound are counted in samples: a container's milliseconds are neither gaps nor overlaps, but a gap stays one. */
static void time_sound(Decoded *decoded, AVFrame *frame)
{
    AVRational samples = { 1, frame->sample_rate };
    int64_t expected = decoded->last == AV_NOPTS_VALUE ? 0 : decoded->last + decoded->last_duration;
    if (frame->pts == AV_NOPTS_VALUE) {
        frame->pts = expected;
        frame->time_base = samples;
    } else if (decoded->last != AV_NOPTS_VALUE && frame->pts > av_rescale_q_rnd(expected, samples, frame->time_base, AV_ROUND_UP))
        decoded->rescale = AV_NOPTS_VALUE;
    frame->pts = av_rescale_delta(frame->time_base, frame->pts, samples, frame->nb_samples, &decoded->rescale, samples);
    frame->time_base = samples;
    frame->duration = frame->nb_samples;
}

static void time_picture(Decoded *decoded, AVFrame *frame)
{
    if (frame->pts == AV_NOPTS_VALUE)
        frame->pts = decoded->last == AV_NOPTS_VALUE ? 0 : decoded->last + decoded->last_duration;
    if (frame->duration <= 0)
        frame->duration = decoded->last != AV_NOPTS_VALUE && frame->pts > decoded->last ? frame->pts - decoded->last : FFMAX(decoded->last_duration, 1);
    frame->pict_type = AV_PICTURE_TYPE_NONE;
}

static void end_stream(Decoded *decoded)
{
    decoded->ended = 1;
    for (int i = 0; i < decoded->reader_count; i++)
        feed(decoded->readers[i], NULL);
}

/* Decodes a packet, or what is left where it is NULL. */
static void decode(Input *input, int index, const AVPacket *packet)
{
    Decoded *decoded = input->streams + index;
    AVStream *stream = input->format->streams[index];
    AVFrame *frame = have(av_frame_alloc());
    int result = decoded->ended ? AVERROR_EOF : avcodec_send_packet(decoded->decoder, packet);
    report_broken(decoded->decoder, result);
    while (!decoded->ended && (result = avcodec_receive_frame(decoded->decoder, frame)) >= 0) {
        int is_read = 0;
        frame->time_base = stream->time_base;
        frame->pts = frame->best_effort_timestamp;
        if (frame->pts != AV_NOPTS_VALUE)
            frame->pts -= av_rescale_q(input->start, AV_TIME_BASE_Q, stream->time_base);
        if (decoded->decoder->codec_type == AVMEDIA_TYPE_AUDIO)
            time_sound(decoded, frame);
        else
            time_picture(decoded, frame);
        decoded->last = frame->pts;
        decoded->last_duration = frame->duration;
        for (int i = 0; i < decoded->reader_count; i++) {
            feed(decoded->readers[i], frame);
            is_read |= !decoded->readers[i]->ended;
        }
        av_frame_unref(frame);
        if (!is_read)
            end_stream(decoded);
    }
    av_frame_free(&frame);
    report_broken(decoded->decoder, result);
    if (result == AVERROR_EOF && !decoded->ended)
        end_stream(decoded);
}

/* Reads one packet and hands it on. */
void read_input(Input *input)
{
    AVPacket *packet = have(av_packet_alloc());
    int file = input - inputs, result = input->ended ? AVERROR_EOF : av_read_frame(input->format, packet);
    if (result >= 0) {
        for (int i = 0; i < stream_count; i++)
            if (!streams[i].codec && streams[i].file == file && streams[i].stream == packet->stream_index)
                copy_packet(streams + i, packet);
        if (packet->stream_index < MOST && input->streams[packet->stream_index].decoder)
            decode(input, packet->stream_index, packet);
    } else {
        if (result != AVERROR_EOF)
            av_log(input->format, AV_LOG_ERROR, "%s cannot be read to its end: %s\n", input->format->url, av_err2str(result));
        input->ended = 1;
        for (unsigned i = 0; i < FFMIN(input->format->nb_streams, MOST); i++)
            if (input->streams[i].decoder)
                decode(input, i, NULL);
        for (int i = 0; i < stream_count; i++)
            if (!streams[i].codec && streams[i].file == file)
                streams[i].ended = 1;
    }
    av_packet_free(&packet);
}
