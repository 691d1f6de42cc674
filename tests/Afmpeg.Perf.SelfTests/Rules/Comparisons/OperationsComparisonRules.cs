using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using static Afmpeg.Perf.SelfTests.Harness.CannedOperations;

namespace Afmpeg.Perf.SelfTests.Rules.Comparisons;

/// <summary>Counts held against the baseline: what is the same, what changed, and what another compiler explains.</summary>
public sealed class OperationsComparisonRules
{
    [Theory]
    [InlineData(1_000_000, OperationsVerdict.Same)]
    [InlineData(1_001_000, OperationsVerdict.Same)]
    [InlineData(999_000, OperationsVerdict.Same)]
    [InlineData(1_001_001, OperationsVerdict.Changed)]
    [InlineData(998_999, OperationsVerdict.Changed)]
    public void A_tenth_of_a_per_cent_is_the_tolerance_both_ways(long operations, OperationsVerdict verdict) =>
        Compare(Counting(operations)).Verdict.Should().Be(verdict);

    [Fact]
    public void A_count_that_the_baseline_lacks_is_new() =>
        OperationsComparison.Of(Baseline with { Counts = [] }, Baseline, Key).Verdict.Should().Be(OperationsVerdict.New);

    [Fact]
    public void Memory_has_no_tolerance() => Compare(Counting(1_000_000, 11)).Should().Match<OperationsComparison>(
        compared => compared.Verdict == OperationsVerdict.Changed && compared.Sentence.Contains("11 pages of memory, before 10"));

    [Fact]
    public void A_change_says_by_how_much_and_that_nothing_known_differs() => Compare(Counting(1_012_345)).Sentence
        .Should().Be($"{Key}: 1,012,345 operations, before 1,000,000 (+1.23 %); 10 pages of memory, before 10. "
            + "The suite found no difference: module, compiler, sources, arguments and media are the same");

    [Fact]
    public void A_change_of_the_recipe_or_of_sources_is_named()
    {
        var recipe = Compare(Counting(1_100_000).Of(Origin with { Recipe = "recipe-2" }));
        var source = Compare(Counting(1_100_000).Of(Origin with { Sources = Origin.Sources.SetItem("x264", "0.165").Remove("ffmpeg") }));

        recipe.Verdict.Should().Be(OperationsVerdict.Changed);
        Compare(Counting(1_100_000).Of(Origin with { Compiler = "clang-19", Recipe = "recipe-2" })).Verdict
            .Should().Be(OperationsVerdict.Changed, "another compiler does not excuse a changed recipe");
        Compare(Baseline.Of(Origin with { Recipe = "recipe-2", Compiler = "clang-19" })).Verdict.Should().Be(OperationsVerdict.Same);
        recipe.Sentence.Should().EndWith("What differs: the module's recipe in toolchain/ (flags, patches, components, steps)");
        source.Verdict.Should().Be(OperationsVerdict.Changed);
        source.Sentence.Should().EndWith("What differs: ffmpeg 7:5.1.9, now (none); x264 0.164, now 0.165");
    }

    [Fact]
    public void A_change_of_the_jobs_arguments_is_named() =>
        Compare(Counting(1_100_000).OfOtherArguments()).Should().Match<OperationsComparison>(
        compared => compared.Verdict == OperationsVerdict.Changed && compared.Sentence.Contains("-preset veryfast in the run before, "
            + "-preset medium in this run"));

    [Fact]
    public void A_change_that_only_the_hosts_tools_explain_is_not_a_change_of_the_suite()
    {
        var compiled = Counting(1_100_000).Of(Origin with { Compiler = "clang-19 1:19.1" });
        OperationsComparison[] explained = [Compare(compiled), Compare(compiled.OfOtherClip())];

        explained.Should().OnlyContain(compared => compared.Verdict == OperationsVerdict.OtherTools);
        explained.Select(compared => compared.Sentence).Should().SatisfyRespectively(
            compiler => compiler.Should().EndWith("the compiler: clang-14 1:14.0.6-12, now clang-19 1:19.1"),
            clip => clip.Should().EndWith("now clang-19 1:19.1; medium clip: its checksum is cccccccccccc in the run before, ffffffffffff "
                + "in this run"));
    }

    [Fact]
    public void A_different_clip_from_the_same_compiler_and_a_different_Wasmtime_are_changes_of_the_repository()
    {
        Compare(Counting(1_100_000).OfOtherClip()).Should().Match<OperationsComparison>(
            clip => clip.Verdict == OperationsVerdict.Changed && clip.Sentence.Contains("medium clip"));
        Compare(Counting(1_100_000) with { Wasmtime = "51.0.0" }).Should().Match<OperationsComparison>(
            wasmtime => wasmtime.Verdict == OperationsVerdict.Changed && wasmtime.Sentence.EndsWith("Wasmtime 50.0.1, now 51.0.0"));
    }

