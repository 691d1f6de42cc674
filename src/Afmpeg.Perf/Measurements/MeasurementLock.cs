using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Measurements;

/// <summary>
/// The lock under which a run measures: one run of a machine has it at a time, whatever folders and users they are of, since two would
/// measure each other.
/// </summary>
public static class MeasurementLock
{
    /// <summary>The file that all runs of a machine lock; a fixed path, since users may have temporary folders of their own.</summary>
    public const string MachineWide = "/tmp/afmpeg-perf.lock";

    /// <summary>Takes the lock, or waits for it.</summary>
    /// <param name="file">The file to lock.</param>
    /// <param name="output">The folder that this run writes to, for those who wait.</param>
    /// <param name="wait">How long it waits at most; zero refuses at once.</param>
    /// <param name="waiting">Called once, before it waits: who holds the lock, and how long it will wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PerfException">Another run still measures after that time, or the file cannot be locked.</exception>
    public static async Task<FileLock> Take(string file, string output, TimeSpan wait, Action<string, TimeSpan> waiting,
        CancellationToken cancellation)
    {
        try
        {
            var taken = await FileLock.Wait(file, output, TimeSpan.Zero, cancellation);
            if (taken is null && wait > TimeSpan.Zero)
            {
                waiting(Holder(file), wait);
                taken = await FileLock.Wait(file, output, wait, cancellation);
            }

            return taken ?? throw StillMeasuring(file, wait);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            throw new PerfException(ExitStatus.Missing, "The lock file that all runs on this machine share cannot be locked")
            {
                Where = file,
                Observed = fault.Message,
                Remedy = "have its owner or an administrator remove it",
            };
        }
    }

    private static string Holder(string file) => FileLock.HolderOf(file) is var (process, output)
        ? $"process {process}, which writes to {output}"
        : "a process that left no name";

    private static PerfException StillMeasuring(string file, TimeSpan wait) =>
        new(ExitStatus.Missing, "Another run measures on this machine, and both would be spoilt")
        {
            Where = file,
            Observed = wait > TimeSpan.Zero ? $"{Holder(file)}, still running after {wait.TotalSeconds:0} s" : Holder(file),
            Remedy = "wait for its end, or wait longer: --wait 1h",
        };
}
