using System.Diagnostics;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Merging;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Merged;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

/// <summary>One report of several machines, of which one may be slower, noisier, gone or wrong: shown on replayed rows.</summary>
public sealed class MergedReportRules(ITestOutputHelper output)
{
    private static readonly Lazy<MergedReport> Whole = new(() => FourShards(_ => 1));

    [Fact]
    public void Shards_give_the_same_verdicts_as_the_whole_run()
    {
        var one = ReplayedShards.Merge(ReplayedShards.Run(new Shard(1, 1)));

        Whole.Value.Missing.Should().BeEmpty();
        Verdicts(Whole.Value).Should().BeEquivalentTo(Verdicts(one));
    }

    [Fact]
    public void A_strict_merge_whose_modules_no_limit_judges_ends_as_inconclusive()
    {
        var unjudged = Whole.Value with { Verdicts = [] };

        (unjudged.Status(strict: true), unjudged.Status(strict: false)).Should().Be((ExitStatus.Inconclusive, ExitStatus.Within));
        unjudged.WhyUnjudged.Should().Contain("no limit judges a module of this run");
        Whole.Value.WhyUnjudged.Should().BeNull();
    }

    [Fact]
    public void A_slower_machine_changes_no_verdict_on_a_multiple()
    {
        var slower = FourShards(number => number == 1 ? 3 : 1);

        Verdicts(slower, Metric.NativeMultiple).Should().BeEquivalentTo(Verdicts(Whole.Value, Metric.NativeMultiple));
    }

    [Fact]
    public void A_noisier_machine_beside_another_costs_it_no_verdict_and_is_named()
    {
        var noisy = ReplayedShards.Modules(ReplayedShards.Run(new Shard(1, 1), name: "-noisy"), row => row.Round % 2 == 0 ? 0.2 : 5);
        var merged = ReplayedShards.Merge(ReplayedShards.Run(new Shard(1, 1)), noisy);

        var multiples = merged.Verdicts.Where(verdict => verdict.Limit.Metric == Metric.NativeMultiple).ToArray();
        multiples.Where(verdict => verdict.Verdict == Verdict.Within)
            .Should().Contain(verdict => verdict.Reason.Contains("run-1-noisy): inconclusive", StringComparison.Ordinal));
        multiples.Should().OnlyContain(verdict => verdict.Findings.Length == 2);
    }

    [Fact]
    public void Hosts_that_disagree_settle_nothing_and_both_are_named()
    {
        var bad = ReplayedShards.Modules(ReplayedShards.Run(new Shard(1, 1), name: "-bad"), _ => 1000);
        var merged = ReplayedShards.Merge(ReplayedShards.Run(new Shard(1, 1)), bad);

        var disagreed = merged.Verdicts.Where(verdict => verdict.Reason.StartsWith("hosts disagree: ", StringComparison.Ordinal)).ToArray();
        disagreed.Should().NotBeEmpty().And.OnlyContain(verdict => verdict.Verdict == Verdict.Inconclusive
            && verdict.Reason.Contains("(run run-1): within", StringComparison.Ordinal)
            && verdict.Reason.Contains("(run run-1-bad): exceeded", StringComparison.Ordinal));
    }

    [Fact]
    public void The_cases_of_a_missing_shard_are_not_measured_and_the_status_says_so()
    {
        var three = ReplayedShards.Merge(ReplayedShards.Run(new Shard(1, 4)), ReplayedShards.Run(new Shard(2, 4)),
            ReplayedShards.Run(new Shard(4, 4)));

        var missing = three.Missing.Should().ContainSingle().Subject;
        missing.Reason.Should().Be("shard 3 of 4 is missing");
        three.Verdicts.Where(verdict => missing.Cases.Contains(verdict.Case)).Should().NotBeEmpty()
            .And.OnlyContain(verdict => verdict.Verdict == Verdict.NotMeasured && verdict.Reason == missing.Reason);
        three.Verdicts.Should().HaveCount(Whole.Value.Verdicts.Length, "no limit is lost with a shard");
        three.Status(strict: false).Should().NotBe(ExitStatus.Within);
        MarkdownReport.Render(MergedPage.Of(three)).Should().Contain("shard 3 of 4 is missing").And.Contain("1 of 4 shards missing");
        MergedJson.Render(three).Should().Contain("\"reason\": \"shard 3 of 4 is missing\"");
    }

    [Fact]
    public void A_shard_of_which_no_run_finished_ends_with_status_4_and_is_named()
    {
        var (one, two) = (ReplayedShards.Run(new Shard(1, 2)), ReplayedShards.Run(new Shard(2, 2)));
        var died = new RunRows(two.State with { TimeBreakdown = null }, []);

        var merged = ReplayedShards.Merge(one, died);

        (merged with { Verdicts = [] }).Status(strict: false).Should().Be(ExitStatus.Inconclusive);
        merged.Summaries.Should().Contain(summary => summary.NativeMultiple.Reason == "the run was interrupted before its first round");
        MarkdownReport.Render(MergedPage.Of(merged)).Should().Contain("shard 2/2 did not finish");
        ReplayedShards.Merge(one, died, ReplayedShards.Run(new Shard(2, 2), name: "-again")).Unfinished.Should().BeEmpty();
    }

