using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Quality;

/// <summary>
/// Decodes outputs with the native ffmpeg, holds them against what their job expects, and measures what their pictures lost. An output
/// equal to one that was looked at already costs its checksum alone.
/// </summary>
public sealed class OutputCheck(string ffmpeg, CancellationToken cancellation) : IOutputCheck
{
    // AAC frames of 1024 samples, at 16 kHz 64 ms each, with one of priming: sound ends up to three of them off.
    private static readonly TimeSpan SoundTolerance = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, Reading<FrameListing>> decoded = [];
    private readonly QualityMeter quality = new(ffmpeg, cancellation);

    /// <inheritdoc/>
    public Reading<OutputFacts> Check(Job job, WorkFolder folder)
    {
        if (job.OutputFile is null)
        {
            return Reading<OutputFacts>.Of(new OutputFacts(null, null, job.Expected.Duration, null)
            {
                Quality = Reading<PictureQuality>.Unavailable(PictureQuality.NoOutput),
            });
        }

        var files = job.OutputFiles.Select(name => Path.Combine(folder.Output, name)).ToImmutableArray();
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            return Wrong($"it succeeded but wrote no {Path.GetFileName(missing)}");
        }

        var checksums = files.Select(ProductStore.Checksum).Distinct().ToArray();
        if (checksums.Length > 1)
        {
            return Wrong("the outputs of the batch are not equal");
        }

        var listing = Decode(files[0], checksums[0]);
        if (!listing.TryGet(out var found))
        {
            return Wrong(listing.Reason!);
        }

        var facts = Compare(job.Expected, found, new ByteCount(new FileInfo(files[0]).Length));
        return facts.TryGet(out var right) ? quality.AddTo(right, job, folder, files[0]) : facts;
    }

    private static Reading<OutputFacts> Wrong(string what) => Reading<OutputFacts>.Unavailable($"wrong output: {what}");

    // A listing that the lane made itself is read as it is.
    private Reading<FrameListing> Decode(string file, string checksum)
    {
        if (!decoded.TryGetValue(checksum, out var listing))
        {
            listing = Path.GetExtension(file) == ".framemd5"
                ? FrameListing.Parse(File.ReadAllText(file))
                : FrameListing.Decode(ffmpeg, file, cancellation).GetAwaiter().GetResult();
            decoded[checksum] = listing;
        }

        return listing;
    }

    private static Reading<OutputFacts> Compare(ExpectedOutput expected, FrameListing found, ByteCount size)
    {
        var duration = found.VideoEnd - found.VideoStart;
        var right = found.VideoFrames == expected.Frames
            && (found.Width, found.Height) == (expected.Width, expected.Height)
            && (expected.Duration is null || (duration - expected.Duration.Value).Duration() <= expected.Duration / expected.Frames)
            && (expected.HasSound ? (found.SoundEnd - expected.Duration)?.Duration() <= SoundTolerance : found.SoundEnd is null);
        if (right)
        {
            var shown = expected.Duration is null ? (TimeSpan?)null : duration;
            return Reading<OutputFacts>.Of(new OutputFacts(size, found.VideoFrames, shown, found.VideoDigest));
        }

        var sound = expected.HasSound ? expected.Duration : null;
        return Wrong(
            $"expected {Describe(expected.Frames, expected.Width, expected.Height, expected.Duration ?? duration, sound)}, "
            + $"observed {Describe(found.VideoFrames, found.Width, found.Height, duration, found.SoundEnd)}");
    }

    private static string Describe(int frames, int width, int height, TimeSpan duration, TimeSpan? sound) =>
        $"{CountText.Of(frames, "frame")} of {width}x{height}, {duration.TotalSeconds:0.##} s, "
        + (sound is { } end ? $"sound until {end.TotalSeconds:0.##} s" : "silent");
}
