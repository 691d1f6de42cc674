using System.Collections.Concurrent;
using System.Text.Json;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>How long each step took last time, kept in the cache; a damaged file is as good as none.</summary>
/// <param name="path">The file.</param>
public sealed class StepTimes(string path)
{
    private readonly ConcurrentDictionary<string, double> seconds = Read(path);
    private readonly Lock writing = new();

    /// <summary>How long a step took last time.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The time; null where it was never done.</returns>
    public TimeSpan? Last(string step) => seconds.TryGetValue(step, out var known) ? TimeSpan.FromSeconds(known) : null;

    /// <summary>Keeps a step's time.</summary>
    /// <param name="step">The step.</param>
    /// <param name="elapsed">How long it took.</param>
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
