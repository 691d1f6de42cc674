using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Rules.Summaries;

public sealed class SummaryRules
{
    private static readonly Measurement[] Baselines =
    [
        .. Samples.Rows(Lane.Native, 1, 2, 3, 4, 5, 6),
        .. Samples.Rows(Lane.NativeOneThread, 1.2, 2.4, 3.6, 4.8, 6, 7.2),
        .. Samples.Rows(Lane.NativePortable, 2, 4, 6, 8, 10, 12),
    ];

    private static readonly Measurement[] Module = [.. Samples.Rows(Samples.Wasm, 4, 8, 12, 16, 20, 24)];

    [Fact]
    public void Multiples_come_from_paired_rounds_however_the_host_drifts()
    {
        var summary = Wasm([.. Baselines, .. Module]);

        Of(summary.NativeMultiple).Value.Should().BeApproximately(4, 1e-12);
        Of(summary.NativeMultiple).High.Should().BeApproximately(4, 1e-12, "the drift is in both lanes of each round");
        Of(summary.PortableMultiple).Value.Should().BeApproximately(2, 1e-12);
        summary.Rounds.Should().Be(6);
    }

    [Fact]
    public void Multiples_of_native_are_less_certain_if_rounds_lie_seconds_apart_and_those_of_native_portable_are_not()
    {
        Measurement[] module = [.. Samples.Rows(Samples.Wasm, 4, 8.2, 11.8, 16.2, 19.8, 24.1)];
        var (far, near) = (Wasm([.. Baselines, .. module]), Wasm([.. Baselines.Concat(module).Select(SecondsApart)]));

        far.NativeInflationFactor.Should().BeApproximately(1, 1e-9);
        near.NativeInflationFactor.Should()
            .BeApproximately(RoundAutocorrelation.OfMultiples.InflationFactor([5, 10, 15, 20, 25, 30]), 1e-9).And.BeInRange(1.4, 1.8);
        Of(near.NativeMultiple).Value.Should().Be(Of(far.NativeMultiple).Value);
        Math.Log(Of(near.NativeMultiple).High / Of(near.NativeMultiple).Value).Should()
            .BeApproximately(near.NativeInflationFactor * Math.Log(Of(far.NativeMultiple).High / Of(far.NativeMultiple).Value), 1e-9);
        near.PortableMultiple.Should().Be(far.PortableMultiple);

        static Measurement SecondsApart(Measurement row) => row with { At = DateTimeOffset.UnixEpoch.AddSeconds(5 * row.Round) };
    }

    [Fact]
    public void The_order_in_which_rows_were_written_does_not_matter()
    {
        Wasm([.. Module.Reverse(), .. Baselines]).NativeMultiple.Should().Be(Wasm([.. Baselines, .. Module]).NativeMultiple);
    }

    [Fact]
    public void A_round_in_which_one_of_two_lanes_is_missing_is_not_a_pair()
    {
        var summary = Wasm([.. Baselines.Where(row => row.Round != 3), .. Module, Samples.Row(Samples.Wasm, 7, 1000)]);

        Of(summary.NativeMultiple).Count.Should().Be(5);
        Of(summary.RealtimeFactor).Count.Should().Be(7, "the lane alone has more");
    }

    [Fact]
    public void Warm_ups_are_not_part_of_any_estimate()
    {
        Measurement[] rows = [.. Baselines, .. Module];

        var summary = Wasm([.. rows, Samples.Row(Lane.Native, 0, 1000), Samples.Row(Samples.Wasm, 0, 1) with { PeakResidentBytes = 999 }]);

        summary.ShouldSayTheSameAs(Wasm(rows) with { Case = summary.Case });
    }

    [Fact]
    public void The_realtime_factor_is_media_time_over_execute_time()
    {
        // 3 s of media in 4 to 24 s, steps of 4. Of the 21 products of two of 1 to 6 the middle one is 10.
        var factor = Of(Wasm([.. Baselines, .. Module]).RealtimeFactor);

        factor.Value.Should().BeApproximately(3 / (4 * Math.Sqrt(10)), 1e-12);
        var asTheyScatter = new Estimate(factor.Value, 3.0 / 24, 3.0 / 4, factor.Count, factor.Level);
        factor.Low.Should().BeApproximately(asTheyScatter.Inflated(RoundAutocorrelation.InflationOfTimes(6)).Low, 1e-12);
        factor.High.Should().BeApproximately(asTheyScatter.Inflated(RoundAutocorrelation.InflationOfTimes(6)).High, 1e-12);
        (factor.Count, factor.Level).Should().Be((6, 0.96875));
    }

