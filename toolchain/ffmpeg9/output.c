/* The output: its streams, copied packets, and the muxer, which begins when each stream is known. */
#include <stdlib.h>
#include <string.h>
#include "driver.h"
#include "libavutil/avstring.h"
#include "libavutil/mathematics.h"

Stream streams[MOST];
int stream_count;
AVFormatContext *output;
Options output_options;

static int has_begun;
static AVPacket **early; /* packets from before the header, in their order */
static int early_count;

void add_stream(enum AVMediaType type, int file, int index, Graph *graph, int sink)
{
    int is_video = type == AVMEDIA_TYPE_VIDEO;
    const char *name = get_option(&output_options, is_video ? "c:v,vcodec,c,codec" : "c:a,acodec,c,codec");
    const char *chain = get_option(&output_options, is_video ? "vf,filter:v" : "af,filter:a");
    Stream *stream = streams + stream_count;
    if (type != AVMEDIA_TYPE_VIDEO && type != AVMEDIA_TYPE_AUDIO)
        die(0, "only pictures and sound can be mapped");
    if (get_option(&output_options, is_video ? "vn" : "an"))
        return;
    if (stream_count++ == MOST)
        die(0, "more than %d output streams", MOST);
    *stream = (Stream){ .type = type, .file = file, .stream = index, .graph = graph, .sink = sink, .last_pts = AV_NOPTS_VALUE, .rescale = AV_NOPTS_VALUE, .last_dts = INT64_MIN };
    if (name && !strcmp(name, "copy")) {
        if (graph || chain)
            die(0, "a copied stream cannot be filtered");
        inputs[file].format->streams[index]->discard = AVDISCARD_DEFAULT;
        return;
    }
    stream->codec = name ? avcodec_find_encoder_by_name(name)
                         : avcodec_find_encoder(av_guess_codec(output->oformat, NULL, output->url, NULL, type));
    if (!stream->codec)
        die(0, "no encoder %s in this build", name ? name : "that the output's format has by default");
    if (!graph) {
        stream->graph = new_graph(chain ? chain : is_video ? "null" : "anull");
        stream->sink = stream->graph->sink_count++;
        stream->graph->sinks[0] = (Sink){ .label = NULL, .type = type };
        add_source(stream->graph, file, index);
    }
}

static void add_copied(Stream *stream)
{
    AVStream *from = inputs[stream->file].format->streams[stream->stream];
    must(avcodec_parameters_copy(stream->muxed->codecpar, from->codecpar), "copy");
    stream->muxed->codecpar->codec_tag = 0;
    stream->muxed->time_base = from->time_base;
    stream->muxed->avg_frame_rate = from->avg_frame_rate;
    stream->muxed->sample_aspect_ratio = from->sample_aspect_ratio;
}

void begin_output(void)
{
    for (int i = 0; i < stream_count; i++) {
        streams[i].muxed = have(avformat_new_stream(output, NULL));
        if (!streams[i].codec)
            add_copied(streams + i);
    }
    try_begin();
}

/* Once every stream is known the header is written, and behind it the packets that waited for it. */
void try_begin(void)
{
    AVDictionary *options;
    for (int i = 0; i < stream_count; i++)
        if (streams[i].codec && !streams[i].encoder)
            return;
    options = options_of(&output_options, avformat_get_class(), output->oformat->priv_class, AV_OPT_FLAG_ENCODING_PARAM, AVMEDIA_TYPE_UNKNOWN);
    get_option(&output_options, "threads,pix_fmt,enc_time_base,an,vn,t,frames:v,vframes,vf,af,filter:v,filter:a,c:v,c:a,vcodec,acodec,flags:v,flags:a,q:v,qscale:v");
    refuse_unused(&output_options, output->url);
    if (!(output->oformat->flags & AVFMT_NOFILE))
        must(avio_open2(&output->pb, strcmp(output->url, "-") ? output->url : "pipe:1", AVIO_FLAG_WRITE, NULL, NULL), output->url);
    must(avformat_write_header(output, &options), output->url);
    av_dict_free(&options);
    has_begun = 1;
    for (int i = 0; i < early_count; i++) {
        av_packet_rescale_ts(early[i], early[i]->time_base, output->streams[early[i]->stream_index]->time_base);
        must(av_interleaved_write_frame(output, early[i]), output->url);
        av_packet_free(&early[i]);
    }
    av_freep(&early);
}

