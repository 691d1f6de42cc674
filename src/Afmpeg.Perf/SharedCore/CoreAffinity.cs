using System.Runtime.InteropServices;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SharedCore;

/// <summary>
/// Which cores a thread may use: sched_setaffinity(2) and sched_getaffinity(2). A process inherits them from the thread that starts it.
/// </summary>
internal static class CoreAffinity
{
    private const int MostCores = 1024;
    private const int BitsPerByte = 8;
    private const int CallingThread = 0;

    /// <summary>The cores that the calling thread may use, ascending; at least one.</summary>
    public static ImmutableArray<int> Allowed()
    {
        var mask = new byte[MostCores / BitsPerByte];
        return Get(CallingThread, mask.Length, mask) == 0
            ? [.. Enumerable.Range(0, MostCores).Where(core => (mask[core / BitsPerByte] & (1 << (core % BitsPerByte))) != 0)]
            : throw Failed("The cores that this process may use are not known");
    }

    /// <summary>Keeps the calling thread, and every process that it starts, on one core.</summary>
    /// <exception cref="PerfException">The kernel refuses.</exception>
    public static void Pin(int core)
    {
        var mask = new byte[MostCores / BitsPerByte];
        mask[core / BitsPerByte] = (byte)(1 << (core % BitsPerByte));
        if (Set(CallingThread, mask.Length, mask) != 0)
        {
            throw Failed($"A thread cannot be pinned to core {core}");
        }
    }

    private static PerfException Failed(string what) => new(ExitStatus.Missing, what)
    {
        Where = "sched_setaffinity(2)",
        Observed = Marshal.GetLastPInvokeErrorMessage(),
        Remedy = "run where a process may choose among its cores; a seccomp profile or a cpuset can forbid it",
    };

    [DllImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Set(int thread, nint size, byte[] mask);

    [DllImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Get(int thread, nint size, [Out] byte[] mask);
}
