using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Axes;

/// <summary>FFmpeg 9 beside 5.1: the same job on the same engine and the same kind of build.</summary>
/// <param name="Nine">The job on a lane of FFmpeg 9.</param>
/// <param name="Peer">The lane of 5.1 that it stands beside.</param>
/// <param name="Five">The job on that lane; null where it was not planned.</param>
/// <param name="Ratio">How many times as long 9 takes, by paired rounds.</param>
internal sealed record VersionReading(CaseSummary Nine, Lane Peer, CaseSummary? Five, Reading<Estimate> Ratio)
{
    /// <summary>Equal pictures, as cells say it.</summary>
    public const string Equal = "equal";

    /// <summary>Other pictures, as cells say it.</summary>
    public const string Other = "other pictures";

    /// <summary>Reads a case of FFmpeg 9.</summary>
    public static VersionReading Of(AxisInput run, CaseSummary nine)
    {
        var peer = PeerOf(nine.Case.Lane);
        var five = run.Find(nine.Case.Job, peer);
        return new VersionReading(nine, peer, five, five is null ? Reading<Estimate>.Unavailable($"{peer.Name} was not run") : run.Ratio(nine, five));
    }

    /// <summary>The lane of 5.1 that a lane of FFmpeg 9 stands beside.</summary>
    public static Lane PeerOf(Lane lane) => lane == Lane.NativeFfmpeg9 ? Lane.Native
        : lane == Lane.NativePortableFfmpeg9 ? Lane.NativePortable
        : Lane.Wasm(lane.Engine!, MatrixDesign.Ffmpeg9Builds.Single(build => build.Build == lane.Build).Peer);

    /// <summary>Whether its output is that of FFmpeg 9's native build of the same C.</summary>
    public Reading<string> AgainstPortable(AxisInput run) =>
        run.Find(Nine.Case.Job, Lane.NativePortableFfmpeg9) is { } portable ? Compare(portable) : Reading<string>.Unavailable($"{Lane.NativePortableFfmpeg9.Name} was not run");

    /// <summary>Whether its output is 5.1's.</summary>
    public Reading<string> AgainstFive() => Five is null ? Reading<string>.Unavailable($"{Peer.Name} was not run") : Compare(Five);

    /// <summary>What its module weighs with gzip; null where the lane has none.</summary>
    public static Reading<double>? Gzip(AxisInput run, Lane lane, string flavour) => !lane.IsWasm ? null
        : run.Module(lane.Build!, flavour).Select(module => (double)module.GzipSize.Bytes);

    /// <summary>The operations that a lane's module executes for the job; null where the lane has none.</summary>
    public Reading<double>? Operations(AxisInput run, Lane lane) => !lane.IsWasm ? null
        : run.Operations.FirstOrDefault(count => count.Job == Nine.Case.Job.Id && count.Build == lane.Build) is { } counted
            ? counted.Reading.Select(count => (double)count.Operations)
            : Reading<double>.Unavailable("it was not counted");

    // Every picture, and the size of the file: sound and container are in that.
    private Reading<string> Compare(CaseSummary other) => Nine.FramesDigest.Then(mine => other.FramesDigest.Select(theirs => mine != theirs ? Other
        : Nine.OutputSize.TryGet(out var size) && other.OutputSize.TryGet(out var expected) && size != expected
            ? FormattableString.Invariant($"{Equal} pictures, {size.Bytes - expected.Bytes:+#,0;-#,0} bytes")
            : Equal));
}