/* Takes what is in the packet, whose times are in its own time base. */
void write_packet(Stream *stream, AVPacket *packet)
{
    packet->stream_index = stream->muxed->index;
    if (packet->dts != AV_NOPTS_VALUE)
        stream->last_dts = av_rescale_q(packet->dts, packet->time_base, AV_TIME_BASE_Q);
    if (!has_begun) {
        AVPacket *kept = have(av_packet_alloc());
        av_packet_move_ref(kept, packet);
        must(av_dynarray_add_nofree(&early, &early_count, kept), "memory");
        return;
    }
    av_packet_rescale_ts(packet, packet->time_base, stream->muxed->time_base);
    must(av_interleaved_write_frame(output, packet), output->url);
}

static int64_t delay_of(const AVStream *stream)
{
    AVRational rate = stream->avg_frame_rate;
    return rate.num ? av_rescale_q(stream->codecpar->video_delay, av_inv_q(rate), stream->time_base) : 0;
}

/* Copies a packet, its times from the input's start on. Before the first keyframe there is nothing that a player could show. */
void copy_packet(Stream *stream, const AVPacket *packet)
{
    const char *most = get_option(&output_options, "frames:v,vframes");
    const Input *input = inputs + stream->file;
    AVStream *from = input->format->streams[stream->stream];
    int64_t start = av_rescale_q(input->start, AV_TIME_BASE_Q, from->time_base);
    const char *length = get_option(&output_options, "t");
    AVPacket *copy;
    if (stream->ended || (!stream->frames && !(packet->flags & AV_PKT_FLAG_KEY)))
        return;
    copy = have(av_packet_clone(packet));
    copy->pos = -1;
    copy->time_base = from->time_base;
    /* The times at which the first pictures are decoded lie before the first is shown, and a container may leave them out. */
    if (copy->dts == AV_NOPTS_VALUE)
        copy->dts = stream->last_pts != AV_NOPTS_VALUE ? stream->last_pts : (copy->pts == AV_NOPTS_VALUE ? start : copy->pts) - delay_of(from);
    stream->last_pts = copy->dts + copy->duration;
    if (stream->type == AVMEDIA_TYPE_AUDIO || copy->pts == AV_NOPTS_VALUE)
        copy->pts = copy->dts;
    copy->pts -= start;
    copy->dts -= start;
    stream->ended = (length && av_compare_ts(copy->dts, copy->time_base, parse_duration(length), AV_TIME_BASE_Q) >= 0)
        || (input->length != AV_NOPTS_VALUE && av_compare_ts(copy->dts, copy->time_base, input->length, AV_TIME_BASE_Q) >= 0);
    if (stream->ended || (!stream->frames && copy->pts < 0)) {
        av_packet_free(&copy);
        return;
    }
    if (stream->type == AVMEDIA_TYPE_AUDIO) {
        /* In samples, so that a container's milliseconds do not add up. */
        AVCodecParameters *sound = from->codecpar;
        AVRational samples = { 1, sound->sample_rate };
        int length = av_get_audio_frame_duration2(sound, copy->size);
        copy->dts = copy->pts = av_rescale_delta(from->time_base, copy->dts, samples, length ? length : sound->frame_size, &stream->rescale, samples);
        copy->duration = av_rescale_q(copy->duration, from->time_base, samples);
        copy->time_base = samples;
    }
    stream->frames++;
    write_packet(stream, copy);
    av_packet_free(&copy);
    if (stream->type == AVMEDIA_TYPE_VIDEO && most && stream->frames >= atoll(most))
        stream->ended = 1;
}
