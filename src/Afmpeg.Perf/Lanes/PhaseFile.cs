using System.Text.Json;

namespace Afmpeg.Perf.Lanes;

/// <summary>
/// Where an engine's worker leaves the phases that it timed inside, as one JSON object: never mixed with ffmpeg's output. A file, since
/// a pipe's end would be inherited by every process that another thread starts meanwhile, and be open for as long as that one lives.
/// </summary>
/// <param name="path">The file; no guest sees it.</param>
public sealed class PhaseFile(string path)
{
    /// <summary>What the worker left; to be called after its end.</summary>
    /// <returns>The phases; none where it left nothing readable.</returns>
    public Phases Read()
    {
        try
        {
            return JsonSerializer.Deserialize<PhaseSeconds>(File.ReadAllText(path), JsonSerializerOptions.Web)?.ToPhases() ?? Phases.None;
        }
        catch (Exception fault) when (fault is JsonException or FileNotFoundException)
        {
            return Phases.None;
        }
    }

    private sealed record PhaseSeconds(
        double? CompileSeconds, double? LoadSeconds, double? InstantiateSeconds, double? ExecuteSeconds, double? ExecuteCpuSeconds, long? Operations, long? MemoryPages)
    {
        public Phases ToPhases() => new(Time(CompileSeconds), Time(LoadSeconds), Time(InstantiateSeconds), Time(ExecuteSeconds))
        {
            ExecuteCpu = Time(ExecuteCpuSeconds),
            Count = Operations is { } executed && MemoryPages is { } pages ? new GuestCount(executed, pages) : null,
        };

        private static TimeSpan? Time(double? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;
    }
}
