namespace Afmpeg.Perf.Wasmtime;

/// <summary>The phases of one run in seconds, as the lane reads them; null where a run had no such phase.</summary>
internal sealed class PhaseSeconds
{
    public double? CompileSeconds { get; set; }

    public double? LoadSeconds { get; set; }

    public double? InstantiateSeconds { get; set; }

    public double? ExecuteSeconds { get; set; }
}
