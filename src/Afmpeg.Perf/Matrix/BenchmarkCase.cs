using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Matrix;

/// <summary>A job on a lane: workload x encoder x effort x lane.</summary>
/// <param name="Job">The job.</param>
/// <param name="Lane">The lane.</param>
public sealed record BenchmarkCase(Job Job, Lane Lane)
{
    // A guest that needs longer than this per second of media, start-up apart, is of no use to anybody.
    private const double SlowestRealtime = 30;

    // A check at every loop costs an engine ten times and more, which is what is measured.
    private const double SlowestChecked = 5 * SlowestRealtime;
    private static readonly TimeSpan StartUp = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WorkOfAStill = TimeSpan.FromSeconds(1);

    /// <summary>After how long a run of it is killed.</summary>
    public TimeSpan TimeLimit =>
        StartUp
            + (Job.Copies * (Job.Expected.Duration ?? WorkOfAStill) * (Lane.Stop == StopCheck.Cancel ? SlowestChecked : SlowestRealtime));

    /// <summary>workload/subject/encoder-effort/lane: the key of test rows, filters and limits.</summary>
    public string Id => $"{Job.Id}/{Lane.Name}";

    /// <summary>The same job on the lane that its multiple divides by.</summary>
    public BenchmarkCase Native => this with { Lane = Lane.Native };

    /// <summary>
    /// Whether its pictures must equal native-portable's. A module that the user brings may be of another version of FFmpeg or its encoder.
    /// Parts are encoded without knowing of each other: what is joined from them is right, and not what one encoder makes of the whole.
    /// </summary>
    public bool MustEqualPortable =>
        Lane is { IsWasm: true, CustomFlavour: null } && Lane.Mode != LaneMode.Segments && Job.Expected.EqualsPortable;

    /// <inheritdoc/>
    public override string ToString() => Id;
}
