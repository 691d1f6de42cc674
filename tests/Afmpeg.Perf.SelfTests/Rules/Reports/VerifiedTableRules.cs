using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Reports;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

/// <summary>What the verified table shows, and that facts without noise are the same on every host.</summary>
public sealed class VerifiedTableRules
{
    private static readonly string Verified = VerifiedTable.Render(new CannedRun().Report());

    private readonly string[] lines = Lines(Verified);

    [Fact]
    public void It_names_its_host_and_has_a_line_per_case_under_its_job_and_one_per_module()
    {
        lines.Should().HaveCount(11);
        lines[..2].Should().Equal("host 21ceead99d20: 2 cores (Canned CPU), 8 GiB, Debian GNU/Linux 12",
            "transcode/screencast-360p/libx264-veryfast");
        lines[^2..].Should().Equal("modules", "  gpl+O3-simd128             5820000 bytes");
    }

    [Theory]
    [InlineData(
        "wasmtime+O3-simd128",
        " 90 frames, 412345 bytes, 43.1 dB, equals portable; 4.31 x native; export-multiple: not exceeded; export-memory: exceeded")]
    [InlineData("native", " 90 frames")]
    [InlineData("v8+O3-simd128", "; native multiple not measured; export-multiple: *")]
    [InlineData("wazero+Oz-shipped", " not measured")]
    [InlineData("wasmedge+Oz-shipped", " FAILED")]
    public void A_line_shows_what_must_not_drift(string lane, string expected) => Line(lane).Should().Match($"*{expected}");

    [Fact]
    public void A_busier_host_that_is_three_times_slower_changes_nothing() =>
        Again(new CannedRun { Slowdown = 3, WhyNotMeasured = "another reason" }).Should().Be(Verified);

    [Fact]
    public void The_output_of_native_assembly_changes_nothing() => Again(new CannedRun { NativeOutputBytes = 1 }).Should().Be(Verified);

    [Fact]
    public void A_different_byte_count_changes_the_text() =>
        Again(new CannedRun { ModuleOutputBytes = 412_346 }).Should().Contain("412346 bytes").And.NotContain("412345");

    [Theory]
    [InlineData(43.12, true)]
    [InlineData(43.2, false)]
    public void Pictures_that_lose_a_tenth_of_a_dB_more_change_the_text(double psnr, bool same) =>
        (Again(new CannedRun { ModulePsnr = psnr }) == Verified).Should().Be(same);

    [Fact]
    public void A_case_that_vanishes_removes_only_its_own_line() =>
        Lines(Again(new CannedRun { Without = [CannedRun.NotMeasured] }))
            .Should().Equal(lines.Where(line => line != Line(CannedRun.NotMeasured.Name)));

    [Theory]
    [InlineData(5_870_000, true)]
    [InlineData(5_900_000, false)]
    [InlineData(5_740_000, false)]
    public void A_module_may_grow_or_shrink_by_one_percent(long bytes, bool same) =>
        (Again(new CannedRun { ModuleBytes = bytes }) == Verified).Should().Be(same);

    [Fact]
    public void On_another_host_the_numbers_keep_the_name_of_their_own_host()
    {
        var elsewhere = new CannedRun { Host = AnotherHost, ModuleSeconds = 6.5 };

        Again(elsewhere).Should().Be(Verified);
        Lines(Again(elsewhere with { ModuleOutputBytes = 412_346 }))[0]
            .Should().Be(lines[0], "what has no noise changes without the numbers");
    }

    [Fact]
    public void Accepting_on_another_host_takes_its_numbers_and_drops_those_that_it_has_not_measured()
    {
        var edited = Verified
            .Replace(Line(CannedRun.NotMeasured.Name), "  wazero+Oz-shipped          90 frames; 9.99 x native", StringComparison.Ordinal);

        var accepted = VerifiedTable.Render(new CannedRun { Host = AnotherHost, ModuleSeconds = 6.5 }.Report(), edited, takesHost: true);

        accepted.Should().StartWith($"host {AnotherHost.Fingerprint}: 8 cores").And.Contain("; 6.52 x native").And.NotContain("9.99");
        accepted.Should().Contain("wazero+Oz-shipped          90 frames; native multiple not measured");
    }

    [Fact]
    public void A_table_that_names_no_host_yet_takes_this_hosts_numbers()
    {
        var older = string.Join('\n', lines[1..^2]).Replace("; 4.31 x native", "", StringComparison.Ordinal)
            .Replace("; native multiple not measured", "", StringComparison.Ordinal);

        Again(new CannedRun(), older).Should().Be(Verified);
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    public void Byte_order_marks_and_newlines_make_no_difference(string mark, string newline) =>
        Again(new CannedRun(), mark + Verified.Replace("\n", newline, StringComparison.Ordinal)).Should().Be(Verified);

    [Fact]
    public void It_does_not_end_in_a_line_feed() =>
        Verified.Should().EndWith(" bytes",
            "Verify ignores one in the verified file only, so a table that ends in one would never equal it");

    [Fact]
    public void It_is_where_the_spec_looks() =>
        File.Exists(TestSettings.Folders.VerifiedTable).Should().BeTrue("the file has the spec's name");

    private static Host AnotherHost { get; } = new(8, "Another CPU", new(64L << 30), "Debian GNU/Linux 12", "6.1.0", 0);

    private static string Again(CannedRun run, string? verified = null) => VerifiedTable.Render(run.Report(), verified ?? Verified);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private string Line(string lane) => lines.Single(line => line.StartsWith($"  {lane} ", StringComparison.Ordinal));
}
