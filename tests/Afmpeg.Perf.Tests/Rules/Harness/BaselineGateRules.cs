using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Tests.Harness;
using Xunit.Sdk;

namespace Afmpeg.Perf.Tests.Rules.Harness;

/// <summary>The gate against the baseline has been seen red, skipped and green.</summary>
public sealed class BaselineGateRules : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CannedRun quiet = new();
    private readonly List<string> evidence = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_unchanged_case_passes_with_its_evidence()
    {
        Accept(quiet);

        Hold(quiet with { Slowdown = 2 }, CannedRun.Measured, strict: true);

        evidence.Should().ContainSingle().Which.Should().Contain("One host").And.Contain("wasmtime+O3-simd128: same, ").And.Contain("lies within 5 %");
    }

    [Fact]
    public void A_lane_that_is_15_percent_slower_is_red()
    {
        Accept(quiet);

        FluentActions.Invoking(() => Hold(quiet with { ModuleSeconds = 4.3 * 1.15 }, CannedRun.Measured)).Should().Throw<XunitException>()
            .WithMessage($"*since the baseline of run canned*slower*+*%*{BaselineGate.Record} records it*");
    }

    [Fact]
    public void A_wrong_output_is_red_however_fast_it_is()
    {
        Accept(quiet);

        FluentActions.Invoking(() => Hold(quiet with { ModuleOutputBytes = 412_346, ModuleSeconds = 3 }, CannedRun.Measured)).Should().Throw<XunitException>()
            .WithMessage("*output bytes 412345 -> 412346*");
    }

    [Fact]
    public void A_grown_module_is_red_on_the_lanes_that_run_it()
    {
        Accept(quiet);

        FluentActions.Invoking(() => Hold(quiet with { ModuleBytes = 6_400_000 }, CannedRun.Measured)).Should().Throw<XunitException>()
            .WithMessage("*module gpl+O3-simd128: 5820000 -> 6400000 bytes, +10.0 %*");
    }

    [Fact]
    public void Without_a_baseline_of_this_host_the_row_says_how_to_record_one_and_is_red_under_strict()
    {
        var absent = $"not measured: no baseline for host {quiet.Host.Fingerprint} (2 cores (Canned CPU), 8 GiB, Debian GNU/Linux 12); record one: {BaselineGate.Record}";

        FluentActions.Invoking(() => Hold(quiet, CannedRun.Measured)).Should().Throw<Xunit.SkipException>().WithMessage(absent);
        FluentActions.Invoking(() => Hold(quiet, CannedRun.Measured, strict: true)).Should().Throw<XunitException>().WithMessage($"*{absent}*");
    }

    [Fact]
    public void Another_hosts_baseline_is_not_used()
    {
        Accept(quiet);

        FluentActions.Invoking(() => Hold(quiet with { Host = quiet.Host with { Cores = 64 } }, CannedRun.Measured)).Should().Throw<Xunit.SkipException>()
            .WithMessage("*no baseline for host*64 cores*");
    }

    [Fact]
    public void What_cannot_be_told_skips_with_its_reason_and_is_red_under_strict()
    {
        Accept(quiet);

        FluentActions.Invoking(() => Hold(quiet, CannedRun.NotMeasured)).Should().Throw<Xunit.SkipException>().WithMessage("cannot tell: *wazero is not on PATH");
        FluentActions.Invoking(() => Hold(quiet, CannedRun.NotMeasured, strict: true)).Should().Throw<XunitException>();
    }

    [Fact]
    public void A_case_that_the_baseline_has_not_is_not_measured()
    {
        Accept(quiet with { Without = [CannedRun.Measured] });

        FluentActions.Invoking(() => Hold(quiet, CannedRun.Measured)).Should().Throw<Xunit.SkipException>().WithMessage("not measured: the baseline of run canned has no such case*");
    }

    [Fact]
    public void A_baseline_of_other_work_is_not_used_and_names_what_differs()
    {
        var extract = quiet.Report().Extract;
        Write(extract with { Inputs = extract.Inputs! with { Media = [extract.Inputs.Media[0] with { Digest = new string('f', 64) }] } });

        FluentActions.Invoking(() => Hold(quiet, CannedRun.Measured)).Should().Throw<Xunit.SkipException>()
            .WithMessage("not measured: the baseline*is of other work; record a new one*medium screencast-720p: its checksum is ffffffffffff in A, aaaaaaaaaaaa in B*");
    }

    [Fact]
    public void A_damaged_baseline_is_no_reason_to_skip()
    {
        File.WriteAllText(BaselineFile.PathOf(folder.Path, quiet.Host.Fingerprint), "{ }");

        FluentActions.Invoking(() => Hold(quiet, CannedRun.Measured)).Should().Throw<PerfException>();
    }

    private void Accept(CannedRun run) => Write(run.Report().Extract);

    private void Write(RunExtract extract) => File.WriteAllText(BaselineFile.PathOf(folder.Path, extract.Host), BaselineFile.Render(extract));

    private void Hold(CannedRun run, Lane lane, bool strict = false)
    {
        var report = run.Report();
        var planned = report.Cases.Single(summary => summary.Case.Lane == lane).Case;
        BaselineGate.Hold(BaselineGate.Compare(folder.Path, report.Extract), planned, strict, evidence.Add);
    }

}
