using System.Diagnostics;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Measurements;

/// <summary>
/// The turn to measure on this machine: one run has it at a time, whatever folders and users they are of, since two would measure each
/// other. It is a lock on a file, which the kernel lifts when its holder ends, however it ends.
/// </summary>
public sealed class MeasurementLock : IDisposable
{
    /// <summary>The file that all runs of a machine lock; a fixed path, since users may have temporary folders of their own.</summary>
    public const string MachineWide = "/tmp/afmpeg-perf.lock";

    // Often enough that nobody waits in vain for long, and too seldom to disturb the run that is waited for.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly string file;
    private readonly LockHolder holder;
    private FileStream? locked;

    private MeasurementLock(string file, string output)
    {
        this.file = file;
        holder = new LockHolder(file, output);
    }

    /// <summary>Takes the turn, or waits for it.</summary>
    /// <param name="file">The file to lock; made where there is none. Who has it is written into a file beside it.</param>
    /// <param name="output">The folder that this run writes to, for those who wait.</param>
    /// <param name="wait">How long it waits at most; zero refuses at once.</param>
    /// <param name="waiting">Told once, before it waits: who has the turn, and how long it will wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The turn, until it is disposed of.</returns>
    /// <exception cref="PerfException">Another run still measures after that time, or the file cannot be locked.</exception>
    public static async Task<MeasurementLock> Take(
        string file, string output, TimeSpan wait, Action<string, TimeSpan> waiting, CancellationToken cancellation)
    {
        var turn = new MeasurementLock(file, output);
        try
        {
            await turn.Await(wait, waiting, cancellation);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (locked is not null)
        {
            holder.Clear();
            locked.Dispose();
        }
    }

    private async Task Await(TimeSpan wait, Action<string, TimeSpan> waiting, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var isTold = false;
        while (!TryTake())
        {
            var left = wait - clock.Elapsed;
            if (left <= TimeSpan.Zero)
            {
                throw StillMeasuring(wait);
            }

            if (!isTold)
            {
                waiting(holder.Other, wait);
                isTold = true;
            }

            await Task.Delay(left < Interval ? left : Interval, cancellation);
        }
    }

    private bool TryTake()
    {
        locked = SharedFile.TryLock(file);
        if (locked is null)
        {
            return false;
        }

        holder.Write();
        return true;
    }

    private PerfException StillMeasuring(TimeSpan wait) => new(ExitStatus.Missing, "Another run measures on this machine, and both would be spoilt")
    {
        Where = file,
        Observed = wait > TimeSpan.Zero ? $"{holder.Other}, for all of the {wait.TotalSeconds:0} s that were waited" : holder.Other,
        Remedy = "wait for its end, or wait longer: --wait 1h",
    };
}
