using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>What modules execute for each job: exact, where times are not. Beside the ratios of operations stand those of times.</summary>
public static class OperationsTable
{
    private const double BytesPerPage = 65_536;
    private const double Mebibyte = 1024 * 1024;
    private static readonly ImmutableArray<string> Timed = [MatrixDesign.ShippedEngine, MatrixDesign.OtherEngine];

    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("job", "job", "", "The job."),
        new("build", "build", "", "How the module was compiled."),
        new("operations", "operations", "10^6", "WebAssembly operations that the module executes for the job, by Wasmtime's fuel."),
        new("operationsPerFrame", "per frame", "10^6", "The same for each frame of the output."),
        new("operationsRatio", "against the shipped build", "x", $"Operations against those of {MatrixDesign.ShippedBuild}, exact."),
        .. Timed.Select(engine => new AxisColumn(
            $"{engine}TimeRatio", $"time on {engine}", "x", $"Time against that of {MatrixDesign.ShippedBuild} on {engine}, without a check, by paired rounds; '-' where the run lacks one of them.")),
        new("memoryMebibytes", "guest memory", "MiB", "The guest's linear memory at its end, exact; it never shrinks."),
    ];

    /// <summary>Reads it off a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="counts">What was counted.</param>
    /// <returns>A row per job and module; null where nothing was counted.</returns>
    public static AxisTable? Of(AxisInput run, ImmutableArray<OperationCount> counts)
    {
        var jobs = run.Jobs().Select(job => new CountedBuilds(run, job, [.. counts.Where(count => count.Job == job.Id)]))
            .Where(builds => !builds.Counts.IsEmpty).ToArray();
        return jobs.Length == 0 ? null : new AxisTable(
            "operations",
            "What modules execute",
            Sentence(jobs),
            Columns,
            [.. jobs.SelectMany(builds => builds.Counts.Select(count => Row(builds, count)))],
            [
                "Counted once for each job and module, outside every timed run. The same on every host and in every run, to seven digits or more: a change of 0.1 % is a change of the module or of the job.",
                "Most operations count as one, and so does a vector operation. block, loop, end, return, nop and drop count as none. memory.copy and memory.fill count as one for each byte; of the builds here only Oz-shipped has them. What the host does when the guest calls it is not counted.",
                "It sees compilers, flags, patches, sources and arguments. It does not see the engine, caches, memory or the host's calls.",
            ]);
    }

    private static ImmutableArray<AxisCell> Row(CountedBuilds builds, OperationCount count)
    {
        var frames = builds.Job.Expected.Frames;
        AxisCell Exact(Func<GuestCount, double> number, Func<double, string> show) =>
            AxisText.Plain(count.Reading.Select(number), show);

        return
        [
            AxisCell.Of($"{AxisText.Place(builds.Job)} {builds.Job.Setting.Title}"),
            AxisCell.Of(count.Build),
            Exact(counted => counted.Operations / 1e6, Millions),
            frames > 0 ? Exact(counted => counted.Operations / 1e6 / frames, Millions) : AxisCell.Of("-"),
            builds.Shipped is { } shipped
                ? AxisText.Plain(OperationsRatio(count, shipped), ratio => FormattableString.Invariant($"{ratio:0.0000}")) : AxisCell.Of("-"),
            .. Timed.Select(engine => builds.Times(engine, count.Build, MatrixDesign.ShippedBuild) is { } times ? AxisCell.Of(times) : AxisCell.Of("-")),
            Exact(counted => counted.MemoryPages * BytesPerPage / Mebibyte, mebibytes => FormattableString.Invariant($"{mebibytes:0.##}")),
        ];
    }

    // On the reference job, or the first that has both builds.
    private static Reading<string> Sentence(CountedBuilds[] jobs)
    {
        var both = jobs.Where(builds => builds is { Shipped: not null, Default: not null }).ToArray();
        if ((both.FirstOrDefault(builds => builds.Job.LaneCoverage == LaneCoverage.EveryLane) ?? both.FirstOrDefault()) is not { } speaker)
        {
            return Reading<string>.Unavailable($"no job was counted with both {MatrixDesign.ShippedBuild} and {MatrixDesign.DefaultBuild}");
        }

        string[] times =
        [
            .. Timed.Select(engine => speaker.Times(engine, MatrixDesign.ShippedBuild, MatrixDesign.DefaultBuild) is { } ratio && ratio.TryGet(out var known)
                ? $"{known} times as long on {engine}" : null).OfType<string>(),
        ];
        return OperationsRatio(speaker.Shipped!, speaker.Default!).Select(ratio =>
            $"On {AxisText.Place(speaker.Job)}, {MatrixDesign.ShippedBuild} executes {Figures.Of(ratio)} times the operations of {MatrixDesign.DefaultBuild}"
            + (times.Length == 0 ? "." : $" and takes {AxisText.List(times)}. Where these differ, the cause is what an operation costs on that engine and its memory, not how many there are. ({MatrixDesign.ShippedBuild} copies memory by memory.copy, which counts as one for each byte; the other builds copy in loops.)"));
    }

    private static Reading<double> OperationsRatio(OperationCount upper, OperationCount lower) =>
        upper.Reading.Then(above => lower.Reading.Select(below => (double)above.Operations / below.Operations));

    private static string Millions(double millions) => FormattableString.Invariant($"{millions:#,0.0}");

    private sealed record CountedBuilds(AxisInput Run, Job Job, ImmutableArray<OperationCount> Counts)
    {
        public OperationCount? Shipped => Counts.FirstOrDefault(count => count.Build == MatrixDesign.ShippedBuild);

        public OperationCount? Default => Counts.FirstOrDefault(count => count.Build == MatrixDesign.DefaultBuild);

        // Null where the run did not plan both lanes, or they are one.
        public Reading<Estimate>? Times(string engine, string upper, string lower) =>
            upper != lower && Run.Find(Job, Lane.Wasm(engine, upper)) is { } above && Run.Find(Job, Lane.Wasm(engine, lower)) is { } below
                ? Run.Ratio(above, below) : null;
    }
}
