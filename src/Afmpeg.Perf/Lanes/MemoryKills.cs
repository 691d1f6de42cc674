namespace Afmpeg.Perf.Lanes;

/// <summary>How often the kernel killed a process for want of memory, of the machine's or of a control group's: proc_vmstat(5), oom_kill.</summary>
internal static class MemoryKills
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
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
