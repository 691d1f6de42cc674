using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Axes;

/// <summary>
/// The memory of any number of instances: a pool's is a fixed part and one per instance, by a line through what was measured; a fleet's
/// processes have nothing in common, so that theirs is N times one of them.
/// </summary>
/// <param name="Kind">The kind of fleet.</param>
/// <param name="Line">Bytes by instances; only where a pool was measured at two or more sizes.</param>
internal sealed record FleetMemory(FleetKind Kind, Reading<LinearPrediction> Line)
{
    /// <summary>Reads it off a kind's rows.</summary>
    public static FleetMemory Of(FleetKind kind) => new(kind, kind.IsOneProcess
        ? LinearPrediction.Of([.. kind.Sizes.SelectMany(size => Points(kind, size))])
        : Reading<LinearPrediction>.Unavailable("its processes share nothing that counts"));

    /// <summary>The memory of a number of instances, in bytes.</summary>
    /// <param name="instances">How many, 1 or more.</param>
    public Reading<Estimate> Of(int instances) => Line.TryGet(out var line)
        ? line.Predict(instances).Select(bytes => bytes with { Low = Math.Max(0, bytes.Low) })
        : Kind.PeakOfInstance(Kind.Sizes[^1]).Select(one => one.Map(bytes => instances * bytes));

    /// <summary>How it was modelled, and the fixed part where it can be told.</summary>
    public string Note => Line.TryGet(out var line) ? $"{Kind.Name}: memory by a line through the measured sizes: " + (line.FixedCost.Low > 0
            ? $"a fixed part of {line.FixedCost.InMebibytes().With("MiB")} and {line.CostPerUnit.InMebibytes().With("MiB")} per instance."
            : $"{line.CostPerUnit.InMebibytes().With("MiB")} per instance; its fixed part cannot be told from none.")
        : $"{Kind.Name}: memory as that of one instance times their number, which counts shared pages once for each.";

    private static IEnumerable<(double X, double Y)> Points(FleetKind kind, CaseSummary size) =>
        kind.Run.Rounds(size).TryGet(out var rows)
            ? rows.Where(row => row.PeakResidentBytes > 0).Select(row => ((double)FleetKind.Working(size), (double)row.PeakResidentBytes!.Value))
            : [];
}
