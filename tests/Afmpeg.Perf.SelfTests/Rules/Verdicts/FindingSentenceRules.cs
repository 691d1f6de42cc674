using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Verdicts;

public sealed class FindingSentenceRules
{
    private const string Job = "transcode/screencast-360p/libx264-veryfast";
    private const string Id = $"{Job}/wazero+Oz-shipped";

    private static readonly CaseSummary Slow = CaseSummaries.Measured(Id, 13.1, 13.9, 14.8) with
    {
        Decomposition = Reading<Decomposition>.Of(new Decomposition(1.2, 1.8, 6.4, 1)),
    };

    [Fact]
    public void An_exceeded_limit_says_by_how_much_where_the_time_goes_and_what_the_alternatives_are()
    {
        CaseSummary[] all =
        [
            Slow,
            CaseSummaries.Measured($"{Job}/wasmtime+Oz", 6, 6.5, 7),
            CaseSummaries.Measured($"{Job}/wasmtime+O3-simd128", 4.1, 4.3, 4.6),
        ];

        Judge.Findings(JudgeRules.Of(JudgeRules.AtMost(8)), all, JudgeRules.NoFloor)[0].Sentence.Should().Be(
            """
            Expected the native multiple to be at most 8 ("export-multiple", thresholds.json:31, SOURCE),
            but it was 13.9 [13.1, 14.8] over 8 paired rounds: even the lower end lies beyond.
            Where it goes: threads 1.20 x asm 1.80 x sandbox 6.40. The same job on wasmtime+O3-simd128: 4.30.
            Again:  afmpeg-perf run --filter 'transcode/screencast-360p/libx264-veryfast/wazero+Oz-shipped'
            """.Replace("SOURCE", "this suite's assumption: an export may take eight times native", StringComparison.Ordinal));
    }

    [Fact]
    public void A_limit_that_is_met_shows_its_evidence()
    {
        Sentence(JudgeRules.AtMost(20), Slow).Should().Be(
            """
            The native multiple was 13.9 [13.1, 14.8] over 8 paired rounds: the whole interval lies within the limit, at most 20
            ("export-multiple", thresholds.json:31, this suite's assumption: an export may take eight times native).
            Where it goes: threads 1.20 x asm 1.80 x sandbox 6.40.
            Again:  afmpeg-perf run --filter 'transcode/screencast-360p/libx264-veryfast/wazero+Oz-shipped'
            """);
    }

    [Fact]
    public void A_straddled_limit_is_not_settled_a_lower_limit_is_missed_from_below_and_a_missing_split_leaves_no_line()
    {
        var floor = JudgeRules.AtMost(0, Metric.RealtimeFactor) with { AtMost = null, AtLeast = 3 };

        Sentence(JudgeRules.AtMost(14), Slow).Should().Contain("not settled").And.Contain("straddles the limit");
        Sentence(floor, Slow).Should().Contain("at least 3 ")
            .And.Contain("2.00 [1.90, 2.10] over 8 rounds: even the upper end falls short.");
        Sentence(JudgeRules.AtMost(20), CaseSummaries.Measured(Id, 13.1, 13.9, 14.8)).Split('\n').Should().HaveCount(3);
    }

    [Fact]
    public void Bytes_have_a_unit()
    {
        Sentence(JudgeRules.AtMost(64 * 1024 * 1024, Metric.PeakBytes), Slow).Should()
            .Contain("Expected the peak memory to be at most 64 MiB ")
            .And.Contain("but it was 100 MiB over 8 rounds: even the lower end lies beyond.");
    }

    [Fact]
    public void The_command_that_repeats_a_case_names_the_users_files_and_a_number_that_includes_compiling_says_so()
    {
        var own = Slow with { Case = Slow.Case with { Lane = Slow.Case.Lane with { IsCustom = true, CompilesEachTime = true } } };

        var sentence = Judge.Findings(JudgeRules.Of(JudgeRules.AtMost(8)), [own], JudgeRules.NoFloor,
            "--media 'my clip.mp4' --lanes lanes.json")[0].Sentence;
        sentence.Split('\n')[^2..].Should().Equal(
            $"Note: {Lane.CompilingCounts}.",
            $"Again:  afmpeg-perf run --media 'my clip.mp4' --lanes lanes.json --filter '{Id}'");
        Sentence(JudgeRules.AtMost(64 * 1024 * 1024, Metric.PeakBytes), own).Should().NotContain("Note:", "compiling is about times");
    }

    private static string Sentence(Limit limit, CaseSummary summary) =>
        Judge.Findings(JudgeRules.Of(limit), [summary], JudgeRules.NoFloor)[0].Sentence;
}
