using System.Diagnostics;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SharedCore;

/// <summary>Measures windows of two lanes until there is a verdict or the budget is spent.</summary>
/// <param name="before">A.</param>
/// <param name="after">B, on the same job.</param>
/// <param name="check">Looks at outputs.</param>
/// <param name="keep">Keeps each window.</param>
public sealed class PairSampler(CoreLane before, CoreLane after, IOutputCheck check, Action<CoreWindow> keep)
{
    /// <summary>How long a window lasts at least.</summary>
    public TimeSpan WindowTime { get; init; } = WindowRun.Usual;

    /// <summary>Measures.</summary>
    public PairComparison Measure(
        PairComparison empty, TimeSpan? budget, string host, string run, Action<PairComparison> report, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var windows = new WindowRun([before, after], check, WindowTime);
        var cores = WindowRun.Cores;
        var measured = new List<CoreWindow>();
        PairComparison SoFar() => empty with { Logs = CoreRatio.Logs(measured, after.Name, before.Name) };
        if (windows.WarmUp(cancellation) is { } cold)
        {
            return empty.Failing(cold);
        }

        for (var number = 1; number <= PairLooks.Looks[^1] && !(clock.Elapsed >= budget); number++)
        {
            report(SoFar());
            var core = cores[number % cores.Length];
            var (shares, lasted, fault) = windows.Measure(core, cancellation);
            if (fault is not null)
            {
                return SoFar().Failing(fault);
            }

            var window = new CoreWindow(run, DateTimeOffset.UtcNow, host, before.Case.Job.Id, number, core, lasted.TotalSeconds, shares);
            keep(window);
            measured.Add(window);
            if (PairLooks.Looks.Contains(number) && SoFar().Verdict != SpeedVerdict.CannotTell)
            {
                break;
            }
        }

        return SoFar() with { Differences = PairComparison.DifferencesOf(windows.OutputOf(before.Name), windows.OutputOf(after.Name)) };
    }
}
