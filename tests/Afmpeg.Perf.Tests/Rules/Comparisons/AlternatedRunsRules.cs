using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Tests.Harness;

namespace Afmpeg.Perf.Tests.Rules.Comparisons;

public sealed class AlternatedRunsRules
{
    [Fact]
    public void Equal_trees_are_not_called_different()
    {
        var comparison = AlternatedRuns.Compare(Runs("a"), Runs("b"));

        comparison.HasRegressed.Should().BeFalse();
        comparison.Cases.Should().OnlyContain(compared => compared.Verdict == SpeedVerdict.Same || compared.Verdict == SpeedVerdict.CannotTell);
        comparison.Cases.Count(compared => compared.Verdict == SpeedVerdict.Same).Should().BeGreaterThan(30, "twenty rounds on each side tell what ten do not");
    }

    [Fact]
    public void A_case_that_is_slower_in_both_runs_is_slower()
    {
        var comparison = AlternatedRuns.Compare(Runs("a"), Runs("b", 1.15, 1.15));

        comparison.Cases.Where(compared => compared.Verdict == SpeedVerdict.Slower).Should().ContainSingle().Which.Id.Should().Be(CannedExtract.Id(0));
        comparison.HasRegressed.Should().BeTrue();
    }

    [Fact]
    public void By_turns_it_is_no_question_what_the_lane_took_that_all_divide_by()
    {
        var ((a1, a2), (b1, b2)) = (Runs("a"), Runs("b", 1.15, 1.15));

        var comparison = AlternatedRuns.Compare(
            (CannedExtract.WithReference(a1, 2), CannedExtract.WithReference(a2, 2)), (CannedExtract.WithReference(b1, 3), CannedExtract.WithReference(b2, 3)));

        comparison.Cases[0].Verdict.Should().Be(SpeedVerdict.Slower);
    }

    [Fact]
    public void What_is_slower_in_one_run_of_the_tree_alone_is_not_claimed()
    {
        var comparison = AlternatedRuns.Compare(Runs("a"), Runs("b", 1.1, 1.5));

        var compared = comparison.Cases.Single(one => one.Id == CannedExtract.Id(0));
        compared.Verdict.Should().Be(SpeedVerdict.CannotTell);
        compared.Why.Should().MatchRegex("two runs of one tree differ by here \\(3\\d(\\.\\d+)? %\\)");
    }

    [Fact]
    public void A_drift_that_is_in_every_run_alike_cancels()
    {
        // A B B A under a host that makes the case slower by 4 % from each turn to the next.
        var comparison = AlternatedRuns.Compare(Runs("a", 1, 1.12), Runs("b", 1.04, 1.08));

        comparison.HasRegressed.Should().BeFalse();
    }

    [Fact]
    public void The_rounds_of_both_runs_are_taken_together_and_the_larger_noise_floor_holds()
    {
        var (first, second) = Runs("a");

        var joined = AlternatedRuns.Join(first with { NoiseFloor = 0.01 }, second with { NoiseFloor = 0.03 });

        joined.Run.Should().Be("a1 and a2");
        joined.NoiseFloor.Should().Be(0.03);
        joined.Cases[3].Ratios.Should().Equal([.. first.Cases[3].Ratios, .. second.Cases[3].Ratios]);
        AlternatedRuns.Join(first with { NoiseFloor = null }, second).NoiseFloor.Should().Be(second.NoiseFloor);
        AlternatedRuns.Join(first with { NoiseFloor = null }, second with { NoiseFloor = null }).NoiseFloor.Should().BeNull();
    }

    [Fact]
    public void A_case_that_failed_in_one_run_failed()
    {
        var (first, second) = Runs("a");
        var failed = CannedExtract.With(second, 1, entry => entry with { Failed = true, Ratios = [], Reason = "the guest trapped" });

        foreach (var joined in (RunExtract[])[AlternatedRuns.Join(first, failed), AlternatedRuns.Join(failed, first)])
        {
            (joined.Cases[1].Failed, joined.Cases[1].Ratios.Length, joined.Cases[1].Reason).Should().Be((true, 0, "the guest trapped"));
        }
    }

    [Fact]
    public void A_case_that_one_run_did_not_come_to_has_the_rounds_of_the_other()
    {
        var (first, second) = Runs("a");
        var empty = CannedExtract.With(second, 1, entry => entry with { Ratios = [], Reason = "the budget ended before its first round", Reference = null });

        AlternatedRuns.Join(first, empty).Cases[1].Should().BeEquivalentTo(first.Cases[1]);
        AlternatedRuns.Join(empty, first).Cases[1].Ratios.Should().Equal(first.Cases[1].Ratios);
        AlternatedRuns.Join(empty, empty).Cases[1].Reason.Should().Be("the budget ended before its first round");
        AlternatedRuns.Join(first with { Cases = [] }, second).Cases.Should().HaveCount(second.Cases.Length);
    }

    [Fact]
    public void Rounds_that_are_divided_by_other_lanes_are_not_mixed()
    {
        var (first, second) = Runs("a");

        AlternatedRuns.Join(first, CannedExtract.With(second, 1, entry => entry with { Reference = "native" })).Cases[1].Ratios.Should().Equal(first.Cases[1].Ratios);
    }

    [Fact]
    public void Trees_that_did_other_work_are_refused()
    {
        var (first, second) = Runs("b");
        var other = (first with { Inputs = first.Inputs! with { Media = [first.Inputs.Media[0] with { Digest = new string('f', 64) }] } }, second);

        var compare = () => AlternatedRuns.Compare(Runs("a"), other);

        compare.Should().Throw<PerfException>().Where(fault => fault.Status == ExitStatus.BadUsage);
    }

    private static (RunExtract, RunExtract) Runs(string tree, double first = 1, double second = 1) =>
        (new CannedExtract($"{tree}1") { Slowdown = first }.Make(), new CannedExtract($"{tree}2") { Slowdown = second }.Make());
}
