using System.Text;
using System.Text.Json;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Log;

/// <summary>Reads the rows of a log one by one, so that a long log takes no more memory than the rows that are kept.</summary>
/// <param name="path">The file, for people.</param>
/// <param name="stream">Its content, at its beginning.</param>
/// <param name="run">The run whose rows are wanted; null for all.</param>
internal sealed class RowReader(string path, Stream stream, string? run)
{
    private static readonly JsonSerializerOptions Options = new(Measurement.Json) { Converters = { new InternedText() } };

    private readonly CompleteLines lines = new(stream);

    /// <summary>Where the last whole row ended, in bytes, once all are read.</summary>
    public long End => lines.Position;

    /// <summary>What a killed run left of its last row, once all are read; null where that was whole.</summary>
    public string? Torn => lines.Torn.IsEmpty ? null : Encoding.UTF8.GetString(lines.Torn);

    /// <summary>Reads the rows; every one is checked, also where it is of another run.</summary>
    /// <returns>The rows, oldest first.</returns>
    /// <exception cref="PerfException">One cannot be read, or is of another schema.</exception>
    public List<Measurement> Read()
    {
        var rows = new List<Measurement>();
        for (var number = 1; lines.TryNext(out var line); number++)
        {
            var row = Parse(line, number);
            if (run is null || row.Run == run)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private Measurement Parse(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            var version = SchemaVersion.Of(line);
            return version == Measurement.CurrentSchema
                ? JsonSerializer.Deserialize<Measurement>(line, Options)!
                : throw Unreadable(number, version is null ? "no schema" : $"schema {version}");
        }
        catch (JsonException fault)
        {
            throw Unreadable(number, fault.Message);
        }
    }

    private PerfException Unreadable(int line, string observed) => new(ExitStatus.BadUsage, "A row of the measurement log cannot be read; the file is left as it is")
    {
        Where = $"{path}:{line}",
        Expected = $"one JSON object per line, schema {Measurement.CurrentSchema}",
        Observed = observed,
        Remedy = "use the version of afmpeg-perf that wrote it, or another folder: --output DIR",
    };
}
