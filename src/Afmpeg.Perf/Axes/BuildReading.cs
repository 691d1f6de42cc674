using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>A module build on a reference job, beside the build that upstream ships.</summary>
/// <param name="Run">The run.</param>
/// <param name="Case">The build on the job.</param>
/// <param name="ShippedCase">The shipped build on the job; null where it was not run.</param>
internal sealed record BuildReading(AxisInput Run, CaseSummary Case, CaseSummary? ShippedCase)
{
    /// <summary>The build's name.</summary>
    public string Name => Case.Case.Lane.Build!;

    /// <summary>The licence flavour of the module.</summary>
    public string Flavour => Case.Case.Job.Setting.Flavour;

    /// <summary>Its module.</summary>
    public Reading<ModuleFacts> Module => Run.Module(Case);

    /// <summary>How many times as fast as the shipped build it is, by paired rounds.</summary>
    public Reading<Estimate> Speed => Shipped.Then(shipped => Run.Ratio(shipped, Case));

    /// <summary>Bytes of its download beyond the shipped build's, with brotli; below 0 where it is smaller.</summary>
    public Reading<long> ExtraBytes => Module.Then(module => Shipped.Then(Run.Module)
        .Select(shipped => module.BrotliSize.Bytes - shipped.BrotliSize.Bytes));

    private Reading<CaseSummary> Shipped => ShippedCase is null
        ? Reading<CaseSummary>.Unavailable($"{MatrixDesign.ShippedBuild} was not run")
        : Reading<CaseSummary>.Of(ShippedCase);

    /// <summary>The builds of each reference job on the shipped engine.</summary>
    public static ImmutableArray<(Job Job, ImmutableArray<BuildReading> Builds)> OfReferences(AxisInput run) =>
        [.. run.Jobs(LaneCoverage.EveryLane).Select(job => (job, Of(run, job))).Where(job => !job.Item2.IsEmpty)];

    private static ImmutableArray<BuildReading> Of(AxisInput run, Job job)
    {
        var cases = run.Of(job).Where(summary => summary.Case.Lane is
        { Engine: MatrixDesign.ShippedEngine, Mode: LaneMode.Alone, Stop: StopCheck.None, IsReferenceOnly: false }).ToArray();
        var shipped = cases.FirstOrDefault(summary => summary.Case.Lane.Build == MatrixDesign.ShippedBuild);
        return [.. cases.Select(build => new BuildReading(run, build, shipped))];
    }
}
