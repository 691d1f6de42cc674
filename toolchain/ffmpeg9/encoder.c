/* Encoders: opened when it is known what they get. */
#include <stdlib.h>
#include "driver.h"
#include "libavfilter/buffersink.h"
#include "libavutil/mathematics.h"
#include "libavutil/parseutils.h"

/* What pictures are, their first frame tells; what sound is, its graph: its encoder decides how long frames are before there is one. */
static void open_encoder(Stream *stream, const AVFrame *frame)
{
    AVFilterContext *sink = stream->graph->sinks[stream->sink].filter;
    AVCodecContext *encoder = stream->encoder = have(avcodec_alloc_context3(stream->codec));
    AVDictionary *options;
    const char *value;
    if (stream->type == AVMEDIA_TYPE_VIDEO) {
        encoder->width = frame->width;
        encoder->height = frame->height;
        encoder->pix_fmt = frame->format;
        encoder->sample_aspect_ratio = frame->sample_aspect_ratio;
        encoder->color_range = frame->color_range;
        encoder->color_primaries = frame->color_primaries;
        encoder->color_trc = frame->color_trc;
        encoder->colorspace = frame->colorspace;
        encoder->chroma_sample_location = frame->chroma_location;
        encoder->alpha_mode = frame->alpha_mode;
        encoder->field_order = !(frame->flags & AV_FRAME_FLAG_INTERLACED) ? AV_FIELD_PROGRESSIVE
            : frame->flags & AV_FRAME_FLAG_TOP_FIELD_FIRST ? AV_FIELD_TB : AV_FIELD_BT;
        encoder->framerate = av_buffersink_get_frame_rate(sink);
        encoder->time_base = encoder->framerate.num > 0 ? av_inv_q(encoder->framerate) : av_buffersink_get_time_base(sink);
        if ((value = get_option(&output_options, "enc_time_base")))
            must(av_parse_ratio(&encoder->time_base, value, INT_MAX, 0, NULL), value);
        if ((value = get_option(&output_options, "q:v,qscale:v"))) {
            encoder->flags |= AV_CODEC_FLAG_QSCALE;
            encoder->global_quality = atof(value) * FF_QP2LAMBDA;
        }
    } else {
        encoder->sample_rate = av_buffersink_get_sample_rate(sink);
        encoder->sample_fmt = av_buffersink_get_format(sink);
        encoder->time_base = (AVRational){ 1, encoder->sample_rate };
        must(av_buffersink_get_ch_layout(sink, &encoder->ch_layout), "channels");
    }
    encoder->flags |= AV_CODEC_FLAG_FRAME_DURATION;
    if (output->oformat->flags & AVFMT_GLOBALHEADER)
        encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    options = options_of(&output_options, avcodec_get_class(), stream->codec->priv_class, AV_OPT_FLAG_ENCODING_PARAM, stream->type);
    av_dict_set(&options, "threads", "auto", AV_DICT_DONT_OVERWRITE);
    must(avcodec_open2(encoder, stream->codec, &options), stream->codec->name);
    av_dict_free(&options);
    if (encoder->frame_size && !(stream->codec->capabilities & AV_CODEC_CAP_VARIABLE_FRAME_SIZE))
        av_buffersink_set_frame_size(sink, encoder->frame_size);
    av_dict_set(&stream->muxed->metadata, "encoder", encoder->flags & AV_CODEC_FLAG_BITEXACT ? "Lavc " : LIBAVCODEC_IDENT " ", 0);
    av_dict_set(&stream->muxed->metadata, "encoder", stream->codec->name, AV_DICT_APPEND);
    must(avcodec_parameters_from_context(stream->muxed->codecpar, encoder), "parameters");
    stream->muxed->time_base = encoder->time_base;
    stream->muxed->avg_frame_rate = encoder->framerate;
    stream->muxed->sample_aspect_ratio = encoder->sample_aspect_ratio;
    try_begin();
}

/* Encodes a frame, or what is left where it is NULL. */
void encode(Stream *stream, AVFrame *frame)
{
    const char *most = get_option(&output_options, "frames:v,vframes");
    AVPacket *packet;
    int result;
    if (stream->ended)
        return;
    if (!stream->encoder) {
        if (!frame)
            die(0, "no frame for an output stream of %s", output->url);
        open_encoder(stream, frame);
    }
    if (frame) {
        AVRational from = frame->time_base;
        frame->time_base = stream->encoder->time_base;
        frame->pts = frame->pts == AV_NOPTS_VALUE ? (stream->last_pts == AV_NOPTS_VALUE ? 0 : stream->last_pts + 1) : av_rescale_q(frame->pts, from, frame->time_base);
        frame->duration = stream->type == AVMEDIA_TYPE_VIDEO ? av_rescale_q(frame->duration, from, frame->time_base) : frame->nb_samples;
        frame->pict_type = AV_PICTURE_TYPE_NONE;
        frame->quality = stream->encoder->global_quality;
        stream->last_pts = frame->pts;
        stream->frames++;
    }
    packet = have(av_packet_alloc());
    must(avcodec_send_frame(stream->encoder, frame), "encode");
    while ((result = avcodec_receive_packet(stream->encoder, packet)) >= 0) {
        packet->time_base = stream->encoder->time_base;
        write_packet(stream, packet);
    }
    av_packet_free(&packet);
    if (result != AVERROR(EAGAIN) && result != AVERROR_EOF)
        must(result, "encode");
    if (!frame)
        stream->ended = 1;
    else if (stream->type == AVMEDIA_TYPE_VIDEO && most && stream->frames >= atoll(most))
        encode(stream, NULL);
}

/* Encodes the frames that are at a sink. Whether there were any. */
int drain(Stream *stream)
{
    AVFilterContext *sink = stream->graph->sinks[stream->sink].filter;
    AVFrame *frame = have(av_frame_alloc());
    int result = 0, some = 0;
    if (stream->type == AVMEDIA_TYPE_AUDIO && !stream->encoder)
        open_encoder(stream, NULL);
    while (!stream->ended && (result = av_buffersink_get_frame_flags(sink, frame, AV_BUFFERSINK_FLAG_NO_REQUEST)) >= 0) {
        frame->time_base = av_buffersink_get_time_base(sink);
        encode(stream, frame);
        av_frame_unref(frame);
        some = 1;
    }
    if (!stream->ended && result == AVERROR_EOF)
        encode(stream, NULL);
    av_frame_free(&frame);
    return some;
}
