using System.Collections.Immutable;
using System.Text;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Log;

/// <summary>The rows of report/measurements.jsonl: appended and flushed to disk one by one, so that a run killed at any moment loses none.</summary>
public sealed class MeasurementLog : IDisposable
{
    private readonly List<Measurement> rows;
    private FileStream stream;

    private MeasurementLog(FileStream stream, List<Measurement> rows, string? tornLine)
    {
        this.stream = stream;
        this.rows = rows;
        TornLine = tornLine;
    }

    /// <summary>The rows that were asked for when it was opened, and those appended since, oldest first.</summary>
    public IReadOnlyList<Measurement> Rows => rows;

    /// <summary>What a killed run left of its last row; null where that was whole. It is set aside in a file beside the log.</summary>
    public string? TornLine { get; }

    /// <summary>Called after the file was removed and put back: its neighbours may be gone, too.</summary>
    public Action? WasPutBack { get; set; }

    /// <summary>Reads the rows that are there and opens the log for more.</summary>
    /// <param name="path">The file; made, with its folder, where there is none.</param>
    /// <param name="run">The run whose rows are kept in memory; null for all. On the disk all stay.</param>
    /// <returns>The log.</returns>
    /// <exception cref="PerfException">The file cannot be written, another run writes it, or it holds rows of an unknown schema; it is left as it was.</exception>
    public static MeasurementLog Open(string path, string? run = null)
    {
        try
        {
            var file = LogFile.Open(path, FileMode.OpenOrCreate);
            try
            {
                return Continue(path, file, run);
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

    /// <summary>Reads the rows of a log that nobody writes to.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">The run whose rows are wanted; null for all.</param>
    /// <returns>Its whole rows.</returns>
    /// <exception cref="PerfException">The file cannot be read, or holds rows of an unknown schema.</exception>
    public static ImmutableArray<Measurement> Read(string path, string? run = null)
    {
        try
        {
            using var file = File.OpenRead(path);
            return [.. new RowReader(path, file, run).Read()];
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            throw new PerfException(ExitStatus.Missing, "There are no measurements to report")
            {
                Where = path,
                Observed = fault.Message,
                Remedy = "measure first: afmpeg-perf run; wait for its end where it is under way",
            };
        }
    }

    /// <summary>Writes one row and waits until it is on the disk.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="PerfException">It cannot be written; the rows before it are safe.</exception>
    public void Append(Measurement row)
    {
        var start = stream.Position;
        try
        {
            stream.Write(Encoding.UTF8.GetBytes(row.ToLine()));
            stream.Flush(flushToDisk: true);
            rows.Add(row);
            PutBackIfRemoved();
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            TryTruncate(start);
            throw CannotWrite(stream.Name, fault);
        }
    }

    /// <summary>Makes sure, before a run is called finished, that what it measured is in its folder.</summary>
    /// <exception cref="PerfException">The folder was removed, and the rows cannot be put back.</exception>
    public void Secure()
    {
        try
        {
            PutBackIfRemoved();
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
            stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be flushed was reported when it was appended.
        }
    }

    private static MeasurementLog Continue(string path, FileStream file, string? run)
    {
        var reader = new RowReader(path, file, run);
        var found = reader.Read();
        var torn = reader.Torn;
        if (torn is not null)
        {
            File.AppendAllText($"{path}.torn", torn + '\n');
            file.SetLength(reader.End);
        }

        file.Position = reader.End;
        return new MeasurementLog(file, found, torn);
    }

    private static PerfException CannotWrite(string path, Exception fault) => new(ExitStatus.Missing, "A measurement cannot be written; those before it are safe")
    {
        Where = path,
        Expected = "a file that can be appended to",
        Observed = fault.Message,
        Remedy = "make room or change its permissions, then give the same command again: it goes on where it stopped",
    };

    // Who tidies up a folder that a run writes to does not mean its rows.
    private void PutBackIfRemoved()
    {
        if (!File.Exists(stream.Name))
        {
            stream = LogFile.PutBack(stream);
            WasPutBack?.Invoke();
        }
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
