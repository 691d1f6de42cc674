using System.IO.Pipes;
using System.Text.Json;

namespace Afmpeg.Perf.Lanes;

/// <summary>A pipe of its own on which an engine's worker sends the phases that it timed inside, as one JSON line: never mixed with ffmpeg's output.</summary>
public sealed class PhasePipe : IDisposable
{
    private readonly AnonymousPipeServerStream pipe = new(PipeDirection.In, HandleInheritability.Inheritable);

    /// <summary>The file descriptor that the worker inherits and writes to.</summary>
    public string Descriptor => pipe.GetClientHandleAsString();

    /// <summary>What the worker sent; to be called after its end.</summary>
    /// <returns>The phases; none where it sent nothing readable.</returns>
    public Phases Read()
    {
        pipe.DisposeLocalCopyOfClientHandle();
        using var reader = new StreamReader(pipe);
        try
        {
            return JsonSerializer.Deserialize<PhaseSeconds>(reader.ReadToEnd(), JsonSerializerOptions.Web)?.ToPhases() ?? Phases.None;
        }
        catch (JsonException)
        {
            return Phases.None;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => pipe.Dispose();

    private sealed record PhaseSeconds(double? CompileSeconds, double? LoadSeconds, double? InstantiateSeconds, double? ExecuteSeconds)
    {
        public Phases ToPhases() => new(Time(CompileSeconds), Time(LoadSeconds), Time(InstantiateSeconds), Time(ExecuteSeconds));

        private static TimeSpan? Time(double? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;
    }
}
