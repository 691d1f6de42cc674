using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Measurements;

public sealed class OperationCounterRules : IDisposable
{
    private static readonly GuestCount Counted = new(1_000, 3);

    private readonly TemporaryFolder temporary = new();
    private readonly List<string> ran = [];
    private Func<BenchmarkCase, LaneReading> run = _ => new LaneReading(Outcome.Ok, null, Phases.None with { Count = Counted }, null);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void A_module_is_counted_once_for_a_job_whatever_engines_run_it()
    {
        BenchmarkCase[] cases =
        [
            .. CaseMatrix.Baselines.Select(Samples.Case), Samples.Case(Lane.Wasm("wasmtime", "Oz")), Samples.Case(
                Lane.Wasm("wazero", "Oz", StopCheck.Cancel)),
            Samples.Case(Lane.Wasm("wazero", "O3")), Samples.Case(Lane.Wasm("wazero", "O2").Over(LaneMode.Pool, 2)),
        ];

        OperationCounter.Cases([.. cases]).Select(benchmarkCase => benchmarkCase.Id).Should().Equal(
            [$"{Samples.Job().Id}/wasmtime-fuel+Oz", $"{Samples.Job().Id}/wasmtime-fuel+O3"],
            "native lanes run no module, and a pool repeats its jobs");
    }

    [Fact]
    public void The_users_own_module_is_counted_as_such()
    {
        var own = Lane.Wasm("wazero", "mine") with { IsCustom = true, CustomFlavour = "lgpl" };

        OperationCounter.Cases([Samples.Case(own)]).Should().ContainSingle().Which.Lane.CustomFlavour.Should().Be("lgpl");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    public void Counts_come_in_the_order_of_the_cases_however_many_are_counted_at_once(int cores)
    {
        var cases = Cases("a", "b", "c", "d");

        var counts = Count(cases, cores);

        counts.Select(count => count.Key).Should().Equal(cases.Select(OperationCount.KeyOf));
        counts.Should().OnlyContain(
            count => count.Count == Counted && count.Reason == null && count.Module == "gpl+Oz" && count.Sha256 == Samples.Digest);
        ran.Should().HaveCount(4);
    }

    [Fact]
    public void A_counted_job_is_not_counted_again()
    {
        var first = Count(Cases("a", "b"), 1);
        ran.Clear();

        Count(Cases("a", "b", "c"), 1)[..2].Should().Equal(first);
        ran.Should().Equal("c");
    }

    [Fact]
    public void A_job_with_another_key_is_counted_again()
    {
        Count(Cases("a"), 1, key => key);

        Count(Cases("a"), 1, key => key + "of another module");

        ran.Should().Equal("a", "a");
    }

    [Fact]
    public void A_damaged_cache_file_is_counted_again()
    {
        Count(Cases("a"), 1);
        foreach (var file in Directory.GetFiles(temporary.File("operations")))
        {
            File.WriteAllText(file, "{");
        }

        Count(Cases("a"), 1)[0].Count.Should().Be(Counted);
        ran.Should().Equal("a", "a");
    }

    [Fact]
    public void A_count_that_fails_says_why_and_is_tried_again()
    {
        run = benchmarkCase =>
            benchmarkCase.Job.Subject == "a" ? LaneReading.Failed("exit status 1") : new LaneReading(Outcome.Ok, null, Phases.None, null);

        var counts = Count(Cases("a", "b"), 1);

        counts.Select(count => (count.Count, count.Reason)).Should().Equal((null, "exit status 1"), (null, "the worker reported no count"));
        Count(Cases("a"), 1);
        ran.Should().Equal("a", "b", "a");
    }

    [Fact]
    public void An_input_that_cannot_be_staged_fails_only_its_own_count()
    {
        var counter = new OperationCounter(
            _ => Reading<ILaneRunner>.Of(new Runner(this)),
            (benchmarkCase, _) => NoRoomFor(benchmarkCase, "a"),
            benchmarkCase => (Samples.Digest, benchmarkCase.Job.Subject),
            new OperationCache(temporary.File("operations")));

        var counts = counter.Count(Cases("a", "b"), 1, (_, _, _) => { }, CancellationToken.None);

        counts[0].Reason.Should().Contain("no room");
        counts[1].Count.Should().Be(Counted);
    }

    [Fact]
    public void Without_a_runner_a_count_carries_the_reason()
    {
        var counter = new OperationCounter(
            _ => Reading<ILaneRunner>.Unavailable("gpl+Oz is not built here"), (_, _) => { }, benchmarkCase => ("", benchmarkCase.Id),
            new OperationCache(temporary.Path));

        counter.Count(Cases("a"), 1, (_, _, _) => { }, CancellationToken.None)[0].Reading.Reason.Should().Be("gpl+Oz is not built here");
    }

    [Fact]
    public void Without_cases_there_are_no_counts() => Count([], 2).Should().BeEmpty();

    [Fact]
    public void A_cancelled_count_stops_and_keeps_what_was_counted()
    {
        using var cancel = new CancellationTokenSource();
        run = benchmarkCase =>
        {
            if (benchmarkCase.Job.Subject == "b")
            {
                cancel.Cancel();
                cancel.Token.ThrowIfCancellationRequested();
            }

            return new LaneReading(Outcome.Ok, null, Phases.None with { Count = Counted }, null);
        };

        FluentActions.Invoking(() => Counter(key => key).Count(Cases("a", "b", "c"), 1, (_, _, _) => { }, cancel.Token)).Should()
            .Throw<OperationCanceledException>();
        ran.Should().Equal("a", "b");
        Directory.GetFiles(temporary.File("operations")).Should().ContainSingle();
    }

    private static void NoRoomFor(BenchmarkCase benchmarkCase, string subject)
    {
        if (benchmarkCase.Job.Subject == subject)
        {
            throw new PerfException(ExitStatus.Missing, "no room");
        }
    }

    private static ImmutableArray<BenchmarkCase> Cases(params string[] subjects) =>
        OperationCounter.Cases([.. subjects.Select(subject => new BenchmarkCase(Samples.Job(subject), Samples.Wasm))]);

    private ImmutableArray<OperationCount> Count(ImmutableArray<BenchmarkCase> cases, int cores, Func<string, string>? change = null) =>
        Counter(change ?? (key => key)).Count(cases, cores, (_, _, _) => { }, CancellationToken.None);

    private OperationCounter Counter(Func<string, string> change) => new(
        _ => Reading<ILaneRunner>.Of(new Runner(this)), (_, _) => { },
        benchmarkCase => (Samples.Digest, change(benchmarkCase.Id).Replace('/', '_')), new OperationCache(temporary.File("operations")));

    private sealed class Runner(OperationCounterRules rules) : ILaneRunner
    {
        public Lane Lane => Samples.Wasm;

        public LaneReading Run(Job job, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
        {
            lock (rules.ran)
            {
                rules.ran.Add(job.Subject);
            }

            return rules.run(new BenchmarkCase(job, Lane));
        }
    }
}
