namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>What FFmpeg's framemd5 muxer writes, by hand.</summary>
public static class FrameListings
{
    /// <summary>A listing of a video, with or without sound that lasts as long.</summary>
    public static string Of(int frames, int width, int height, int framesPerSecond, bool sound, char picture = 'a') => string.Join('\n',
    [
        "#format: frame checksums", "#version: 2", "#hash: MD5",
        $"#tb 0: 1/{framesPerSecond}", "#media_type 0: video", "#codec_id 0: rawvideo", $"#dimensions 0: {width}x{height}", "#sar 0: 1/1",
        .. sound ? ["#tb 1: 1/48000", "#media_type 1: audio"] : Array.Empty<string>(),
        "#stream#, dts,        pts, duration,     size, hash",
        .. Enumerable.Range(0, frames).Select(frame => $"0, {frame,10}, {frame,10},        1,   28800, {new string(picture, 32)}"),
        .. sound ? [$"1,          0,          0, {48000L * frames / framesPerSecond},     4096, {new string('b', 32)}"]
            : Array.Empty<string>(),
        "",
    ]);
}
