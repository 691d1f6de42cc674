using System.Collections.Immutable;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Running;

/// <summary>Told how a run goes: a terminal, a log, or nobody.</summary>
public interface IRunObserver
{
    /// <summary>Something must be set up first.</summary>
    void SettingUp(ImmutableArray<SetupTask> tasks);

    /// <summary>A step of set-up.</summary>
    void SettingUp(SetupEvent progress);

    /// <summary>Something about the user's own file that readers of its figures must know.</summary>
    void LookedAt(CustomMedia media);

    /// <summary>Another run measures on this machine: this one waits.</summary>
    void Waiting(string holder, TimeSpan limit);

    /// <summary>Measuring begins.</summary>
    void Measuring(RunStart start);

    /// <summary>A case is about to be run.</summary>
    void Progress(SamplerProgress progress);

    /// <summary>A window of lanes that share a core is about to be measured.</summary>
    void Sharing(string what);

    /// <summary>Another tree is built or set up.</summary>
    void Told(string line);

    /// <summary>Operations are being counted: told every two seconds.</summary>
    void Counting(int done, int total, BenchmarkCase benchmarkCase);
}
