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

    private static readonly Lazy<ImmutableArray<Measurement>> Measured =
        new(() => MeasurementLog.Read(Path.Combine(Folder, "measurements.jsonl"), State.Run));

    private static readonly Lazy<RunReport> Whole = new(() =>
    {
        var declared = Declarations.Load(TestSettings.Folders, cores: State.Conditions.Host.Cores);
        return RecordedRun.Of(declared, State, Rows, new WindowFile(Folder).Read(State.Run)).Report;
    });

    public static RunState State => Begun.Value;
    public static ImmutableArray<Measurement> Rows => Measured.Value;
    public static RunReport Report => Whole.Value;
}
