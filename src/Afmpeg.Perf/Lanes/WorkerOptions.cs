using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Lanes;

/// <summary>
/// How a worker embeds its engine. Each worker reads these options in front of its other arguments, and refuses one that it cannot keep.
/// </summary>
/// <param name="Stop">What lets the guest be stopped.</param>
/// <param name="Memory">The most linear memory that a guest may have.</param>
public sealed record WorkerOptions(StopCheck Stop, ByteCount Memory)
{
    /// <summary>Exit status of a worker whose guest was stopped at its deadline; timeout(1) has the same.</summary>
    public const int StoppedStatus = 124;

    /// <summary>
    /// The memory that afmpeg lets a guest have by default: 512 MiB (github.com/phpboyscout/afmpeg at 0d75c3a,
    /// docs/explanation/concepts/safe-defaults.md).
    /// </summary>
    public static ByteCount AfmpegMemory { get; } = new(512L << 20);

    /// <summary>Counts what guests execute, by fuel that no guest uses up: a hundred years of it.</summary>
    public static WorkerOptions Counting { get; } = new(StopCheck.Fuel, AfmpegMemory) { Deadline = TimeSpan.FromDays(36_500) };

    /// <summary>
    /// The deadline that a check waits for, from the guest's first instruction: afmpeg's own default of an hour, so that a measured run
    /// never meets it.
    /// </summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromHours(1);

    /// <summary>In how many runtimes the plan's commands run, each of which compiles the module; 1 or more.</summary>
    public int Runtimes { get; init; } = 1;

    /// <summary>The options as a worker reads them: <c>--stop=cancel --deadline=3600 --memory=536870912 --runtimes=1</c>.</summary>
    public ImmutableArray<string> Arguments =>
    [
        $"--stop={StopChecks.Key(Stop)}", $"--deadline={Deadline.TotalSeconds:0.###}", $"--memory={Memory.Bytes}", $"--runtimes={Runtimes}",
    ];

    /// <summary>The options of a lane.</summary>
    public static WorkerOptions Of(Lane lane) =>
        new(lane.Stop, AfmpegMemory) { Runtimes = lane.Mode == LaneMode.Runtimes ? lane.Instances : 1 };
}