    [Fact]
    public void A_clip_that_the_job_does_not_read_explains_nothing()
    {
        var other = new InputDigest("other-clip", new string('1', 64));
        var baseline = Baseline with { Inputs = Baseline.Inputs with { Media = [.. Baseline.Inputs.Media, other] } };
        var live = baseline with
        {
            Counts = Counting(1_100_000).Counts,
            Inputs = baseline.Inputs with { Media = [Baseline.Inputs.Media[0], other with { Digest = new string('2', 64) }] }
        };

        OperationsComparison.Of(baseline, live, Key).Sentence.Should().NotContain("other-clip");
    }

    [Fact]
    public void A_users_module_that_changed_counts_as_a_change() =>
        OperationsComparison.Of(Baseline.Of(null), Counting(1_100_000).Of(null, 'e'), Key)
        .Should().Match<OperationsComparison>(compared => compared.Verdict == OperationsVerdict.Changed
            && compared.Sentence.Contains("the module itself"));

    [Fact]
    public void Counts_of_the_same_work_are_kept_together_and_those_of_other_work_are_not()
    {
        var older = Baseline with
        {
            Counts = [.. Baseline.Counts, Baseline.Counts[0] with { Module = "gpl+O3" }],
            Modules = [.. Baseline.Modules, new("gpl+O3", new string('9', 64), Origin)]
        };
        var now = Counting(2_000_000);

        now.Over(older).Counts.Should().Equal(older.Counts[1], now.Counts[0]);
        now.Over(older).Modules.Select(module => module.Name).Should().Equal("gpl+O3", "gpl+Oz");
        now.Of(Origin).Over(older).Counts.Should().HaveCount(2, "only the module that this run counted is another");
        (now with { Modules = [.. now.Modules, new("gpl+O3", new string('8', 64), Origin)] }).Over(older).Counts
            .Should().Equal(now.Counts, "that module is another");
        now.OfOtherClip().Over(older).Counts.Should().Equal(now.Counts);
        now.OfOtherArguments().Over(older).Counts.Should().Equal(now.Counts);
        (now with { Wasmtime = "51.0.0" }).Over(older).Counts.Should().Equal(now.Counts);
    }

    [Fact]
    public void Runs_are_compared_on_what_both_counted_and_more_operations_are_a_regression()
    {
        var extract = new CannedRun().Report().Snapshot with { Operations = Baseline };

        RunComparison.Of(extract, extract)
            .Should().Match<RunComparison>(same => !same.HasRegressed && same.Summary.EndsWith("0 of 1 count of operations changed"));
        RunComparison.Of(extract, extract with { Operations = Counting(1_002_000) }).HasRegressed
            .Should().BeTrue("it is more than the tolerance of 0.1 %");
        RunComparison.Of(extract, extract with { Operations = Counting(1_010_000) }, 0.05).Should().Match<RunComparison>(
            more => !more.HasRegressed && more.Summary.EndsWith("1 of 1 count of operations changed"));
        RunComparison.Of(extract, extract with { Operations = Counting(990_000) }).Should().Match<RunComparison>(
            fewer => !fewer.HasRegressed && fewer.Operations.Single().Verdict == OperationsVerdict.Changed);
        RunComparison.Of(extract, extract with { Operations = null }).Operations.Should().BeEmpty();
    }

    [Fact]
    public void The_file_is_read_as_it_was_written()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("operations.json"), OperationsFile.Render(Baseline));

        OperationsFile.Load(folder.File("operations.json")).Should().BeEquivalentTo(Baseline, options => options.WithStrictOrdering());
        OperationsFile.Load(folder.File("none.json")).Should().BeNull();
    }

    [Fact]
    public void A_damaged_file_reports_every_fault()
    {
        using var folder = new TemporaryFolder();
        var damaged = Baseline with { Schema = 9, Counts = [Baseline.Counts[0] with { Operations = 0 }, Baseline.Counts[0]] };
        File.WriteAllText(folder.File("operations.json"), OperationsFile.Render(damaged));

        FluentActions.Invoking(() => OperationsFile.Load(folder.File("operations.json"))).Should().Throw<PerfException>().Which.Message
            .Should().Contain("of another version").And.Contain("a count is 0 or less").And.Contain("is there twice");
    }

    [Fact]
    public void A_run_extracts_what_it_counted_and_leaves_out_what_failed()
    {
        var counts = new[] { new OperationCount("a", "gpl", "Oz", Samples.Digest, new(7, 2), null),
            new OperationCount("b", "gpl", "Oz", Samples.Digest, null, "exit status 1") };

        var extract = OperationsSnapshot.Of(Samples.Conditions, [.. counts]);

        extract.Counts.Should().Equal(new CountedJob("a", "gpl+Oz", 7, 2));
        extract.Modules.Should().Equal(new CountedModule("gpl+Oz", Samples.Digest, null));
        extract.Gated().Counts.Should().BeEmpty("a module without an origin is the user's");
    }

    private static OperationsComparison Compare(OperationsSnapshot live) => OperationsComparison.Of(Baseline, live, Key);
}
