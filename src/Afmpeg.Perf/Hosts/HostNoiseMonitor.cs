using System.Collections.Immutable;

namespace Afmpeg.Perf.Hosts;

/// <summary>
/// What disturbs measuring on this machine, as far as /proc and /sys tell: seen when a run begins, and counted while it goes on. It judges
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
    /// <param name="root">The folder in which proc and sys lie.</param>
    /// <returns>The watch, which uses nothing until its end.</returns>
    public static HostNoiseMonitor Watch(string root = "/") => new(new HostFiles(root));

    /// <summary>What the kernel counted since the watch began.</summary>
    /// <returns>The account of the whole time.</returns>
    public HostNoise Account() => new(Before, HostCounters.Read(files).Since(begin));
}
