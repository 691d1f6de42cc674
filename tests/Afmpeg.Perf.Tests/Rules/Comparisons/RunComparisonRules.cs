using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Tests.Rules.Comparisons;

public sealed class RunComparisonRules
{
    private readonly RunExtract before = new CannedExtract("before").Make();

    [Fact]
    public void A_case_that_is_slower_by_a_tenth_is_told_and_no_other()
    {
        var compared = RunComparison.Of(before, new CannedExtract("after") { Slowdown = 1.1 }.Make());

        compared.Cases.Where(entry => entry.HasRegressed).Select(entry => entry.Id).Should().Equal(CannedExtract.Id(0));
        compared.Cases[0].Verdict.Should().Be(SpeedVerdict.Slower);
        compared.Cases[0].Sentence.Should().MatchRegex(@"wasmtime\+O3: slower, 2\.5\d x native-portable -> 2\.7\d x native-portable, \+\d+\.\d % \[\+.*\]: beyond 5 %");
        compared.HasRegressed.Should().BeTrue();
    }

    [Fact]
    public void A_case_that_is_faster_fails_nothing()
    {
        var compared = RunComparison.Of(before, new CannedExtract("after") { Slowdown = 1 / 1.15 }.Make());

        compared.Cases[0].Verdict.Should().Be(SpeedVerdict.Faster);
        compared.HasRegressed.Should().BeFalse();
    }

    [Fact]
    public void Equality_is_shown_and_not_merely_no_difference()
    {
        var (few, after) = (new CannedExtract("few") { Rounds = 2 }.Make(), new CannedExtract("after").Make());

        RunComparison.Of(before, after).Cases.Count(entry => entry.Verdict == SpeedVerdict.Same).Should().BeGreaterThan(35);
        var unsure = RunComparison.Of(few, few with { Run = "again" }).Cases.First(entry => entry.Verdict != SpeedVerdict.Same);
        (unsure.Verdict, unsure.Change.TryGet(out var change), change?.Value).Should().Be((SpeedVerdict.CannotTell, true, 1));
        unsure.Why.Should().Contain("reaches beyond 5 %").And.Contain("rounds in each run would tell");
    }

    [Fact]
    public void A_difference_shown_to_be_small_is_the_same()
    {
        var quiet = before with { NoiseFloor = null };
        var after = CannedExtract.With(before, 0, entry => entry with { Ratios = [.. entry.Ratios.Select(ratio => ratio * 1.02)] });
        var still = CannedExtract.With(quiet, 0, entry => entry with { Ratios = [.. entry.Ratios.Select(_ => 2.5)] });
        var moved = CannedExtract.With(quiet, 0, entry => entry with { Ratios = [.. entry.Ratios.Select(_ => 2.55)] });

        RunComparison.Of(before, after).Cases[0].Verdict.Should().Be(SpeedVerdict.Same);
        RunComparison.Of(still, moved).Cases[0].Verdict.Should().Be(SpeedVerdict.Same, "2 % is certain here, and within the tolerance");
        RunComparison.Of(still, moved, 0.01).Cases[0].Verdict.Should().Be(SpeedVerdict.Slower, "the tolerance is the caller's");
    }

    [Theory]
    [InlineData("native-portable", 0.2, SpeedVerdict.Slower)]
    [InlineData("native", 0.2, SpeedVerdict.CannotTell)]
    [InlineData("native", 0.02, SpeedVerdict.Slower)]
    public void The_noise_of_native_is_held_against_ratios_to_native_alone(string reference, double floor, SpeedVerdict verdict)
    {
        RunExtract To(RunExtract run) => CannedExtract.With(run, 0, entry => entry with { Reference = reference }) with { NoiseFloor = floor };

        var told = RunComparison.Of(To(before), To(new CannedExtract("after") { Slowdown = 1.1 }.Make())).Cases[0];

        told.Verdict.Should().Be(verdict);
        (told.Why.Contains("shown, but no larger than what these hosts tell native from itself (20 %)", StringComparison.Ordinal)).Should().Be(verdict == SpeedVerdict.CannotTell);
    }

    [Theory]
    [InlineData(1.0, SpeedVerdict.Slower)]
    [InlineData(1.19, SpeedVerdict.Slower)]
    [InlineData(1.46, SpeedVerdict.CannotTell)]
    [InlineData(0.7, SpeedVerdict.CannotTell)]
    [InlineData(null, SpeedVerdict.Slower)]
    public void Where_the_lane_that_both_divide_by_took_another_time_the_machine_is_not_what_it_was(double? times, SpeedVerdict verdict)
    {
        var told = RunComparison.Of(
            CannedExtract.WithReference(before, 2), CannedExtract.WithReference(new CannedExtract("after") { Slowdown = 1.1 }.Make(), 2 * times)).Cases;

        told[0].Verdict.Should().Be(verdict);
        (told[0].Why.Contains($"the lane that both divide by took {Figures.Of(times ?? 1)} times as long as in A", StringComparison.Ordinal)).Should().Be(verdict == SpeedVerdict.CannotTell);
        told[1].Verdict.Should().Be(SpeedVerdict.Same, "of another clip nothing is known, and equality needs none of it");
    }

