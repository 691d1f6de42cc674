using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>The run of the committed report, whole, from its rows.</summary>
public static class CommittedRun
{
    private static readonly string Folder = Repository.PathOf("docs", "report");

    private static readonly Lazy<RunReport> Kept = new(() => KeptRun.Of(
        Declarations.Load(TestSettings.Folders), RunState.Read(Folder)!, MeasurementLog.Read(Path.Combine(Folder, "measurements.jsonl"))).Report);

    /// <summary>What is reported of it.</summary>
    public static RunReport Report => Kept.Value;
}
