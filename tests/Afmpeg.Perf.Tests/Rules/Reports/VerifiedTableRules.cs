using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Tests.Harness;

namespace Afmpeg.Perf.Tests.Rules.Reports;

public sealed class VerifiedTableRules
{
    private readonly string[] lines = Lines(new CannedRun());

    [Fact]
    public void It_has_a_line_per_case_under_its_job() => lines.Should().HaveCount(8).And.StartWith("transcode/screencast-360p/libx264-veryfast");

    [Fact]
    public void A_measured_module_shows_what_must_not_drift() => Line(CannedRun.Measured).Should()
        .EndWith(" 90 frames, 412345 bytes, 43.1 dB, equals portable; export-multiple: not exceeded; export-memory: exceeded");

    [Fact]
    public void A_lane_that_is_not_here_shows_only_that() => Line(CannedRun.NotMeasured).Should().EndWith(" not measured");

    [Fact]
    public void A_failed_case_shows_only_that() => Line(CannedRun.Failed).Should().EndWith(" FAILED");

    [Fact]
    public void Slower_hosts_and_other_times_change_nothing() =>
        Lines(new CannedRun { Slowdown = 3, ModuleSeconds = 6.5, WhyNotMeasured = "another reason" }).Should().Equal(lines);

    [Fact]
    public void Assembly_of_another_processor_changes_nothing() => Lines(new CannedRun { NativeOutputBytes = 1 }).Should().Equal(lines);

    [Fact]
    public void An_exceeded_limit_changes_its_line() =>
        Lines(new CannedRun { ModuleSeconds = 20 }).Should().Contain(line => line.Contains("export-multiple: exceeded", StringComparison.Ordinal));

    [Fact]
    public void Other_bytes_change_the_text() => Lines(new CannedRun { ModuleOutputBytes = 412_346 }).Should().NotEqual(lines);

    [Theory]
    [InlineData(43.12, true)]
    [InlineData(43.2, false)]
    public void Pictures_that_lose_a_tenth_of_a_dB_more_change_the_text(double psnr, bool same) =>
        Lines(new CannedRun { ModulePsnr = psnr }).SequenceEqual(lines).Should().Be(same);

    [Fact]
    public void A_case_that_vanishes_takes_its_own_line_only() =>
        Lines(new CannedRun { Without = [CannedRun.NotMeasured] }).Should().Equal(lines.Where(line => line != Line(CannedRun.NotMeasured)));

    private static string[] Lines(CannedRun run) => VerifiedTable.Render(run.Report()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private string Line(Lane lane) => lines.Single(line => line.StartsWith($"  {lane.Name} ", StringComparison.Ordinal));
}
