using System.Text;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Log;

/// <summary>The rows of one run in measurements.jsonl: flushed to disk one by one, so that a run killed at any moment loses none.</summary>
public sealed class MeasurementLog : IDisposable
{
    private readonly List<Measurement> rows;
    private readonly Action? restoreNeighbours;
    private FileStream stream;

    private MeasurementLog(FileStream stream, string run, LogFile found, Action? restoreNeighbours)
    {
        this.stream = stream;
        this.restoreNeighbours = restoreNeighbours;
        Run = run;
        rows = found.Rows;
        TornLine = found.Torn;
    }

    /// <summary>The run's id.</summary>
    public string Run { get; }

    /// <summary>The run's rows, those of before it was resumed included, oldest first.</summary>
    public IReadOnlyList<Measurement> Rows => rows;

    /// <summary>What a killed run left of its last row, set aside in a file beside the log; null where that was complete.</summary>
    public string? TornLine { get; }

    /// <summary>Reads the rows of a run and opens the log for more.</summary>
    /// <param name="path">The file; made, with its folder, where there is none.</param>
    /// <param name="run">The run's id; rows of other runs stay in the file.</param>
    /// <param name="restoreNeighbours">Called after a removed log was written again: other files of its folder may be gone, too.</param>
    /// <exception cref="PerfException">The file cannot be written, another run writes it, or a row is of an unknown schema.</exception>
    public static MeasurementLog Open(string path, string run, Action? restoreNeighbours = null)
    {
        try
        {
            var file = LogFile.Open(path, FileMode.OpenOrCreate);
            try
            {
                return Continue(file, run, restoreNeighbours);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            throw CannotWrite(path, fault);
        }
    }

    /// <summary>Reads the complete rows of a log that nobody writes to.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">The run whose rows are wanted; null for all.</param>
    /// <exception cref="PerfException">The file cannot be read, or holds rows of an unknown schema.</exception>
    public static ImmutableArray<Measurement> Read(string path, string? run = null)
    {
        try
        {
            using var file = File.OpenRead(path);
            return [.. LogFile.Read(file, run).Rows];
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            throw new PerfException(ExitStatus.Missing, "There are no measurements to report")
            {
                Where = path,
                Observed = fault.Message,
                Remedy = "measure first: afmpeg-perf run; if a run is under way, wait for its end",
            };
        }
    }

    /// <summary>Writes one row and waits until it is on the disk.</summary>
    /// <exception cref="PerfException">It cannot be written; the rows before it are safe.</exception>
    public void Append(Measurement row)
    {
        var start = stream.Position;
        try
        {
            stream.Write(Encoding.UTF8.GetBytes(row.ToLine()));
            stream.Flush(flushToDisk: true);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            TryTruncate(start);
            throw CannotWrite(stream.Name, fault);
        }

        rows.Add(row);
        Secure();
    }

    /// <summary>Makes sure that the rows are in their folder.</summary>
    /// <exception cref="PerfException">The folder was removed, and they cannot be written again.</exception>
    public void Secure()
    {
        try
        {
            RestoreIfRemoved();
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            throw CannotWrite(stream.Name, fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            RestoreIfRemoved();
        }
        catch (Exception fault) when (FileFault.Is(fault) || fault is PerfException)
        {
            // There is nowhere to write them.
        }

        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be flushed was reported when it was appended.
        }
    }

    private static MeasurementLog Continue(FileStream file, string run, Action? restoreNeighbours)
    {
        var found = LogFile.Read(file, run);
        if (found.Torn is not null)
        {
            File.AppendAllText($"{file.Name}.torn", found.Torn + '\n');
            file.SetLength(found.End);
        }

        file.Position = found.End;
        return new MeasurementLog(file, run, found, restoreNeighbours);
    }

    private static PerfException CannotWrite(string path, Exception fault) => new(
        ExitStatus.Missing, "A measurement cannot be written; those before it are safe")
    {
        Where = path,
        Expected = "a file that can be appended to",
        Observed = fault.Message,
        Remedy = "make room or change its permissions, then give the same command again: it goes on where it stopped",
    };

    // Somebody who tidies up the folder of a run that is under way does not mean its rows. As long as the removed file is open, it has
    // them all.
    private void RestoreIfRemoved()
    {
        if (!stream.CanRead || File.Exists(stream.Name))
        {
            return;
        }

        stream = LogFile.WriteAgain(stream);
        restoreNeighbours?.Invoke();
    }

    private void TryTruncate(long length)
    {
        try
        {
            stream.SetLength(length);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            // The torn line is set aside when the log is opened next.
        }
    }
}
