using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Running;

/// <summary>Shows how a run goes: as lines that stay, and as a line about what is under way.</summary>
public abstract class RunObserver
{
    /// <summary>What set-up is about to do.</summary>
    public void SettingUp(ImmutableArray<SetupTask> tasks) => Say(ProgressText.Plan(tasks));

    /// <summary>How a step of set-up goes.</summary>
    public void SettingUp(SetupEvent progress)
    {
        var text = ProgressText.Of(progress);
        if (progress.State is SetupState.Done or SetupState.Skipped)
        {
            Say(text);
        }
        else
        {
            Show(text, progress.State == SetupState.Running ? null : text);
        }
    }

    /// <summary>Something about the user's own file that readers of its figures must know.</summary>
    public void LookedAt(CustomMedia media) => Say(ProgressText.Of(media));

    /// <summary>Another run measures on this machine: this one waits.</summary>
    /// <param name="holder">The other run, for people.</param>
    /// <param name="limit">How long it will wait.</param>
    public void Waiting(string holder, TimeSpan limit) => Say(ProgressText.Waiting(holder, limit));

    /// <summary>Measuring begins.</summary>
    public void Measuring(RunStart start) => Say(ProgressText.Of(start));

    /// <summary>A case is about to be run.</summary>
    public void Progress(SamplerProgress progress) => Show(ProgressText.Of(progress), $"{progress.Round} {progress.Case.Job.Id}");

    /// <summary>A window of lanes that share a core is about to be measured.</summary>
    /// <param name="window">Which, and what is known so far.</param>
    public void Sharing(string window) => Show(window, window);

    /// <summary>Another tree is built or set up.</summary>
    public void Told(string line) => Say(line);

    /// <summary>Operations are being counted: called every two seconds.</summary>
    /// <param name="done">How many counts are done.</param>
    /// <param name="total">Of how many.</param>
    /// <param name="benchmarkCase">The job and module that was begun last.</param>
    public void Counting(int done, int total, BenchmarkCase benchmarkCase) =>
        Show(ProgressText.Counting(done, total, benchmarkCase), "counting");

    /// <summary>Shows a line that stays.</summary>
    protected abstract void Say(string line);

    /// <summary>Shows what is under way.</summary>
    /// <param name="line">What it is, and how far.</param>
    /// <param name="topic">Lines of one topic may be left out while they follow one another quickly; null for a sign of life of any
    /// step.</param>
    protected abstract void Show(string line, string? topic);
}

/// <summary>What a run announces when measuring begins.</summary>
/// <param name="State">The run's id, seed and conditions.</param>
/// <param name="Plan">What is measured.</param>
/// <param name="RowsKept">Rows of an unfinished run that this one goes on from; 0 for a new run.</param>
/// <param name="TornLine">Half a row that a killed run left, set aside; null where there was none.</param>
public sealed record RunStart(RunState State, RunPlan Plan, int RowsKept, string? TornLine);
