namespace Afmpeg.Perf.Hosts;

/// <summary>
/// What disturbs measuring on this machine, as far as /proc and /sys show: seen when a run begins, and counted while it goes on. It judges
/// nothing of the run itself; the intervals do.
/// </summary>
public sealed class HostNoiseMonitor
{
    private readonly HostFiles files;
    private readonly HostCounters begin;

    private HostNoiseMonitor(HostFiles files)
    {
        this.files = files;
        Before =
        [
            CoresAndLoad.Remark(files),
            CpuQuota.Remark(files),
            MemoryHeadroom.Remark(files),
            ProcessorFrequency.Governor(files),
            ProcessorFrequency.Turbo(files),
            PowerSupply.Remark(files),
        ];
        begin = HostCounters.Read(files);
    }

    /// <summary>What was seen when the watch began, topic by topic.</summary>
    public ImmutableArray<HostRemark> Before { get; }

    /// <summary>Begins to watch the host.</summary>
    /// <returns>The watch, which uses nothing until its end.</returns>
    public static HostNoiseMonitor Watch(string root = "/") => new(new HostFiles(root));

    /// <summary>What the kernel counted since the watch began.</summary>
    public HostNoise Read() => new(Before, HostCounters.Read(files).Since(begin));
}

/// <summary>What of the host bore on a run; kept with the run in run.json.</summary>
/// <param name="Before">What was seen when the run last began to measure.</param>
/// <param name="During">What the kernel counted from then to its end; empty while it is unfinished.</param>
public sealed record HostNoise(ImmutableArray<HostRemark> Before, ImmutableArray<HostRemark> During);

/// <summary>One thing of the host that bears on how steadily it measures.</summary>
/// <param name="Topic">What it is about, a word or two: "load", "steal time".</param>
/// <param name="Observed">What was seen; where it could not be read, "not known" and why.</param>
/// <param name="Remedy">What the user can do about it; null where there is nothing to be done.</param>
/// <param name="IsDisturbing">Whether times measured so are expected to be less steady, or not this machine's own.</param>
public sealed record HostRemark(string Topic, string Observed, string? Remedy = null, bool IsDisturbing = false)
{
    /// <summary>One line for people: "load: 3.1 over the last minute on 2 cores".</summary>
    public string Sentence => $"{Topic}: {Observed}";

    internal static HostRemark NotKnown(string topic, string reason) => new(topic, $"not known: {reason}");
}
