using System.Collections.Concurrent;
using System.Text.Json;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>How many seconds each step took last time, kept in a file; a damaged file is as good as none.</summary>
internal sealed class StepTimes(string path)
{
    private readonly ConcurrentDictionary<string, double> seconds = Read(path);
    private readonly Lock writing = new();

    public TimeSpan? Last(string step) => seconds.TryGetValue(step, out var known) ? TimeSpan.FromSeconds(known) : null;

    public void Record(string step, TimeSpan elapsed)
    {
        seconds[step] = Math.Round(elapsed.TotalSeconds, 1);
        lock (writing)
        {
            try
            {
                File.WriteAllText(path, JsonSerializer.Serialize(seconds));
            }
            catch (Exception fault) when (FileFault.Is(fault))
            {
                // A forecast that is not kept is no reason to fail a step that is done.
            }
        }
    }

    private static ConcurrentDictionary<string, double> Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<ConcurrentDictionary<string, double>>(File.ReadAllText(path)) ?? [] : [];
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
