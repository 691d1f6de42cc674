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
    private const double PagesPerMebibyte = 16;
    private const double Million = 1e6;
    private static readonly ImmutableArray<string> Timed = [MatrixDesign.ShippedEngine, MatrixDesign.OtherEngine];

    /// <summary>A row per job and module; null where nothing was counted.</summary>
    public static AxisTable? Of(AxisInput run)
    {
        var jobs = run.Jobs().Select(job => new CountedBuilds(run, job, [.. run.Operations.Where(count => count.Job == job.Id)]))
            .Where(builds => !builds.Counts.IsEmpty).ToArray();
        return jobs.Length == 0 ? null : AxisTable.Create(
            "operations",
            "What modules execute",
            Sentence(jobs),
            jobs.SelectMany(builds => builds.Counts.Select(count => (Of: builds, Count: count))),
            [
                new("job", "job", "The job.", row => $"{AxisText.Place(row.Of.Job)} {row.Of.Job.Setting.Title}"),
                new("build", "build", "How the module was compiled.", row => row.Count.Build),
                new("operations", "operations", "10^6", "WebAssembly operations that the module executes for the job, by Wasmtime's fuel.",
                    row => row.Count.Reading.Select(count => count.Operations / Million), Millions),
                new("operationsPerFrame", "per frame", "10^6", "The same for each frame of the output.",
                    row => row.Of.Job.Expected.Frames is var frames and > 0
                        ? AxisCell.Exact(row.Count.Reading.Select(count => count.Operations / Million / frames), Millions)
                        : AxisCell.Of("-")),
                new("operationsRatio", "against the shipped build", "x", $"Operations against those of {MatrixDesign.ShippedBuild}, exact.",
                    row => row.Of.Shipped is { } shipped
                        ? AxisCell.Exact(Ratio(row.Count, shipped), ratio => FormattableString.Invariant($"{ratio:0.0000}"))
                        : AxisCell.Of("-")),
                .. Timed.Select(engine => new Column<(CountedBuilds Of, OperationCount Count)>(
                    $"{engine}TimeRatio", $"time on {engine}", "x", $"Time against that of {MatrixDesign.ShippedBuild} on {engine}, "
                        + "without a check, by paired rounds; '-' where the run lacks one of them.",
                    row => row.Of.Times(engine, row.Count.Build, MatrixDesign.ShippedBuild) is { } times
                        ? AxisCell.Of(times) : AxisCell.Of("-"))),
                new("memoryMebibytes", "guest memory", "MiB", "The guest's linear memory at its end, exact; it never shrinks.",
                    row => row.Count.Reading.Select(count => count.MemoryPages / PagesPerMebibyte),
                    mebibytes => FormattableString.Invariant($"{mebibytes:0.##}")),
            ],
            "Counted once for each job and module, outside every timed run. The same on every host and in every run, to seven digits or "
                + "more: a change of 0.1 % is a change of the module or of the job.",
            "Most operations count as one, and so does a vector operation. block, loop, end, return, nop and drop count as none. "
                + "memory.copy and memory.fill count as one for each byte; of the builds here only Oz-shipped has them. What the host does "
                + "when the guest calls it is not counted.",
            "It sees compilers, flags, patches, sources and arguments. It does not see the engine, caches, memory or the host's calls.");
    }

    // On the reference job, or the first that has both builds.
    private static Reading<string> Sentence(CountedBuilds[] jobs)
    {
        var both = jobs.Where(builds => builds is { Shipped: not null, Default: not null }).ToArray();
        if ((both.FirstOrDefault(builds => builds.Job.LaneCoverage == LaneCoverage.EveryLane) ?? both.FirstOrDefault()) is not { } chosen)
        {
            return Reading<string>.Unavailable($"no job was counted with both {MatrixDesign.ShippedBuild} and {MatrixDesign.DefaultBuild}");
        }

        var times = AxisText.Found(Timed.Select(engine => chosen.Times(engine, MatrixDesign.ShippedBuild, MatrixDesign.DefaultBuild)
            ?.Select(known => $"{known} times as long on {engine}")).OfType<Reading<string>>());
        return Ratio(chosen.Shipped!, chosen.Default!).Select(ratio =>
            $"On {AxisText.Place(chosen.Job)}, {MatrixDesign.ShippedBuild} executes {Figures.Of(ratio)} times the operations of "
                + $"{MatrixDesign.DefaultBuild}"
            + (times.Length == 0 ? "."
                : $" and takes {AxisText.List(times)}. Where these differ, the cause is what an operation costs on that engine and its "
                + $"memory, not how many there are. ({MatrixDesign.ShippedBuild} copies memory by memory.copy, which counts as one for "
                + "each byte; the other builds copy in loops.)"));
    }

    private static Reading<double> Ratio(OperationCount upper, OperationCount lower) =>
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
