using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Tests.Simulation;

namespace Afmpeg.Perf.Tests.Rules.Comparisons;

/// <summary>Two runs whose rounds are kept are of two days and two cores of one name, a quiet day and a noisy one: what they differ by is no change of any lane.</summary>
public sealed class TwoDaysRules
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "trust.md"));

    private static readonly RunExtract Quiet = PastRuns.OfTheQuietDay.Reports[0].Extract;

    private static readonly RunExtract Noisy = PastRuns.OfTheDecision.Reports[0].Extract;

    [Fact]
    public void By_their_rounds_alone_lanes_would_have_become_slower()
    {
        var claimed = RunComparison.Of(Quiet.WithoutTimes(), Noisy.WithoutTimes()).Cases.Where(Claims).ToArray();

        claimed.Should().NotBeEmpty().And.OnlyContain(one => one.Verdict == SpeedVerdict.Slower);
        Page.Should().Contain($"by rounds alone {claimed.Length} of {RunComparison.Of(Quiet, Noisy).Cases.Count(one => one.Before is not null && one.After is not null)} unchanged cases had become slower");
    }

    [Fact]
    public void With_what_their_references_took_nothing_is_claimed()
    {
        var compared = RunComparison.Of(Quiet, Noisy);

        compared.Cases.Should().NotContain(one => Claims(one));
        compared.Cases.Where(one => one.Why.Contains("the lane that both divide by took")).Should().NotBeEmpty();
    }

    [Fact]
    public void Within_an_hour_native_portable_takes_the_same_on_a_steady_day_and_mostly_on_a_noisy_one()
    {
        Moved(MeasuredRounds.NoisyDay).Should().Be((8, 90), "which docs/decisions/0017 says");
        Moved(MeasuredRounds.WholeTier).Should().Be((0, 360));
    }

    // In how many comparisons of two runs and a job native-portable took another time by more than the tolerance.
    private static (int Moved, int Of) Moved(MeasuredRounds rounds)
    {
        var means = rounds.Kept.Where(row => row.Case.EndsWith($"/{Lane.NativePortable.Name}", StringComparison.Ordinal))
            .GroupBy(row => row.Case).Select(job => job.GroupBy(row => row.Run, row => row.LogSeconds).Select(run => run.Average()).ToArray());
        var pairs = means.SelectMany(runs => runs.SelectMany((one, index) => runs[(index + 1)..].Select(other => Math.Abs(one - other)))).ToArray();
        return (pairs.Count(apart => Math.Exp(apart) - 1 > Tolerances.ReferenceTime), pairs.Length);
    }

    private static bool Claims(CaseComparison one) => one.Verdict is SpeedVerdict.Slower or SpeedVerdict.Faster;
}