    [Fact]
    public void The_decomposition_multiplies_to_the_native_multiple()
    {
        var summary =
            Wasm([.. Baselines, .. Module.Select(row => row with { ExecuteSeconds = row.ExecuteSeconds + (0.1 * row.Round % 0.3) })]);

        summary.Decomposition.TryGet(out var parts).Should().BeTrue(summary.Decomposition.Reason);
        parts!.Product.Should().BeApproximately(Of(summary.NativeMultiple).Value, 1e-9);
        parts.Threads.Should().BeApproximately(1.2, 0.05);
        parts.Assembly.Should().BeApproximately(2 / 1.2, 0.05);
        parts.Remainder.Should()
            .BeApproximately(1, 0.02, "the three factors are of the same rounds as the multiple, whatever is spread over them");
    }

    [Fact]
    public void A_native_lane_has_neither_sandbox_nor_cold_start()
    {
        var native = Summarize(Lane.Native, [.. Baselines]);

        native.Decomposition.Reason.Should().Be("a native lane has no sandbox");
        native.ColdStart.Reason.Should().Be("a native lane compiles nothing");
        Of(native.NativeMultiple).Value.Should().Be(1, "it is its own measure");
    }

    [Fact]
    public void Cold_start_is_compile_and_instantiate_of_the_run_that_compiled()
    {
        var warmUp = Samples.Row(Samples.Wasm, 0, 5) with { CompileSeconds = 0.5, InstantiateSeconds = 0.25 };

        Wasm([.. Baselines, warmUp, .. Module.Select(row => row with { LoadSeconds = 0.1, InstantiateSeconds = 0.2 })])
            .ColdStart.Should().Be(Reading<TimeSpan>.Of(TimeSpan.FromSeconds(0.75)));
        Wasm([.. Baselines, .. Module]).ColdStart.Reason.Should().Be("no run compiled the module");
    }

    [Fact]
    public void Memory_is_the_median_with_its_interval_and_the_output_is_what_every_round_wrote()
    {
        var summary = Wasm([.. Baselines, .. Module, Module[0] with { Round = 7, PeakResidentBytes = 150 }]);

        summary.PeakResident.TryGet(out var peak).Should().BeTrue();
        peak.Should()
            .Be(new Estimate(100, 100, 150, 7, 1 - (2 * Math.Pow(0.5, 7))), "one engine commits in one run what it does not in the next");
        summary.OutputSize.Should().Be(Reading<ByteCount>.Of(new ByteCount(1000)));
        summary.Frames.Should().Be(Reading<int>.Of(90));
        summary.EqualsPortable.Should().Be(Reading<bool>.Of(true));
    }

    [Fact]
    public void Quality_is_what_the_last_round_reported_or_its_reason()
    {
        var known = Module.Select(row => row with { PsnrYDb = 43, Ssim = 0.98, LowestPsnrYDb = 41 });
        var absent = Module.Select(row => row with { QualityReason = "why" });

        Wasm([.. Baselines, .. known]).Quality.Should().Be(Reading<PictureQuality>.Of(new PictureQuality(43, 0.98, 41)));
        Wasm([.. Baselines, .. absent]).Quality.Reason.Should().Be("why");
        Wasm([.. Baselines, .. Module]).Quality.Reason.Should().Be("no round reports it");
    }

    [Fact]
    public void A_run_that_broke_once_counts_only_as_an_incident()
    {
        var summary = Wasm([.. Baselines, .. Module, Broken(7)]);

        summary.Failure.Should().BeNull();
        summary.Incidents.Should().Equal("1 of 7 runs broke (round 7): ended by signal 11");
        summary.Rounds.Should().Be(Module.Length);
    }

    [Fact]
    public void Runs_that_broke_twice_fail_the_case()
    {
        var summary = Wasm([.. Baselines, .. Module, Broken(7), Broken(8)]);

        summary.Failure.Should().Be("2 of 8 runs broke; round 7: ended by signal 11");
        summary.Incidents.Should().BeEmpty("they are the failure now");
    }

    private static Measurement Broken(int round) =>
        Module[0] with
        {
            Round = round,
            Outcome = Outcome.Failed,
            Reason = "ended by signal 11",
            ExecuteSeconds = null,
            FramesDigest = null
        };

    private static CaseSummary Wasm(Measurement[] rows) => Summarize(Samples.Wasm, rows);

    private static CaseSummary Summarize(Lane lane, Measurement[] rows) => Summary.Of([Samples.Case(lane)], Reason, rows)[0];

    private static string? Reason(BenchmarkCase benchmarkCase) => null;

    private static Estimate Of(Reading<Estimate> reading)
    {
        reading.TryGet(out var estimate).Should().BeTrue(reading.Reason);
        return estimate!;
    }
}
