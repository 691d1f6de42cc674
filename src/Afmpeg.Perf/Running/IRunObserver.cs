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
    /// <param name="tasks">What will be done; told before any of it is.</param>
    void SettingUp(ImmutableArray<SetupTask> tasks);

    /// <summary>A step of set-up.</summary>
    /// <param name="progress">How it goes.</param>
    void SettingUp(SetupEvent progress);

    /// <summary>Something about the user's own file that readers of its figures must know.</summary>
    /// <param name="media">The file and what is made of it.</param>
    void LookedAt(CustomMedia media);

    /// <summary>Another run measures on this machine: this one waits.</summary>
    /// <param name="holder">The other run, for people.</param>
    /// <param name="limit">How long it will wait.</param>
    void Waiting(string holder, TimeSpan limit);

    /// <summary>Measuring begins.</summary>
    /// <param name="start">What will be measured.</param>
    void Measuring(RunStart start);

    /// <summary>A case is about to be run.</summary>
    /// <param name="progress">Which, and how far the run is.</param>
    void Progress(SamplerProgress progress);

    /// <summary>A window of lanes that share a core is about to be measured.</summary>
    /// <param name="what">Which, and what is known so far.</param>
    void Sharing(string what);

    /// <summary>Another tree is built or set up.</summary>
    /// <param name="line">A line of what it says.</param>
    void Told(string line);

    /// <summary>Operations are being counted: told every two seconds.</summary>
    /// <param name="done">How many counts are done.</param>
    /// <param name="total">Of how many.</param>
    /// <param name="benchmarkCase">The job and module that was begun last.</param>
    void Counting(int done, int total, BenchmarkCase benchmarkCase);
}
