using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Tests.Harness;

namespace Afmpeg.Perf.Tests.Specs;

/// <summary>A job that does a little more, really counted: the gate on operations sees it.</summary>
public sealed class PlantedOperationsSpec
{
    [Fact]
    public async Task A_filter_that_runs_twice_is_red()
    {
        var planned = MeasuredRun.Matrix.Cases.First(declared => declared.Lane == MatrixDesign.DefaultLane && declared.Job.Id == "transcode/synthetic-120p/libx264-veryfast");
        var settings = TestSettings.ForRun(new HashSet<string> { planned.Id });
        var run = new BenchmarkRun(settings, new PlainProgress(TextWriter.Null));
        var equipment = await run.SetUp(CancellationToken.None);
        var before = Extract(await run.Count(CancellationToken.None));
        var twice = planned with
        {
            Job = planned.Job with { Pictures = [.. planned.Job.Pictures.Select(option => option.Replace("scale=", "scale=318:238,scale=", StringComparison.Ordinal))] },
        };
        twice.Job.Pictures.Should().NotEqual(planned.Job.Pictures);
        using var cache = new TemporaryFolder();

        var counts = equipment.Counter(settings.Programs, cache.Path).Count(OperationCounter.Cases([twice]), 1, (_, _, _) => { }, CancellationToken.None);
        var after = before with { Counts = [before.Counts.Single() with { Operations = counts.Single().Count!.Operations }] };

        var compared = OperationsComparison.Of(before, after, after.Counts.Single().Key);
        compared.Verdict.Should().Be(OperationsVerdict.Changed, compared.Sentence);
        ((double)after.Counts.Single().Operations / before.Counts.Single().Operations).Should().BeInRange(1.02, 3, "one more scaling is a part of the job");
        FluentActions.Invoking(() => OperationsGate.Hold(before, Reading<OperationsExtract>.Of(after), strict: false, _ => { })).Should().Throw<Xunit.Sdk.XunitException>();
    }

    private static OperationsExtract Extract((RunConditions Conditions, System.Collections.Immutable.ImmutableArray<OperationCount> Counts) run) =>
        OperationsExtract.Of(run.Conditions, run.Counts);
}
