using Afmpeg.Perf.Media;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A user's file, and an ffmpeg that says of it what a rule lets it say.</summary>
public sealed class FakeFootage : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public FakeFootage()
    {
        Video = temporary.File("My  Holiday (1).MP4");
        File.WriteAllText(Video, "footage");
        File.WriteAllText(
            temporary.File("codecs"), "Codecs:\n -------\n DEV.LS h264   H.264\n DEVI.S png  PNG\n ..V.L. hevc  HEVC\n DEAIL. aac  AAC\n");
        File.WriteAllText(temporary.File("ffmpeg"), $$"""
            #!/bin/sh
            for last; do :; done
            case "$last" in
              -codecs) cat '{{temporary.File("codecs")}}' ;;
              -) cat '{{temporary.File("listing")}}'; cat '{{temporary.File("complaint")}}' >&2 ;;
              *) cat '{{temporary.File("head")}}' >&2; exit 1 ;;
            esac

            """);
        File.SetUnixFileMode(temporary.File("ffmpeg"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Says(Head("h264 (High), yuv420p(tv)", "aac"), FrameListings.Of(90, 640, 480, 30, sound: true));
    }

    /// <summary>The file.</summary>
    public string Video { get; }

    public string Other(string name) => temporary.File(name);

    public void Dispose() => temporary.Dispose();

    public static string Head(string video, string sound, string time = "00:00:03.00, start: 0.000000") =>
        $"Input #0, matroska,webm, from 'x':\n  Duration: {time}, bitrate: 1 kb/s\n"
        + $"  Stream #0:0: Video: {video}, 640x480\n  Stream #0:1: Audio: {sound}, 48000 Hz\n";

    public void Says(string head, string listing, string complaint = "")
    {
        File.WriteAllText(temporary.File("head"), head);
        File.WriteAllText(temporary.File("listing"), listing);
        File.WriteAllText(temporary.File("complaint"), complaint);
    }

    public Task<CustomClip> Plan() => CustomClip.Plan(Video, temporary.File("ffmpeg"), CancellationToken.None);
}