    [Fact]
    public void A_run_that_came_twice_counts_once_by_its_complete_copy()
    {
        var run = ReplayedShards.Run(new Shard(1, 1));
        var early = new RunRows(run.State with { TimeBreakdown = null }, run.Rows.RemoveRange(0, 500));

        var merged = ReplayedShards.Merge(early, run);

        merged.Runs.Should().ContainSingle().Which.IsFinished.Should().BeTrue();
        merged.Notes.Should().Contain("Run run-1 came 2 times and counts once.");
    }

    [Fact]
    public void Runs_with_different_media_settings_or_modules_are_refused_by_name()
    {
        var (one, two) = (ReplayedShards.Run(new Shard(1, 1)), ReplayedShards.Run(new Shard(1, 1), name: "-other"));
        var (conditions, other) = (two.State.Conditions, new string('f', 64));
        var changed = conditions with
        {
            Inputs = new RunInputs([conditions.Inputs!.Media[0] with { Digest = other }],
                [conditions.Inputs.Jobs[0] with { Digest = other, Arguments = null }]),
            Modules = [conditions.Modules[0] with { Sha256 = other }],
        };

        var merging = () => ReplayedShards.Merge(one, two with { State = two.State with { Conditions = changed } });

        merging.Should().Throw<PerfException>()
            .Where(fault => fault.Status == ExitStatus.BadUsage).WithMessage("*medium *settings of *module *run-1-other*");
    }

    [Fact]
    public void Runs_with_different_modules_of_one_user_are_refused_by_name()
    {
        static RunRows With(RunRows run, char digit)
        {
            var own = new CustomLanes(null, [new CustomProgram("mine", "mine.wasm", "gpl", [], new string(digit, 64))], [], []);
            return run with { State = run.State with { Lanes = new RecordedLanes("lanes.json", own) } };
        }

        var merging = () => ReplayedShards.Merge(
            With(ReplayedShards.Run(new Shard(1, 2)), 'a'), With(ReplayedShards.Run(new Shard(2, 2)), 'b'));

        merging.Should().Throw<PerfException>()
            .WithMessage("*module gpl+mine: its checksum is aaaaaaaaaaaa in run-1, bbbbbbbbbbbb in run-2*");
    }

    [Fact]
    public void Shards_of_different_selections_are_refused() =>
        new Action(() => ReplayedShards.Merge(ReplayedShards.Run(new Shard(1, 2)), ReplayedShards.Run(new Shard(2, 3))))
            .Should().Throw<PerfException>().WithMessage("*no shards of one run*");

    [Fact]
    public void Folders_without_a_run_end_with_status_3() =>
        new Action(() => MergeInput.Read(["no-such-folder"]))
            .Should().Throw<PerfException>().Where(fault => fault.Status == ExitStatus.Missing);

    [Fact]
    public void Twenty_times_as_many_shards_do_not_take_four_hundred_times_as_long()
    {
        var full = TestSettings.Tier == Tier.Full;
        Time(2);
        var (few, many) = (Time(full ? 50 : 4), Time(full ? 1000 : 80));

        output.WriteLine($"{(full ? 50 : 4)} shards {few.TotalSeconds:0.00} s, {(full ? 1000 : 80)} shards {many.TotalSeconds:0.00} s");
        (many / few).Should().BeLessThan(100, "twenty times the shards are twenty times the work, and not its square");
    }

    // Of each shard the same job's rows, so that work is in proportion to shards; from folders to folder, as the command does it.
    private static TimeSpan Time(int shards)
    {
        using var temporary = new TemporaryFolder();
        var (state, rows) = ReplayedShards.Run(new Shard(1, 30));
        var division = Enumerable.Range(0, shards).Select(number => number == 0 ? state.Cases : []).ToImmutableArray();
        string[] folders = [.. Enumerable.Range(1, shards).Select(number => temporary.File($"shard-{number}"))];
        foreach (var (index, folder) in folders.Index())
        {
            var run = $"run-{index + 1}";
            (state with { Run = run, Fingerprint = run, Shard = new ShardOfRun(new Shard(index + 1, shards), division) }).Write(folder);
            File.WriteAllText(Path.Combine(folder, "measurements.jsonl"),
                string.Concat(rows.Select(row => (row with { Run = run }).ToLine())));
        }

        var clock = Stopwatch.StartNew();
        var report = ReplayedShards.Merger(temporary.File("merged")).Write(folders);
        report.Runs.Should().HaveCount(shards);
        return clock.Elapsed;
    }

    private static MergedReport FourShards(Func<int, double> slowdown) => ReplayedShards.Merge(
        [.. Enumerable.Range(1, 4).Select(number => ReplayedShards.Run(new Shard(number, 4), slowdown: slowdown(number)))]);

    private static string[] Verdicts(MergedReport report, Metric? metric = null) =>
        [.. report.Verdicts.Where(one => metric is null || one.Limit.Metric == metric)
            .Select(one => $"{one.Limit.Id} {one.Case} {one.Verdict}")];
}
