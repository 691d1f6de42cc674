using System.Text.Json;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.Measurements;

/// <summary>Counts that were made earlier, a file each, named by a hash of all that a count follows from. Deleting it costs time, nothing else.</summary>
public sealed class OperationCache(string folder)
{
    /// <summary>A count that was made earlier.</summary>
    /// <returns>The count; null where there is none that can be read.</returns>
    public GuestCount? Find(string key)
    {
        try
        {
            return JsonSerializer.Deserialize<GuestCount>(File.ReadAllText(PathOf(key)), JsonSerializerOptions.Web) is { Operations: > 0, MemoryPages: >= 0 } count
                ? count : null;
        }
        catch (Exception fault) when (fault is JsonException || FileFault.Is(fault))
        {
            return null;
        }
    }

    /// <summary>Keeps a count. One that cannot be written is counted again next time.</summary>
    public void Keep(string key, GuestCount count)
    {
        try
        {
            AtomicFiles.Write([(PathOf(key), JsonSerializer.Serialize(count, JsonSerializerOptions.Web))], "A count of operations cannot be kept", "make room");
        }
        catch (PerfException)
        {
            // The run has its count.
        }
    }

    private string PathOf(string key) => Path.Combine(folder, $"{key}.json");
}