    [Theory]
    [InlineData("native", 0.05, SpeedVerdict.Same)]
    [InlineData("native", 0.051, SpeedVerdict.CannotTell)]
    [InlineData("native", 0.2, SpeedVerdict.CannotTell)]
    [InlineData("native", null, SpeedVerdict.Same)]
    [InlineData("native-portable", 0.2, SpeedVerdict.Same)]
    public void Where_native_is_not_shown_to_equal_itself_within_the_tolerance_nothing_that_it_is_part_of_is_the_same(string reference, double? floor, SpeedVerdict verdict)
    {
        var to = CannedExtract.With(before with { NoiseFloor = null }, 0, entry => entry with { Reference = reference });

        var told = RunComparison.Of(to, to with { Run = "after", NoiseFloor = floor }).Cases[0];

        told.Verdict.Should().Be(verdict);
        (told.Why.Contains("lies within 5 %, but these hosts tell even native from itself", StringComparison.Ordinal)).Should().Be(verdict == SpeedVerdict.CannotTell);
    }

    [Fact]
    public void A_change_that_one_case_alone_would_show_is_not_claimed_among_many()
    {
        var (one, many) = (new CannedExtract("one") { Cases = 1, Rounds = 5 }, new CannedExtract("one") { Rounds = 5 });

        RunComparison.Of(one.Make(), (one with { Seed = "other", Slowdown = 1.085 }).Make()).Cases[0].Verdict.Should().Be(SpeedVerdict.Slower);
        var among = RunComparison.Of(many.Make(), (many with { Seed = "other", Slowdown = 1.085 }).Make()).Cases[0];
        among.Verdict.Should().Be(SpeedVerdict.CannotTell);
        among.Why.Should().Contain("among 40 cases (at most 0.002 counts); about ");
    }

    [Fact]
    public void The_level_is_that_of_all_limits_of_a_run() => Tolerances.Level.Should().Be(Family.Level);

    [Fact]
    public void Equal_runs_raise_no_alarm_and_a_tenth_is_caught_at_the_noise_that_modules_have()
    {
        const int Suites = 200;
        RunComparison Suite(int number, double slowdown) => RunComparison.Of(
            new CannedExtract($"before {number}").Make(), new CannedExtract($"after {number}") { Slowdown = slowdown }.Make());

        var equal = Enumerable.Range(0, Suites).Select(number => Suite(number, 1)).ToArray();
        var slower = Enumerable.Range(0, Suites).Select(number => Suite(number, 1.1)).ToArray();

        equal.Count(suite => suite.Cases.Any(entry => entry.Verdict is SpeedVerdict.Slower or SpeedVerdict.Faster)).Should().BeLessThanOrEqualTo(Suites / 100);
        equal.Average(suite => suite.Cases.Count(entry => entry.Verdict == SpeedVerdict.Same)).Should().BeGreaterThan(0.95 * 40);
        slower.Count(suite => suite.Cases[0].Verdict == SpeedVerdict.Slower).Should().BeGreaterThanOrEqualTo(95 * Suites / 100);
        slower.Count(suite => suite.Cases[0].Verdict == SpeedVerdict.Same).Should().Be(0);
    }

    [Fact]
    public void At_natives_own_scatter_equal_runs_raise_no_alarm_either()
    {
        var alarms = Enumerable.Range(0, 200).Count(number => RunComparison.Of(
                new CannedExtract($"old {number}") { Deviation = 0.055, Rounds = 7 }.Make(), new CannedExtract($"new {number}") { Deviation = 0.055, Rounds = 7 }.Make())
            .Cases.Any(entry => entry.Verdict is SpeedVerdict.Slower or SpeedVerdict.Faster));

        alarms.Should().BeLessThanOrEqualTo(4, "1 % of 200, and what 200 draws of it scatter by");
    }

    [Fact]
    public void A_case_of_one_run_is_told_and_fails_nothing()
    {
        var compared = RunComparison.Of(before with { Cases = before.Cases.RemoveAt(0) }, before with { Cases = before.Cases.RemoveAt(1) });

        compared.Cases.Where(entry => entry.Verdict is SpeedVerdict.OnlyInA or SpeedVerdict.OnlyInB).Select(entry => (entry.Id, entry.Words))
            .Should().Equal((CannedExtract.Id(0), "only in B"), (CannedExtract.Id(1), "only in A"));
        compared.HasRegressed.Should().BeFalse();
        compared.Summary.Should().Contain("38 same, 1 only in A, 1 only in B, 0 with another output");
    }

    [Theory]
    [InlineData("too few", "10 and 1 rounds support no difference")]
    [InlineData("none", "B has no rounds: wazero is not on PATH")]
    [InlineData("other reference", "A divides by native-portable, B by native")]
    public void What_cannot_be_compared_says_why(string what, string reason)
    {
        var after = CannedExtract.With(before, 0, entry => what switch
        {
            "too few" => entry with { Ratios = [2.5] },
            "none" => entry with { Ratios = [], Reason = "wazero is not on PATH" },
            _ => entry with { Reference = "native" },
        });

        var told = RunComparison.Of(before, after).Cases[0];

        (told.Verdict, told.ChangeText, told.HasRegressed).Should().Be((SpeedVerdict.CannotTell, "-", false));
        told.Why.Should().Contain(reason);
    }
}
