using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Rules.Summaries;

/// <summary>Where a case has no reading, every one of its readings says why, with one and the same reason.</summary>
public sealed class AbsenceRules
{
    private static readonly string OtherDigest = new('b', 64);

    private static readonly Measurement[] Baselines =
    [
        .. CaseMatrix.Baselines.SelectMany(lane => Samples.Rows(lane, 1, 1, 1, 1, 1, 1)),
    ];

    private static readonly Measurement[] Module = [.. Samples.Rows(Samples.Wasm, 4, 4, 4, 4, 4, 4)];

    [Fact]
    public void Frames_that_differ_from_the_portable_lanes_are_a_failure()
    {
        var summary = Summarize([.. Baselines, .. Module.Select(row => row with { FramesDigest = OtherDigest })]);

        summary.Failure.Should().Be("wrong output: its frames (framemd5 digest bbbbbbbbbbbb) are not native-portable's (aaaaaaaaaaaa)");
        ShouldAllBeAbsent(summary, summary.Failure!);
    }

    [Fact]
    public void Frames_of_a_users_module_may_differ_from_the_portable_lanes()
    {
        var theirs = Samples.Case(Samples.Wasm with { IsCustom = true, CustomFlavour = "gpl" });

        Samples.Case(Samples.Wasm).MustEqualPortable.Should().BeTrue();
        theirs.MustEqualPortable.Should().BeFalse("it may be of another version");
        Summary.Of([theirs], Here, [.. Baselines, .. Module.Select(row => row with { FramesDigest = OtherDigest })])[0]
            .Failure.Should().BeNull();
    }

    [Fact]
    public void Frames_may_differ_where_the_encoder_is_not_deterministic()
    {
        var job = Samples.Job();
        job = job with { Expected = job.Expected with { EqualsPortable = false } };

        var summary = Summary.Of([new BenchmarkCase(job, Samples.Wasm)], Here,
            [.. Baselines, .. Module.Select(row => row with { FramesDigest = OtherDigest })])[0];

        summary.Failure.Should().BeNull();
        summary.EqualsPortable.Should().Be(Reading<bool>.Of(false));
    }

    [Fact]
    public void Frames_may_differ_where_a_job_is_encoded_in_segments()
    {
        var lane = Samples.Wasm.Over(LaneMode.Segments, 2);
        var rows = Samples.Rows(lane, 4, 4, 4, 4, 4, 4).Select(row => row with { FramesDigest = OtherDigest });

        var summary = Summary.Of([Samples.Case(lane)], Here, [.. Baselines, .. rows])[0];

        summary.Failure.Should().BeNull();
        summary.EqualsPortable.Should().Be(Reading<bool>.Of(false));
    }

    [Fact]
    public void An_output_that_changes_is_an_incident_if_all_threads_are_used()
    {
        var changed = Samples.Row(Lane.Native, 7, 1) with { FramesDigest = OtherDigest };
        var native = Summary.Of([Samples.Case(Lane.Native)], Here, [.. Baselines, changed])[0];

        native.Failure.Should().BeNull("native ffmpeg with threads is not always repeatable to the last bit");
        native.Incidents.Should().ContainSingle().Which.Should().StartWith("its rounds made 2 different outputs");
    }

    [Fact]
    public void An_output_that_changes_from_round_to_round_is_a_failure()
    {
        var summary = Summarize([.. Baselines, .. Module, Module[0] with { Round = 7, FramesDigest = OtherDigest }]);

        summary.Failure.Should().Be("its output is not the same in every round");
    }

    [Theory]
    [InlineData(Outcome.Failed)]
    [InlineData(Outcome.TimedOut)]
    public void One_failed_run_fails_the_case_with_its_reason(Outcome outcome)
    {
        var summary = Summarize(
            [.. Baselines, .. Module, Samples.Row(Samples.Wasm, 7, 4) with { Outcome = outcome, Reason = "exit status 1: no room" }]);

        summary.Failure.Should().Be("round 7: exit status 1: no room");
        summary.Rounds.Should().Be(0, "its other rounds may be as wrong");
        ShouldAllBeAbsent(summary, summary.Failure!);
    }

