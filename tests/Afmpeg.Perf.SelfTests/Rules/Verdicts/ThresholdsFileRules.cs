using System.Text.RegularExpressions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Verdicts;

public sealed class ThresholdsFileRules
{
    private const string Job = "transcode/screencast-360p/libx264-veryfast";

    private static readonly string[] Cases = [$"{Job}/native", $"{Job}/wasmtime+O3-simd128", $"{Job}/wazero+Oz-shipped"];

    [Theory]
    [InlineData("no-end", 13, "limit 'multiple' limits nothing")]
    [InlineData("both-ends", 22, "limit 'multiple' has both atMost and atLeast")]
    [InlineData("repeated-limit", 24, "the id 'multiple' is there twice in 'limits'")]
    [InlineData("repeated-profile", 11, "the id 'export' is there twice in 'profiles'")]
    [InlineData("unknown-profile", 15, "limit 'multiple' names a profile that is not in 'profiles'")]
    [InlineData("pattern-fits-nothing", 16, "limit 'multiple' judges no case")]
    [InlineData("wrong-unit", 19, "limit 'multiple' does not have the unit of its metric, the native multiple")]
    [InlineData("limit-of-zero", 18, "limit 'multiple' is not above 0, as every native multiple is")]
    [InlineData("contradiction", 23, "no value can be within both 'floor' and 'multiple'")]
    [InlineData("go-without-lever", 5, "a decision 'go' names no lever")]
    [InlineData("no-go-with-lever", 5, "a decision 'no-go' names a lever")]
    [InlineData("other-requirement", 3, "the decision is about another requirement")]
    [InlineData("empty-rationale", 20, "'limits[0].rationale' is empty")]
    [InlineData("empty-source", 21, "'limits[0].source' is empty")]
    [InlineData("bad-date", 7, "'decision.date' is not a date")]
    [InlineData("unknown-key", 22, "'limits[0].soucre' is not a known key")]
    [InlineData("missing-key", 13, "'limits[0]' lacks the key 'source'")]
    [InlineData("unknown-metric", 17, "'limits[0].metric' is not an allowed word")]
    [InlineData("number-for-word", 4, "'decision.outcome' is not an allowed word")]
    [InlineData("number-for-text", 20, "'limits[0].rationale' has the wrong type")]
    [InlineData("text-for-number", 18, "'limits[0].atMost' has the wrong type")]
    [InlineData("repeated-key", 19, "the key 'limits[0].atMost' is there twice")]
    [InlineData("too-large", 18, "'limits[0].atMost' is too large")]
    [InlineData("not-a-number", 18, "the file is not JSON from here on")]
    [InlineData("not-json", 17, "the file is not JSON from here on")]
    [InlineData("not-an-object", 1, "the whole file has the wrong type")]
    [InlineData("empty", 1, "the file is empty")]
    public void A_fault_is_reported_with_its_line(string fixture, int line, string what)
    {
        var refusal = Refusal(fixture);

        refusal.Status.Should().Be(ExitStatus.BadUsage);
        refusal.Message.Should().Contain("cannot be used, 1 fault" + Environment.NewLine);
        refusal.Message.Should().Contain($"{fixture}.json:{line}: {what}{Environment.NewLine}");
    }

    [Theory]
    [InlineData("pattern-fits-nothing", $"the nearest is {Job}/wasmtime+O3-simd128")]
    [InlineData("unknown-profile", "expected one of export")]
    [InlineData("unknown-key", "did you mean 'source'?")]
    [InlineData("unknown-metric", "did you mean 'native-multiple'?")]
    [InlineData("missing-key", "expected a text: Where the number comes from")]
    [InlineData("number-for-text", "observed the number 8")]
    [InlineData("text-for-number", "expected a number or null")]
    [InlineData("text-for-number", "observed the text \"8\"")]
    [InlineData("bad-date", "expected a date such as")]
    [InlineData("repeated-key", "observed it is in line 18 already")]
    [InlineData("contradiction", "observed at least 9 (line 31), at most 8 (line 18)")]
    [InlineData("not-a-number", "observed \"atMost\": NaN,")]
    public void A_fault_says_what_was_expected_and_what_was_found(string fixture, string part) =>
        Refusal(fixture).Message.Should().Contain(part);

    [Fact]
    public void A_number_in_place_of_a_word_gets_no_suggestion() => Refusal("number-for-word").Message.Should().NotContain("did you mean");

    [Fact]
    public void All_faults_are_reported_at_once_in_the_order_of_their_lines()
    {
        var refusal = Refusal("many-faults").Message;

        var lines = refusal.Split(Environment.NewLine)
            .Where(line => line.Contains("many-faults.json:", StringComparison.Ordinal)).ToArray();
        lines.Select(line => line.Split("many-faults.json:")[1]).Should().Equal(
            "2: 'limit' is not a known key",
            "4: the decision is about another requirement",
            "8: 'decision.date' is not a date",
            "20: limit 'multiple' does not have the unit of its metric, the native multiple",
            "21: 'limits[0].rationale' is empty",
            "26: limit 'second' names a profile that is not in 'profiles'",
            "29: 'limits[1].atMost' has the wrong type",
            "36: limit 'third' names a profile that is not in 'profiles'",
            "39: limit 'third' is not above 0, as every native multiple is");
    }

