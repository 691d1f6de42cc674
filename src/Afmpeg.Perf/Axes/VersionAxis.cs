using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Axes;

/// <summary>FFmpeg's version: 9 beside 5.1, the reference, in time, size, operations and output.</summary>
public sealed class VersionAxis : IAxis
{
    private const string OtherPictures = "other pictures";

    // By workload, as the sources of both versions have it: docs/decisions/0024-ffmpeg-9-beside-5.1.md.
    private static readonly ImmutableSortedDictionary<string, string> Reasons = ImmutableSortedDictionary<string, string>.Empty
        .Add("thumbnail", "JPEG has the full range of values, and FFmpeg 9's scaler converts the video's limited range to it with other "
            + "factors and rounding than 5.1's (libswscale, lumRangeToJpeg_c)")
        .Add("reel", "FFmpeg 9's filters keep the full range of a photograph, and the video says so; 5.1's take it for limited as soon as "
            + "it is yuv420p and convert it (libavfilter, vf_scale)");

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        ImmutableArray<Pair> pairs = [.. run.Cases.Where(summary => summary.Case.Lane.IsFfmpeg9).Select(nine => new Pair(run, nine))];
        return pairs.IsEmpty ? null : AxisTable.Create(
            "ffmpeg-version",
            "FFmpeg's version",
            AxisText.Join([.. Times(pairs), Outputs(pairs)]),
            pairs,
            [
                new("job", "job", "The job.", pair => pair.Place),
                new("lane", "lane of 9", "The engine and the build of FFmpeg 9.", pair => pair.Lane.Name),
                new("fiveMultiple", "5.1", "x",
                    "5.1's execute time on the lane that stands beside it, against native's (5.1, assembly, all threads).",
                    pair => pair.Five.Then(five => five.NativeMultiple)),
                new("nineMultiple", "9", "x", "FFmpeg 9's execute time against the same native's.", pair => pair.Nine.NativeMultiple),
                new("ratio", "9 against 5.1", "x", "How many times as long FFmpeg 9 takes as 5.1, by paired rounds.", pair => pair.Ratio),
                new("fiveGzipBytes", "5.1, gzip", "bytes", "The module of 5.1 with gzip -9; '-' for a native lane.",
                    pair => pair.Gzip(pair.Peer)),
                new("nineGzipBytes", "9, gzip", "bytes", "The module of FFmpeg 9 with gzip -9.", pair => pair.Gzip(pair.Lane)),
                new("fiveOperations", "5.1, operations", "10^6", "WebAssembly operations that 5.1's module executes for the job.",
                    pair => pair.Operations(pair.Peer)),
                new("nineOperations", "9, operations", "10^6", "The same of FFmpeg 9's module.", pair => pair.Operations(pair.Lane)),
                new("equalsPortable", "output, its native build's",
                    $"Whether FFmpeg 9's output is that of {Lane.NativePortableFfmpeg9.Name}: each picture, and the file's size.",
                    pair => pair.Lane == Lane.NativePortableFfmpeg9 ? "-" : Text(pair.AgainstPortable)),
                new("equalsFive", "output, 5.1's", "Whether FFmpeg 9's output is that of 5.1 on the lane beside it.",
                    pair => Text(pair.AgainstFive)),
            ],
            [
                "FFmpeg 5.1 is Debian bookworm's with its own command line tool; FFmpeg 9 is Debian sid's, its libraries under a driver of "
                    + "the suite's (toolchain/ffmpeg9), since the tool needs threads from 6.0 on. Encoders, compilers and components are "
                    + "the same.",
                "5.1 stays the reference: its command is upstream's own and has every option, its source is pinned, and what people embed "
                    + "today is made of it.",
                .. pairs.Where(pair => pair.Differs).Select(pair => pair.Nine.Case.Job.Workload).Distinct()
                    .Select(job => $"{job}: {Reasons.GetValueOrDefault(job, "why its pictures differ from 5.1's is not known")}."),
            ]);
    }