    [Fact]
    public void A_wrong_output_of_a_warm_up_fails_the_case_too()
    {
        var wrong = Samples.Row(Samples.Wasm, 0, 4) with { Outcome = Outcome.Failed, Reason = "wrong output: silent" };

        Summarize([.. Baselines, wrong]).Failure.Should().Be("round 0: wrong output: silent");
    }

    [Fact]
    public void A_warm_up_that_trapped_is_an_incident()
    {
        var trapped =
            Samples.Row(Samples.Wasm, 0, 4) with { Outcome = Outcome.Failed, Reason = "trap", ExecuteSeconds = null, FramesDigest = null };
        var summary = Summarize([.. Baselines, trapped, .. Module]);

        summary.Failure.Should().BeNull();
        summary.Incidents.Should().ContainSingle();
    }

    [Fact]
    public void A_module_whose_output_could_not_be_compared_with_portables_has_no_readings()
    {
        var summary = Summarize([.. Baselines.Where(row => row.Lane != Lane.NativePortable.Name), .. Module]);

        summary.NativeMultiple.Reason.Should().Be("native-portable made no output that this one could be compared with");
    }

    [Fact]
    public void An_unavailable_lane_has_that_reason()
    {
        var summary = Summary.Of([Samples.Case(Samples.Wasm)], _ => "wasmtime is not on PATH", Baselines)[0];

        summary.Failure.Should().BeNull("nothing of it went wrong");
        ShouldAllBeAbsent(summary, "wasmtime is not on PATH");
    }

    [Fact]
    public void A_lane_that_is_no_longer_available_keeps_what_was_measured()
    {
        var gone = Summary.Of([Samples.Case(Samples.Wasm)], _ => "wasmtime is not on PATH", [.. Baselines, .. Module])[0];

        gone.ShouldSayTheSameAs(Summarize([.. Baselines, .. Module]) with { Case = gone.Case });
    }

    [Fact]
    public void A_case_that_the_budget_did_not_reach_has_that_reason()
    {
        ShouldAllBeAbsent(Summarize(Baselines), "the budget ended before its first round");
    }

    [Fact]
    public void A_multiple_without_its_baseline_is_absent_but_the_rest_is_there()
    {
        var summary = Summarize([.. Baselines.Where(row => row.Lane == Lane.NativePortable.Name), .. Module]);

        summary.NativeMultiple.Reason.Should().StartWith("0 rounds support no 95 % interval");
        summary.Decomposition.Reason.Should().Be(summary.NativeMultiple.Reason);
        summary.RealtimeFactor.Reason.Should().BeNull();
    }

    [Fact]
    public void A_module_of_FFmpeg_9_is_compared_with_the_native_build_of_FFmpeg_9()
    {
        var nine = Lane.Wasm("wazero", "ffmpeg9-Oz");
        Measurement[] rows = [.. Baselines, .. Samples.Rows(nine, 2, 2).Select(row => row with { FramesDigest = OtherDigest })];

        CaseSummary Of(params Measurement[] portable) => Summary.Of([Samples.Case(nine)], Here, [.. rows, .. portable])[0];

        Of().NativeMultiple.Reason.Should().Be("native-portable-ffmpeg9 made no output that this one could be compared with");
        Of([.. Samples.Rows(Lane.NativePortableFfmpeg9, 1)]).Failure.Should()
            .StartWith("wrong output").And.Contain("are not native-portable-ffmpeg9's");
        Of([.. Samples.Rows(Lane.NativePortableFfmpeg9, 1).Select(row => row with { FramesDigest = OtherDigest })]).Failure.Should()
            .BeNull();
    }

    private static CaseSummary Summarize(Measurement[] rows) => Summary.Of([Samples.Case(Samples.Wasm)], Here, rows)[0];

    private static string? Here(BenchmarkCase benchmarkCase) => null;

    private static void ShouldAllBeAbsent(CaseSummary summary, string reason)
    {
        string?[] reasons =
        [
            summary.NativeMultiple.Reason, summary.PortableMultiple.Reason, summary.Decomposition.Reason, summary.RealtimeFactor.Reason,
            summary.PeakResident.Reason, summary.OutputSize.Reason, summary.Frames.Reason, summary.FramesDigest.Reason,
            summary.EqualsPortable.Reason,
        ];
        reasons.Should().AllBe(reason);
    }
}
