using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Measurements;

/// <summary>The rows of report/measurements.jsonl: appended and flushed to disk one by one, so that a run killed at any moment loses none.</summary>
public sealed class MeasurementLog : IDisposable
{
    // What a full disk refuses must not wait in a buffer, to be written behind the back of the next row.
    private const int Unbuffered = 0;

    private readonly FileStream stream;
    private readonly List<Measurement> rows;

    private MeasurementLog(FileStream stream, List<Measurement> rows, string? tornLine)
    {
        this.stream = stream;
        this.rows = rows;
        TornLine = tornLine;
    }

    /// <summary>All rows, of every run that wrote here, oldest first.</summary>
    public IReadOnlyList<Measurement> Rows => rows;

    /// <summary>What a killed run left of its last row; null where that was whole. It is set aside in a file beside the log.</summary>
    public string? TornLine { get; }

    /// <summary>Reads the rows that are there and opens the log for more.</summary>
    /// <param name="path">The file; made, with its folder, where there is none.</param>
    /// <returns>The log.</returns>
    /// <exception cref="PerfException">The file cannot be written, another run writes it, or it holds rows of an unknown schema; it is left as it was.</exception>
    public static MeasurementLog Open(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            // Not shared: rows of two runs at once would overwrite each other.
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, Unbuffered);
            try
            {
                return Continue(path, file);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path, fault);
        }
    }

    /// <summary>Reads the rows of a log that nobody writes to.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its whole rows.</returns>
    public static ImmutableArray<Measurement> Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            return [.. Parse(path, text[..(text.LastIndexOf('\n') + 1)])];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
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
            stream.Write([.. JsonSerializer.SerializeToUtf8Bytes(row, Measurement.Json), (byte)'\n']);
            stream.Flush(flushToDisk: true);
            rows.Add(row);
        }
        catch (IOException fault)
        {
            TryTruncate(start);
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

    private static MeasurementLog Continue(string path, FileStream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        var found = Parse(path, Encoding.UTF8.GetString(bytes, 0, end)).ToList();
        if (end == bytes.Length)
        {
            return new MeasurementLog(file, found, tornLine: null);
        }

        var torn = Encoding.UTF8.GetString(bytes, end, bytes.Length - end);
        File.AppendAllText($"{path}.torn", torn + '\n');
        file.SetLength(end);
        return new MeasurementLog(file, found, torn);
    }

    private static IEnumerable<Measurement> Parse(string path, string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n').SkipLast(1))
        {
            number++;
            yield return ParseLine(line, $"{path}:{number}");
        }
    }

    private static Measurement ParseLine(string line, string where)
    {
        try
        {
            // The version first: a row of another version has other fields, and these are not what is wrong with it.
            var version = JsonSerializer.Deserialize<RowVersion>(line, JsonSerializerOptions.Web)?.Schema;
            return version == Measurement.CurrentSchema
                ? JsonSerializer.Deserialize<Measurement>(line, Measurement.Json)!
                : throw Unreadable(where, version is null ? "no schema" : $"schema {version}");
        }
        catch (JsonException fault)
        {
            throw Unreadable(where, fault.Message);
        }
    }

    private static PerfException Unreadable(string where, string observed) => new(ExitStatus.BadUsage, "A row of the measurement log cannot be read; the file is left as it is")
    {
        Where = where,
        Expected = $"one JSON object per line, schema {Measurement.CurrentSchema}",
        Observed = observed,
        Remedy = "use the version of afmpeg-perf that wrote it, or another folder: --output DIR",
    };

    private static PerfException CannotWrite(string path, Exception fault) => new(ExitStatus.Missing, "A measurement cannot be written; those before it are safe")
    {
        Where = path,
        Expected = "a file that can be appended to",
        Observed = fault.Message,
        Remedy = "make room or change its permissions, then give the same command again: it goes on where it stopped",
    };

    private void TryTruncate(long length)
    {
        try
        {
            stream.SetLength(length);
        }
        catch (IOException)
        {
            // The torn line is set aside when the log is opened next.
        }
    }

    private sealed record RowVersion(int? Schema);
}
