using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>Holds the measured run against its host's baseline.</summary>
public static class BaselineGate
{
    /// <summary>What records the measured run.</summary>
    public static string Record { get; } = $"afmpeg-perf accept --output {TestSettings.Run ?? "artifacts/test-report"}";

    /// <summary>A run against the baseline of its host.</summary>
    /// <param name="folder">The folder of baselines.</param>
    /// <param name="live">The run.</param>
    /// <returns>The comparison, or why there is none: no baseline, or one of other work.</returns>
    /// <exception cref="PerfException">The baseline has faults.</exception>
    public static Reading<RunComparison> Compare(string folder, RunExtract live)
    {
        if (BaselineFile.ForHost(folder, live.Host) is not { } baseline)
        {
            return Reading<RunComparison>.NotMeasured($"no baseline for host {live.Host} ({live.Machine}); record one: {Record}");
        }

        try
        {
            return Reading<RunComparison>.Of(RunComparison.Of(baseline, live));
        }
        catch (PerfException refused)
        {
            return Reading<RunComparison>.NotMeasured($"the baseline of host {live.Host} is of other work; record a new one: {Record}\n{refused.Message}");
        }
    }

    /// <summary>Asserts that a case has not regressed. What cannot be told skips the row, or fails it where that is strict.</summary>
    /// <param name="comparison">What <see cref="Compare"/> said.</param>
    /// <param name="planned">The case; it runs a module.</param>
    /// <param name="strict">Whether what cannot be told fails.</param>
    /// <param name="evidence">Told the comparison in words.</param>
    public static void Hold(Reading<RunComparison> comparison, BenchmarkCase planned, bool strict, Action<string> evidence)
    {
        if (!comparison.TryGet(out var since))
        {
            Open($"not measured: {comparison.WhyNot}", strict);
            return;
        }

        var compared = since.Cases.Single(entry => entry.Id == planned.Id);
        var module = since.Modules.GetValueOrDefault($"{planned.Job.Setting.Flavour}+{planned.Lane.Build}");
        string[] told = [.. since.Notes, compared.Sentence, .. module is null ? (string[])[] : [module]];
        evidence(string.Join('\n', told));
        (compared.HasRegressed || module is not null).Should().BeFalse(
            "since the baseline of run {0} nothing may become slower or make another output, but: {1}. Where that is meant, {2} records it",
            since.Before.Run,
            module is null ? compared.Sentence : $"{compared.Sentence}; {module}",
            Record);
        Open(
            compared.Verdict switch
            {
                SpeedVerdict.CannotTell => $"cannot tell: {compared.Sentence}",
                SpeedVerdict.OnlyInB => $"not measured: the baseline of run {since.Before.Run} has no such case; record a new one: {Record}",
                _ => null,
            },
            strict);
    }

    private static void Open(string? reason, bool strict)
    {
        Skip.If(reason is not null && !strict, reason);
        reason.Should().BeNull("AFMPEG_STRICT=1 wants every case compared");
    }
}
