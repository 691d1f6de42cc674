using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules;

/// <summary>Each gate is seen red, on the rows of a real run with one thing planted in it; and green without it.</summary>
public sealed class GatesRules
{
    private static readonly RunReport Green = ReplayedRun.AsMeasured.Report();

    [Fact]
    public void With_nothing_planted_everything_is_green()
    {
        Green.Status(strict: false).Should().Be(ExitStatus.Within);
        RunComparison.Of(Green.Snapshot, ReplayedRun.AsMeasured.Report().Snapshot).HasRegressed.Should().BeFalse();
        VerifiedTable.Render(Green, VerifiedTable.Render(Green)).Should().Be(VerifiedTable.Render(Green));
    }

    [Fact]
    public void A_lane_slowed_down_beyond_its_limit_is_exceeded()
    {
        var red = ReplayedRun.AsMeasured.Plant(row => row with { ExecuteSeconds = row.ExecuteSeconds * 4 }).Report();

        red.Status(strict: false).Should().Be(ExitStatus.Exceeded);
        red.Findings.Where(finding => finding.Verdict == Verdict.Exceeded).Should().ContainSingle().Which.Should().Match<Finding>(
            finding => finding.Limit.Id == "export-multiple" && finding.Case.Case.Id == ReplayedRun.Case);
    }

    [Fact]
    public void A_limit_lowered_below_what_was_measured_is_exceeded()
    {
        var red = ReplayedRun.AsMeasured.WithLimit("export-multiple", 1.2).Report();

        red.Status(strict: false).Should().Be(ExitStatus.Exceeded);
        red.Findings.Should()
            .Contain(finding => finding.Limit.Id == "export-multiple" && finding.Verdict == Verdict.Exceeded
            && finding.Case.Case.Id == ReplayedRun.Case);
    }

    [Theory]
    [InlineData(0.02, Verdict.Exceeded)]
    [InlineData(0.15, Verdict.Inconclusive)]
    public void A_limit_that_is_nearer_than_the_noise_floor_is_not_judged(double floor, Verdict verdict)
    {
        var host = ReplayedRun.AsMeasured.OnAHost(scatter: 0.003, floor);
        host.Report().Cases.Single(summary => summary.Case.Id == ReplayedRun.Case).NativeMultiple.TryGet(out var multiple).Should()
            .BeTrue();

        var red = host.WithLimit("export-multiple", multiple!.Value / 1.1).Report();

        red.Findings.Single(finding => finding.Limit.Id == "export-multiple" && finding.Case.Case.Id == ReplayedRun.Case).Verdict.Should()
            .Be(verdict);
    }

    [Fact]
    public void A_wrong_output_fails_its_case()
    {
        var red =
            ReplayedRun.AsMeasured.Plant(row => row with { FramesDigest = row.FramesDigest is null ? null : new string('0', 64) }).Report();

        red.Status(strict: false).Should().Be(ExitStatus.Exceeded);
        red.Cases.Where(summary => summary.Failure is not null).Select(summary => summary.Case.Id).Should().Equal(ReplayedRun.Case);
    }

    [Fact]
    public void A_larger_output_is_a_difference_that_noise_cannot_cause()
    {
        var red = ReplayedRun.AsMeasured.Plant(row => row with { OutputBytes = row.OutputBytes + 1 }).Report();

        RunComparison.Of(Green.Snapshot, red.Snapshot).HasRegressed.Should().BeTrue();
        VerifiedChanges.Of(red, VerifiedTable.Render(Green), VerifiedTable.Render(red, VerifiedTable.Render(Green))).Should()
            .ContainSingle()
            .Which.Should().StartWith(ReplayedRun.Case);
    }

    [Fact]
    public void A_grown_module_is_a_regression_and_changes_the_verified_table()
    {
        var kept = ReplayedRun.AsMeasured;
        var grown = kept.State.Conditions.Modules.Select(module => module.Build == "O3-simd128-msa"
            ? module with { Size = new ByteCount(module.Size.Bytes * 105 / 100) }
            : module);

        var red = (kept with { State = kept.State with { Conditions = kept.State.Conditions with { Modules = [.. grown] } } }).Report();

        RunComparison.Of(Green.Snapshot, red.Snapshot).HasRegressed.Should().BeTrue();
        VerifiedChanges.Of(red, VerifiedTable.Render(Green), VerifiedTable.Render(red, VerifiedTable.Render(Green))).Should()
            .ContainSingle()
            .Which.Should().Contain("gpl+O3-simd128-msa");
    }

    [Fact]
    public void A_removed_case_changes_the_verified_table()
    {
        var kept = ReplayedRun.AsMeasured;
        var red = (kept with { State = kept.State with { Cases = kept.State.Cases.Remove(ReplayedRun.Case) } }).Report();

        VerifiedChanges.Of(red, VerifiedTable.Render(Green), VerifiedTable.Render(red, VerifiedTable.Render(Green)))
            .Should().Contain(change => change.StartsWith(ReplayedRun.Case) && change.Contains("gone"));
    }

    [Fact]
    public void An_edited_snapshot_is_seen()
    {
        var verified = VerifiedTable.Render(Green);
        var edited = verified.Replace("90 frames", "91 frames", StringComparison.Ordinal);

        VerifiedTable.Render(Green, edited).Should().NotBe(edited);
        VerifiedChanges.Of(Green, edited, VerifiedTable.Render(Green, edited)).Should().NotBeEmpty();
    }
}