    private static string Text(Reading<string> reading) => reading.Show(text => text, reason => $"not measured: {reason}");

    // On the default lane, job by job.
    private static IEnumerable<Reading<string>> Times(ImmutableArray<Pair> pairs)
    {
        var onDefault = pairs.Where(pair => pair.Peer == MatrixDesign.DefaultLane).ToImmutableArray();
        return (onDefault.IsEmpty ? pairs : onDefault).Select(pair => pair.Ratio.Select(ratio =>
            $"on {pair.Place} ({pair.Peer.Name}), FFmpeg 9 takes "
            + (ratio.TellsApart() ? $"{ratio} times as long as 5.1" : $"about as long ({ratio}) as 5.1")));
    }

    private static Reading<string> Outputs(ImmutableArray<Pair> pairs)
    {
        var compared = pairs.Where(pair => pair.Peer != Lane.Native && pair.AgainstFive.Reason is null).ToArray();
        string[] equal = [.. compared.Where(pair => !pair.Differs).Select(pair => pair.Place).Distinct()];
        string[] other = [.. compared.Where(pair => pair.Differs).Select(pair => pair.Place).Distinct()];
        return compared.Length == 0
            ? Reading<string>.Unavailable(pairs.Select(pair => pair.AgainstFive.Reason).OfType<string>().First())
            : Reading<string>.Of(string.Join("; ", ((string?[])
            [
                equal.Length > 0 ? $"its pictures equal 5.1's on {AxisText.List(equal)}" : null,
                other.Length > 0 ? $"they differ on {AxisText.List(other)}, for the reasons below" : null,
            ]).OfType<string>()));
    }

    // FFmpeg 9 beside 5.1: the same job on the same engine and the same kind of build.
    private sealed record Pair(AxisInput Run, CaseSummary Nine)
    {
        public Lane Lane => Nine.Case.Lane;

        public string Place => AxisText.Place(Nine.Case.Job);

        public Lane Peer => MatrixDesign.PeerOf(Lane);

        public Reading<CaseSummary> Five => Find(Peer);

        public Reading<Estimate> Ratio => Five.Then(five => Run.Ratio(Nine, five));

        public Reading<string> AgainstPortable => Find(Lane.NativePortableFfmpeg9).Then(Compare);

        public Reading<string> AgainstFive => Five.Then(Compare);

        public bool Differs => AgainstFive.TryGet(out var found) && found == OtherPictures;

        public AxisCell Gzip(Lane lane) => !lane.IsWasm ? AxisCell.Of("-")
            : AxisCell.Exact(
                Run.Module(lane.Build, Nine.Case.Job.Setting.Flavour).Select(module => module.GzipSize).Number(), AxisText.Bytes);

        public AxisCell Operations(Lane lane) => !lane.IsWasm ? AxisCell.Of("-") : AxisCell.Exact(
            Run.Operations.FirstOrDefault(count => count.Job == Nine.Case.Job.Id && count.Build == lane.Build) is { } counted
                ? counted.Reading.Select(count => count.Operations / 1e6)
                : Reading<double>.Unavailable("it was not counted"),
            millions => FormattableString.Invariant($"{millions:#,0.0}"));

        private Reading<CaseSummary> Find(Lane lane) => Run.Find(Nine.Case.Job, lane) is { } found
            ? Reading<CaseSummary>.Of(found)
            : Reading<CaseSummary>.Unavailable($"{lane.Name} was not run");

        // Every picture, and the size of the file: sound and container are in that.
        private Reading<string> Compare(CaseSummary other) => Nine.FramesDigest.Then(mine => other.FramesDigest.Select(theirs =>
            mine != theirs ? OtherPictures
            : Nine.OutputSize.TryGet(out var size) && other.OutputSize.TryGet(out var expected) && size != expected
                ? FormattableString.Invariant($"equal pictures, {size.Bytes - expected.Bytes:+#,0;-#,0} bytes")
                : "equal"));
    }
}
