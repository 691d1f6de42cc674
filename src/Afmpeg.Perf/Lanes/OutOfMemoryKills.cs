using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Lanes;

/// <summary>How often the kernel killed a process because the machine, or a control group of it, was out of memory: proc_vmstat(5), oom_kill.</summary>
internal static class OutOfMemoryKills
{
    private const string Statistics = "/proc/vmstat";
    private const string Name = "oom_kill ";

    /// <summary>Reads the count.</summary>
    /// <returns>Since the machine was started; 0 where the kernel does not tell.</returns>
    public static long Count()
    {
        try
        {
            var line = File.ReadLines(Statistics).FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal));
            return line is not null && long.TryParse(line[Name.Length..], out var count) ? count : 0;
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            return 0;
        }
    }
}
