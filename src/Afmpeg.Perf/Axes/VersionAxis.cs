using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Axes;

/// <summary>FFmpeg's version: 9 beside 5.1, the reference, in time, size, operations and output.</summary>
public sealed class VersionAxis : IAxis
{
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("job", "job", "", "The job."),
        new("lane", "lane of 9", "", "The engine and the build of FFmpeg 9."),
        new("fiveMultiple", "5.1", "x", "5.1's execute time on the lane that stands beside it, against native's (5.1, assembly, all threads)."),
        new("nineMultiple", "9", "x", "FFmpeg 9's execute time against the same native's."),
        new("ratio", "9 against 5.1", "x", "How many times as long FFmpeg 9 takes as 5.1, by paired rounds."),
        new("fiveGzipBytes", "5.1, gzip", "bytes", "The module of 5.1 with gzip -9; '-' for a native lane."),
        new("nineGzipBytes", "9, gzip", "bytes", "The module of FFmpeg 9 with gzip -9."),
        new("fiveOperations", "5.1, operations", "10^6", "WebAssembly operations that 5.1's module executes for the job."),
        new("nineOperations", "9, operations", "10^6", "The same of FFmpeg 9's module."),
        new("equalsPortable", "output, its native build's", "", $"Whether FFmpeg 9's output is that of {Lane.NativePortableFfmpeg9.Name}: each picture, and the file's size."),
        new("equalsFive", "output, 5.1's", "", "Whether FFmpeg 9's output is that of 5.1 on the lane beside it."),
    ];

    // By workload, as the sources of both versions have it: docs/decisions/0024-ffmpeg-9-beside-5.1.md.
    private static readonly ImmutableSortedDictionary<string, string> Reasons = ImmutableSortedDictionary<string, string>.Empty
        .Add("thumbnail", "JPEG has the full range of values, and FFmpeg 9's scaler converts the video's limited range to it with other factors and rounding than 5.1's (libswscale, lumRangeToJpeg_c)")
        .Add("reel", "FFmpeg 9's filters keep the full range of a photograph, and the video says so; 5.1's take it for limited as soon as it is yuv420p and convert it (libavfilter, vf_scale)");

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        ImmutableArray<VersionReading> readings =
            [.. run.Cases.Where(summary => summary.Case.Lane.IsFfmpeg9).Select(summary => VersionReading.Of(run, summary))];
        return readings.IsEmpty ? null : new AxisTable(
            "ffmpeg-version",
            "FFmpeg's version",
            AxisText.Join([.. Times(readings), Outputs(readings)]),
            Columns,
            [.. readings.Select(reading => Row(run, reading))],
            [
                "FFmpeg 5.1 is Debian bookworm's with its own command line tool; FFmpeg 9 is Debian sid's, its libraries under a driver of the suite's (toolchain/ffmpeg9), since the tool needs threads from 6.0 on. Encoders, compilers and components are the same.",
                "5.1 stays the reference: its command is upstream's own and has every option, its source is pinned, and what people embed today is made of it.",
                .. readings.Where(Differs).Select(reading => reading.Nine.Case.Job.Workload).Distinct()
                    .Select(workload => $"{workload}: {Reasons.GetValueOrDefault(workload, "why its pictures differ from 5.1's is not known")}."),
            ]);
    }

    private static ImmutableArray<AxisCell> Row(AxisInput run, VersionReading reading)
    {
        var (job, lane) = reading.Nine.Case;
        AxisCell Gzip(Lane of) => VersionReading.Gzip(run, of, job.Setting.Flavour) is { } bytes
            ? AxisText.Plain(bytes, size => new ByteCount((long)size).ToString()) : AxisCell.Of("-");
        AxisCell Operations(Lane of) => reading.Operations(run, of) is { } count
            ? AxisText.Plain(count.Select(operations => operations / 1e6), millions => FormattableString.Invariant($"{millions:#,0.0}")) : AxisCell.Of("-");
        return
        [
            AxisCell.Of(AxisText.Place(job)),
            AxisCell.Of(lane.Name),
            AxisCell.Of(reading.Five?.NativeMultiple ?? Reading<Estimate>.Unavailable($"{reading.Peer.Name} was not run")),
            AxisCell.Of(reading.Nine.NativeMultiple),
            AxisCell.Of(reading.Ratio),
            Gzip(reading.Peer),
            Gzip(lane),
            Operations(reading.Peer),
            Operations(lane),
            lane == Lane.NativePortableFfmpeg9 ? AxisCell.Of("-") : Text(reading.AgainstPortable(run)),
            Text(reading.AgainstFive()),
        ];
    }

    private static AxisCell Text(Reading<string> reading) => AxisCell.Of(reading.Show(text => text, reason => $"not measured: {reason}"));

    private static bool Differs(VersionReading reading) => reading.AgainstFive().TryGet(out var found) && found == VersionReading.Other;

    // On the lane that axes speak about, job by job.
    private static IEnumerable<Reading<string>> Times(ImmutableArray<VersionReading> readings)
    {
        var spoken = readings.Where(reading => reading.Peer == MatrixDesign.DefaultLane).ToArray();
        return (spoken.Length > 0 ? spoken : [.. readings]).Select(reading => reading.Ratio.Select(
            ratio => $"on {AxisText.Place(reading.Nine.Case.Job)} ({reading.Peer.Name}), FFmpeg 9 takes {(ratio.TellsApart() ? $"{ratio} times as long as" : $"about as long ({ratio}) as")} 5.1"));
    }

    private static Reading<string> Outputs(ImmutableArray<VersionReading> readings)
    {
        string[] Jobs(Func<string, bool> fits) =>
        [
            .. readings.Where(reading => reading.Peer != Lane.Native && reading.AgainstFive().TryGet(out var found) && fits(found))
                .Select(reading => AxisText.Place(reading.Nine.Case.Job)).Distinct(),
        ];
        var (other, equal) = (Jobs(found => found == VersionReading.Other), Jobs(found => found != VersionReading.Other));
        string[] told =
        [
            .. equal.Length > 0 ? [$"its pictures equal 5.1's on {AxisText.List(equal)}"] : (string[])[],
            .. other.Length > 0 ? [$"they differ on {AxisText.List(other)}, for the reasons below"] : (string[])[],
        ];
        return told.Length > 0
            ? Reading<string>.Of(string.Join("; ", told))
            : Reading<string>.Unavailable(readings.Select(reading => reading.AgainstFive().Reason).OfType<string>().First());
    }
}
