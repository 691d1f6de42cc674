using System.Text;
using System.Text.Json;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Log;

/// <summary>What a log's file holds.</summary>
/// <param name="Rows">The rows that were asked for, oldest first.</param>
/// <param name="End">Where the last complete line ends, in bytes.</param>
/// <param name="Torn">What a killed run left of its last row; null where that is complete.</param>
internal sealed record LogFile(List<Measurement> Rows, int End, string? Torn)
{
    // What a full disk refuses must not wait in a buffer, to be written together with the next row.
    private const int Unbuffered = 0;

    /// <summary>Opens the file, and makes its folder, for one writer: rows of two runs at once would overwrite each other.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None, Unbuffered);
    }

    /// <summary>Writes a file again that was removed while it was open: until it is closed, it has all that was written to it.</summary>
    /// <exception cref="IOException">It cannot be written; the removed file stays open.</exception>
    public static FileStream WriteAgain(FileStream removed)
    {
        var unfinished = AtomicFiles.UnfinishedOf(removed.Name);
        try
        {
            using (var copy = Open(unfinished, FileMode.Create))
            {
                removed.Position = 0;
                removed.CopyTo(copy);
                copy.Flush(flushToDisk: true);
            }

            File.Move(unfinished, removed.Name);
        }
        catch
        {
            AtomicFiles.TryDelete(unfinished);
            throw;
        }

        removed.Dispose();
        var again = Open(removed.Name, FileMode.Open);
        again.Position = again.Length;
        return again;
    }

    /// <summary>Reads the rows of a run, or all of them (null); every row is checked, also those of other runs.</summary>
    /// <exception cref="PerfException">A row cannot be read, or is of another schema.</exception>
    public static LogFile Read(FileStream file, string? run)
    {
        // As long as it is now: a device, or a file that another process writes to, may have no end.
        if (file.Length > Array.MaxLength)
        {
            throw new PerfException(ExitStatus.BadUsage, "The measurement log is too large to be read; the file is left as it is")
            {
                Where = file.Name,
                Expected = $"{Array.MaxLength} bytes or fewer",
                Observed = $"{file.Length} bytes",
                Remedy = "move it away, or use another folder: --output DIR",
            };
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var rows = new List<Measurement>();
        var start = 0;
        for (var number = 1; Array.IndexOf(bytes, (byte)'\n', start) is >= 0 and var end; number++)
        {
            var row = Parse(bytes.AsSpan(start..end), $"{file.Name}:{number}");
            if (run is null || row.Run == run)
            {
                rows.Add(row);
            }

            start = end + 1;
        }

        return new LogFile(rows, start, start == bytes.Length ? null : Encoding.UTF8.GetString(bytes.AsSpan(start)));
    }

    private static Measurement Parse(ReadOnlySpan<byte> line, string place)
    {
        try
        {
            var version = SchemaVersion.Parse(line);
            return version == Measurement.CurrentSchema
                ? JsonSerializer.Deserialize<Measurement>(line, Measurement.Json)!
                : throw Unreadable(place, version is null ? "no schema" : $"schema {version}");
        }
        catch (JsonException fault)
        {
            throw Unreadable(place, fault.Message);
        }
    }

    private static PerfException Unreadable(string place, string observed) =>
        new(ExitStatus.BadUsage, "A row of the measurement log cannot be read; the file is left as it is")
        {
            Where = place,
            Expected = $"one JSON object per line, schema {Measurement.CurrentSchema}",
            Observed = observed,
            Remedy = "use the version of afmpeg-perf that wrote it, or another folder: --output DIR",
        };
}
