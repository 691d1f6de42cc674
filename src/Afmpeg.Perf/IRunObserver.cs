using System.Collections.Immutable;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf;

/// <summary>Told how a run goes: a terminal, a log, or nobody.</summary>
public interface IRunObserver
{
    /// <summary>Something must be set up first.</summary>
    /// <param name="tasks">What will be done; told before any of it is.</param>
    void SettingUp(ImmutableArray<SetupTask> tasks);

    /// <summary>A step of set-up.</summary>
    /// <param name="progress">How it goes.</param>
    void SettingUp(SetupEvent progress);

    /// <summary>Measuring begins.</summary>
    /// <param name="start">What will be measured.</param>
    void Measuring(RunStart start);

    /// <summary>A case is about to be run.</summary>
    /// <param name="progress">Which, and how far the run is.</param>
    void Progress(SamplerProgress progress);
}
