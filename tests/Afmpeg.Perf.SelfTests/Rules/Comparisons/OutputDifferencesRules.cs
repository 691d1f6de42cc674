using Afmpeg.Perf.Comparisons;

namespace Afmpeg.Perf.SelfTests.Rules.Comparisons;

/// <summary>What has no noise is gated apart from speed.</summary>
public sealed class OutputDifferencesRules
{
    private readonly RunSnapshot before = new CannedSnapshot("before").Make();

    public static TheoryData<string, string> Changes => new()
    {
        { "frames", "frames 90 -> 89" },
        { "bytes", "output bytes 58805 -> 58806" },
        { "digest", "other pictures: framemd5 digest dddddddddddd -> eeeeeeeeeeee" },
        { "quality", "PSNR-Y 45.67 -> 45.60 dB, more than 0.05 dB" },
        { "failure", "failed in B: the guest trapped" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_wrong_output_is_kept_apart_from_speed_and_fails_the_gate(string what, string told)
    {
        var compared = RunComparison.Of(before, CannedSnapshot.With(before, 1, entry => Changed(entry, what)));

        var (id, differences) = compared.Outputs.Should().ContainSingle().Subject;
        id.Should().Be(CannedSnapshot.Id(1));
        differences.Should().Equal(told);
        (compared.HasRegressed, compared.Summary.Contains("1 with another output", StringComparison.Ordinal)).Should().Be((true, true));
    }

    [Fact]
    public void A_change_that_nobody_can_see_and_a_missing_value_are_not_differences()
    {
        var after = CannedSnapshot.With(before, 0, entry => entry with { PsnrYDb = 45.63 });
        var silent = CannedSnapshot.With(after, 1,
            entry => entry with { PsnrYDb = null, OutputBytes = null, FramesDigest = null, Frames = null });

        RunComparison.Of(before, silent).HasRegressed.Should().BeFalse();
        RunComparison.Of(silent, before).HasRegressed.Should().BeFalse();
    }

    [Theory]
    [InlineData(5_049_000, false)]
    [InlineData(5_051_000, true)]
    [InlineData(4_949_000, true)]
    public void A_module_may_grow_or_shrink_by_one_percent(long bytes, bool differs)
    {
        var after = before with { Modules = [before.Modules[0] with { Bytes = bytes, Sha256 = new string('e', 64) }] };

        var compared = RunComparison.Of(before, after);

        compared.HasRegressed.Should().Be(differs);
        compared.Modules.Keys.Should().Equal(differs ? ["gpl+O3"] : (string[])[]);
    }

    private static CaseSnapshot Changed(CaseSnapshot entry, string what) => what switch
    {
        "frames" => entry with { Frames = 89 },
        "bytes" => entry with { OutputBytes = 58_806 },
        "digest" => entry with { FramesDigest = new string('e', 64) },
        "quality" => entry with { PsnrYDb = 45.6 },
        _ => entry with { Failure = "the guest trapped" },
    };
}
