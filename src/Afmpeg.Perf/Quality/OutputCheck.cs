using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Quality;

/// <summary>Decodes outputs with the native ffmpeg and holds them against what their job expects. An output equal to one that was decoded already is not decoded again.</summary>
/// <param name="ffmpeg">The native ffmpeg.</param>
/// <param name="cancellation">Stops it.</param>
public sealed class OutputCheck(string ffmpeg, CancellationToken cancellation) : IOutputCheck
{
    // AAC frames of 1024 samples, at 16 kHz 64 ms each, with one of priming: sound ends up to three of them off.
    private static readonly TimeSpan SoundTolerance = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, Reading<FrameListing>> decoded = [];

    /// <inheritdoc/>
    public Reading<OutputFacts> Check(Job job, WorkFolder folder)
    {
        var file = Path.Combine(folder.Output, job.OutputFile);
        if (!File.Exists(file))
        {
            return Reading<OutputFacts>.NotMeasured($"wrong output: it ended well but wrote no {job.OutputFile}");
        }

        var listing = Decode(file);
        return listing.TryGet(out var found)
            ? Compare(job.Expected, found, new ByteCount(new FileInfo(file).Length))
            : Reading<OutputFacts>.NotMeasured($"wrong output: {listing.WhyNot}");
    }

    private Reading<FrameListing> Decode(string file)
    {
        var checksum = ProductStore.Checksum(file);
        if (!decoded.TryGetValue(checksum, out var listing))
        {
            listing = FrameListing.Of(ffmpeg, file, cancellation).GetAwaiter().GetResult();
            decoded[checksum] = listing;
        }

        return listing;
    }

    private static Reading<OutputFacts> Compare(ExpectedOutput expected, FrameListing found, ByteCount size)
    {
        var oneFrame = expected.Duration / expected.Frames;
        var duration = found.VideoEnd - found.VideoStart;
        var right = found.VideoFrames == expected.Frames
            && (found.Width, found.Height) == (expected.Width, expected.Height)
            && (duration - expected.Duration).Duration() <= oneFrame
            && (expected.HasSound ? (found.SoundEnd - expected.Duration)?.Duration() <= SoundTolerance : found.SoundEnd is null);
        return right
            ? Reading<OutputFacts>.Of(new OutputFacts(size, found.VideoFrames, duration, found.VideoDigest))
            : Reading<OutputFacts>.NotMeasured(
                $"wrong output: expected {Describe(expected.Frames, expected.Width, expected.Height, expected.Duration, expected.HasSound ? expected.Duration : null)}, "
                + $"observed {Describe(found.VideoFrames, found.Width, found.Height, duration, found.SoundEnd)}");
    }

    private static string Describe(int frames, int width, int height, TimeSpan duration, TimeSpan? sound) =>
        $"{frames} frames of {width}x{height}, {duration.TotalSeconds:0.##} s, {(sound is { } end ? $"sound until {end.TotalSeconds:0.##} s" : "silent")}";
}
