namespace Afmpeg.Perf.Wasmtime;

/// <summary>The commands to run, as the lane writes them: stages one after the other, of each up to AtOnce commands at the same time, started in order.</summary>
internal sealed record WorkerPlan(int AtOnce, string[][][] Stages)
{
    public bool IsSingle => Stages is [[_]];
}
