using System.Collections.Immutable;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>One job of the committed report, replayed from its rows through the whole of the pipeline behind the measuring: what is planted in it is judged as if it had been measured.</summary>
public sealed record ReplayedRun
{
    /// <summary>The job that is replayed.</summary>
    public const string Job = "transcode/screencast-360p/libx264-veryfast";

    /// <summary>The case that things are planted in.</summary>
    public const string Case = $"{Job}/wasmtime+O3-simd128-msa";

    private static readonly string Folder = Repository.PathOf("docs", "report");

    private static readonly Lazy<ReplayedRun> Kept = new(() =>
    {
        var state = RunState.Read(Folder)!;
        var ids = state.Cases.Where(id => id.StartsWith($"{Job}/", StringComparison.Ordinal)).ToImmutableArray();
        var rows = MeasurementLog.Read(Path.Combine(Folder, "measurements.jsonl"));
        return new ReplayedRun
        {
            Declared = Declarations.Load(TestSettings.Folders),
            State = state with { Cases = ids },
            Rows = [.. rows.Where(row => ids.Contains(row.Case) || row.Workload == NoisePair.Workload)],
        };
    });

    /// <summary>The run as it was measured.</summary>
    public static ReplayedRun AsMeasured => Kept.Value;

    /// <summary>What the repository declares.</summary>
    public required Declarations Declared { get; init; }

    /// <summary>The run.</summary>
    public required RunState State { get; init; }

    /// <summary>Its rows.</summary>
    public required ImmutableArray<Measurement> Rows { get; init; }

    /// <summary>The run with other rows of <see cref="Case"/>.</summary>
    public ReplayedRun Plant(Func<Measurement, Measurement> change) => this with { Rows = [.. Rows.Select(row => row.Case == Case ? change(row) : row)] };

    /// <summary>What is reported of it.</summary>
    public RunReport Report() => KeptRun.Of(Declared, State, Rows).Report;
}
