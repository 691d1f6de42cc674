using System.Collections.Immutable;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.SharedCore;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The run of the committed report, from what its folder keeps.</summary>
public static class CommittedRun
{
    private static readonly string Folder = Repository.PathOf("docs", "report");

    private static readonly Lazy<RunState> Begun = new(() => RunState.Read(Folder)!);

    private static readonly Lazy<ImmutableArray<Measurement>> Measured = new(() => MeasurementLog.Read(Path.Combine(Folder, "measurements.jsonl")));

    private static readonly Lazy<RunReport> Kept = new(() => RecordedRun.Of(Declarations.Load(TestSettings.Folders, cores: State.Conditions.Host.Cores), State, Rows, new WindowFile(Folder).Read(State.Run)).Report);

    /// <summary>The run.</summary>
    public static RunState State => Begun.Value;

    /// <summary>Its rows.</summary>
    public static ImmutableArray<Measurement> Rows => Measured.Value;

    /// <summary>What is reported of it, whole.</summary>
    public static RunReport Report => Kept.Value;
}