    [Theory]
    [InlineData("good")]
    [InlineData("with-bom")]
    public void A_good_file_gives_limits_that_know_their_line(string fixture)
    {
        var thresholds = ThresholdsFile.Load(Fixture(fixture), Cases, [], []);

        var limit = thresholds.Limits.Should().ContainSingle().Subject;
        limit.Where.Should().Be($"{fixture}.json:13");
        limit.AtMost.Should().Be(8);
        limit.AtLeast.Should().BeNull();
        limit.Profile.Should().Be(thresholds.Profiles[0]);
        thresholds.Decision.Outcome.Should().Be(DecisionOutcome.Undecided);
        thresholds.Decision.Date.Should().Be(new DateOnly(2026, 11, 22));
    }

    [Fact]
    public void Guidance_is_adopted_or_rejected_and_a_no_go_may_rest_on_limits_that_the_shipped_build_exceeds()
    {
        var thresholds = ThresholdsFile.Load(Fixture("guidance"), Cases, [], ["stop", "effort"]);

        thresholds.Guidance.Should().Equal(
            new GuidanceChoice("stop", true, "it costs ten times", "an endless loop runs on"),
                new GuidanceChoice("effort", false, "files grow", "bytes"));
        thresholds.Decision.Exceeded.Should().Equal("multiple");
    }

    [Theory]
    [InlineData("stop,effort,job-shape", "guidance.json:12: the guidance 'job-shape' is neither adopted nor rejected")]
    [InlineData("stop", "guidance.json:14: there is no such guidance")]
    public void Guidance_that_is_missing_or_unknown_is_a_fault(string known, string what)
    {
        var load = () => ThresholdsFile.Load(Fixture("guidance"), Cases, [], known.Split(','));

        load.Should().Throw<PerfException>().Which.Message.Should().Contain($"cannot be used, 1 fault{Environment.NewLine}").And
            .Contain(what);
    }

    [Fact]
    public void Guidance_without_a_decision_is_reported_as_a_lost_decision()
    {
        using var folder = new TemporaryFolder();
        var text = Regex.Replace(File.ReadAllText(Fixture("guidance")), @"""decision"": \{[^}]*\},", "", RegexOptions.ExplicitCapture);
        File.WriteAllText(folder.File("thresholds.json"), text);

        var load = () => ThresholdsFile.Load(folder.File("thresholds.json"), Cases, [], ["stop", "effort"]);

        load.Should().Throw<PerfException>().Which.Message.Should().Contain($"cannot be used, 1 fault{Environment.NewLine}").And
            .Contain("'guidance' and 'levers' are there without a decision").And.Contain("expected 'decision', or none of the three");
    }

    [Fact]
    public void A_limit_that_was_removed_is_removed_from_the_decision_too()
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Fixture("guidance")).Replace("\"id\": \"multiple\"", "\"id\": \"other\"", StringComparison.Ordinal);
        File.WriteAllText(folder.File("thresholds.json"), text);

        var load = () => ThresholdsFile.Load(folder.File("thresholds.json"), Cases, [], ["stop", "effort"]);

        load.Should().Throw<PerfException>().Which.Message.Should().Contain("the decision rests on a limit that is not in 'limits'").And
            .Contain("if it was removed, remove it here, too");
    }

    [Fact]
    public void A_pattern_of_a_limit_that_fits_no_case_is_a_fault_even_if_another_one_fits()
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Fixture("good")).Replace("*+*", "*+*, transcode/*/wazreo+*", StringComparison.Ordinal);
        File.WriteAllText(folder.File("thresholds.json"), text);

        var load = () => ThresholdsFile.Load(folder.File("thresholds.json"), Cases, [], []);

        load.Should().Throw<PerfException>().Which.Message.Should().Contain($"cannot be used, 1 fault{Environment.NewLine}").And
            .Contain("thresholds.json:16: limit 'multiple' has a pattern that fits no case").And.Contain("observed 'transcode/*/wazreo+*'");
    }

    [Fact]
    public void A_limit_may_be_for_the_users_own_clip_which_no_declared_case_has()
    {
        using var folder = new TemporaryFolder();

        Load("transcode/mine-*/wasmtime+O3-simd128").Limits.Should().ContainSingle()
            .Which.Cases.Matches("transcode/mine-holiday-360p/libx264-veryfast/wasmtime+O3-simd128").Should().BeTrue();
        FluentActions.Invoking(() => Load("transcode/mine-*/wasmtime+O3-smd128")).Should().Throw<PerfException>()
            .Which.Message.Should().Contain("observed 'transcode/mine-*/wasmtime+O3-smd128'");

        Thresholds Load(string cases)
        {
            var text = File.ReadAllText(Fixture("good")).Replace("transcode/*+*", cases, StringComparison.Ordinal);
            File.WriteAllText(folder.File("thresholds.json"), text);
            return ThresholdsFile.Load(folder.File("thresholds.json"), Cases, [], []);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_missing()
    {
        var load = () => ThresholdsFile.Load(Fixture("no-such-file"), Cases, [], []);

        var missing = load.Should().Throw<PerfException>().Which;
        missing.Status.Should().Be(ExitStatus.Missing);
        missing.Remedy.Should().Contain("git checkout");
    }

    private static PerfException Refusal(string fixture)
    {
        var load = () => ThresholdsFile.Load(Fixture(fixture), Cases, [], []);
        return load.Should().Throw<PerfException>().Which;
    }

    private static string Fixture(string name) => Repository.PathOf("tests", "Fixtures", "thresholds", $"{name}.json");
}
