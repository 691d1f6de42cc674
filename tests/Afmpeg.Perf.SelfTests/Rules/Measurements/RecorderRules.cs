using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Measurements;

public sealed class RecorderRules : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly WorkFolder work;
    private readonly MeasurementLog log;

    public RecorderRules()
    {
        work = WorkFolder.Create(temporary.Path);
        log = MeasurementLog.Open(temporary.File("measurements.jsonl"), "run-1");
    }

    public void Dispose()
    {
        log.Dispose();
        work.Dispose();
        temporary.Dispose();
    }

    [Fact]
    public void A_run_that_ended_well_becomes_a_row_with_all_that_is_known()
    {
        var reading = Samples.Reading(1.5) with
        {
            Phases = new Phases(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4)),
        };

        var row = Record(reading, new FixedCheck());

        row.Should().BeEquivalentTo(
            Samples.Row(Samples.Wasm, 2, 4) with
            {
                Order = 3,
                WallSeconds = 1.5,
                CompileSeconds = 1,
                LoadSeconds = 2,
                InstantiateSeconds = 3,
                UserSeconds = 1.5,
                SystemSeconds = 0,
                QualityReason = Samples.Facts.Quality.Reason,
            },
            options => options.Excluding(expected => expected.At));
        log.Rows.Should().Equal(row);
    }

    [Fact]
    public void A_wrong_output_makes_the_row_a_failure_with_its_times_kept()
    {
        var row = Record(Samples.Reading(1.5), new FixedCheck(Reading<OutputFacts>.Unavailable("89 frames, expected 90")));

        (row.Outcome, row.Reason, row.WallSeconds, row.Frames).Should().Be((Outcome.Failed, "89 frames, expected 90", 1.5, null));
    }

    [Fact]
    public void A_row_has_the_quality_or_the_reason_why_not()
    {
        var facts = Samples.Facts with { Quality = Reading<PictureQuality>.Of(new PictureQuality(43, 0.98, 41)) };

        var known = Record(Samples.Reading(1), new FixedCheck(Reading<OutputFacts>.Of(facts)));
        var absent = Record(Samples.Reading(1), new FixedCheck());

        (known.PsnrYDb, known.Ssim, known.LowestPsnrYDb, known.QualityReason).Should().Be((43, 0.98, 41, null));
        (absent.Outcome, absent.PsnrYDb, absent.Ssim, absent.LowestPsnrYDb).Should()
            .Be((Outcome.Ok, null, null, null), "its absence fails no row");
        absent.QualityReason.Should().Be(Samples.Facts.Quality.Reason);
    }

    [Theory]
    [InlineData(Outcome.Failed)]
    [InlineData(Outcome.TimedOut)]
    public void A_run_that_did_not_end_well_has_no_output_to_check(Outcome outcome)
    {
        var check = new FixedCheck();

        var row = Record(new LaneReading(outcome, "why", Phases.None, Usage: null), check);

        (row.Outcome, row.Reason, row.WallSeconds, row.OutputBytes).Should().Be((outcome, "why", null, null));
        check.Checks.Should().Be(0);
    }

    [Fact]
    public void Output_of_the_previous_run_is_removed_first()
    {
        var left = Path.Combine(work.Output, "out.mp4");
        File.WriteAllText(left, "another lane's output");
        var seen = true;

        Record(new ReplayLane(Samples.Wasm, (_, _) =>
        {
            seen = File.Exists(left);
            return Samples.Reading(1);
        }), new FixedCheck());

        seen.Should().BeFalse("a lane that writes nothing would otherwise pass with what is there");
    }

    [Fact]
    public void A_run_that_changed_its_inputs_fails_and_the_next_one_finds_them_restored()
    {
        File.WriteAllText(temporary.File("clip.mkv"), "frames");
        work.Stage(temporary.File("clip.mkv"));
        var staged = Path.Combine(work.Media, "clip.mkv");
        var seen = new List<string>();
        var lane = new ReplayLane(Samples.Wasm, (_, run) =>
        {
            seen.Add(File.ReadAllText(staged));
            if (run == 0)
            {
                File.Delete(staged);
                File.WriteAllText(staged, "overwritten");
            }

            return Samples.Reading(1);
        });

        var first = Record(lane, new LookingCheck(() => seen.Add(File.ReadAllText(staged))));
        var second = Record(lane, new FixedCheck());

        (first.Outcome, first.Broke).Should().Be((Outcome.Failed, false), "what it wrote may rest on inputs of its own making");
        first.Reason.Should().Be("the run changed its inputs (clip.mkv), which it must not; they were staged again");
        second.Outcome.Should().Be(Outcome.Ok);
        seen.Should().Equal(["frames", "frames", "frames"], "what quality is measured against is made from them during the check");
    }

    [Fact]
    public void A_run_that_failed_keeps_its_own_reason_even_if_it_changed_its_inputs()
    {
        var lane = new ReplayLane(Samples.Wasm, (_, _) =>
        {
            File.WriteAllText(Path.Combine(work.Media, "added"), "");
            return LaneReading.Failed("trap");
        });

        Record(lane, new FixedCheck()).Reason.Should().Be("trap");
        Directory.GetFiles(work.Media).Should().BeEmpty();
    }

    [Fact]
    public void Round_0_is_a_warm_up()
    {
        Record(new ReplayLane(Samples.Wasm, (_, _) => Samples.Reading(1)), new FixedCheck(), round: 0).Warmup.Should().BeTrue();
    }

    private Measurement Record(LaneReading reading, FixedCheck check) => Record(new ReplayLane(Samples.Wasm, (_, _) => reading), check);

    private Measurement Record(ReplayLane lane, IOutputCheck check, int round = 2) =>
        new Recorder(log, work, check, "0123456789ab").Record(Samples.Case(lane.Lane), lane, round, order: 3, CancellationToken.None);

    private sealed class LookingCheck(Action look) : IOutputCheck
    {
        public Reading<OutputFacts> Check(Job job, WorkFolder folder)
        {
            look();
            return Reading<OutputFacts>.Of(Samples.Facts);
        }
    }
}
