using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Quality;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Quality;

public sealed class OutputCheckRules : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly WorkFolder work;
    private readonly OutputCheck check;

    public OutputCheckRules()
    {
        // An ffmpeg that prints what it was told to, and counts how often it was asked.
        work = WorkFolder.Create(temporary.Path);
        var ffmpeg = temporary.File("ffmpeg");
        File.WriteAllText(
            ffmpeg, $"#!/bin/sh\necho >> '{temporary.File("asked")}'\ncat '{temporary.File("listing")}'\n. '{temporary.File("end")}'\n");
        File.SetUnixFileMode(ffmpeg, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(temporary.File("end"), "exit 0");
        check = new OutputCheck(ffmpeg, CancellationToken.None);
    }

    public void Dispose()
    {
        work.Dispose();
        temporary.Dispose();
    }

    [Fact]
    public void An_output_as_expected_has_its_facts()
    {
        Check(FrameListings.Of(90, 160, 120, 30, sound: true)).TryGet(out var facts).Should().BeTrue();

        (facts!.Frames, facts.Duration, facts.Size).Should().Be((90, TimeSpan.FromSeconds(3), new ByteCount(6)));
    }

    [Fact]
    public void A_missing_output_is_wrong()
    {
        check.Check(Samples.Job(), work).Reason.Should().Be("wrong output: it succeeded but wrote no out.mp4");
    }

    [Fact]
    public void An_output_that_does_not_decode_or_decodes_only_with_complaints_is_wrong()
    {
        File.WriteAllText(temporary.File("end"), "echo 'Invalid data found' >&2; exit 1");
        Check("").Reason.Should().Be("wrong output: it does not decode: Invalid data found (ffmpeg's exit status 1)");

        File.WriteAllText(temporary.File("end"), "echo 'error while decoding MB 3 4' >&2");
        Check(FrameListings.Of(90, 160, 120, 30, sound: true), "other").Reason.Should().Contain("error while decoding MB 3 4");
    }

    [Theory]
    [InlineData(89, 160, 120, 30, true, "89 frames of 160x120, 2.97 s")]
    [InlineData(90, 160, 118, 30, true, "90 frames of 160x118")]
    [InlineData(90, 160, 120, 25, true, "3.6 s")]
    [InlineData(90, 160, 120, 30, false, "silent")]
    public void An_output_with_other_facts_is_wrong_and_both_are_reported(
        int frames, int width, int height, int rate, bool sound, string observed)
    {
        var why = Check(FrameListings.Of(frames, width, height, rate, sound)).Reason;

        why.Should().Contain("expected 90 frames of 160x120, 3 s, sound until 3 s");
        why!.Split("observed")[1].Should().Contain(observed);
    }

    [Fact]
    public void A_right_output_has_its_quality_or_the_reason_why_not()
    {
        Check(FrameListings.Of(90, 160, 120, 30, sound: true), job: Samples.Job() with { Pictures = ["-pix_fmt", "yuv420p"] }).TryGet(
            out var facts).Should().BeTrue();

        facts!.Quality.Reason.Should().Be("its encoder's input cannot be made: ffmpeg wrote nothing");
        File.ReadAllLines(temporary.File("asked")).Should().HaveCount(2, "it was decoded, and looked for what its encoder was given");
    }

    [Fact]
    public void The_quality_of_a_wrong_output_is_not_measured()
    {
        Check(FrameListings.Of(89, 160, 120, 30, sound: true), job: Samples.Job() with { Pictures = ["-pix_fmt", "yuv420p"] });

        File.ReadAllLines(temporary.File("asked")).Should().ContainSingle();
    }

    [Fact]
    public void An_output_equal_to_an_earlier_one_is_not_decoded_again()
    {
        var listing = FrameListings.Of(90, 160, 120, 30, sound: true);
        Check(listing, "equal");
        Check(listing, "equal");
        Check(listing, "other");

        File.ReadAllLines(temporary.File("asked")).Should().HaveCount(2);
    }

    private Reading<OutputFacts> Check(string listing, string output = "output", Job? job = null)
    {
        File.WriteAllText(temporary.File("listing"), listing);
        File.WriteAllText(Path.Combine(work.Output, "out.mp4"), output);
        return check.Check(job ?? Samples.Job(), work);
    }
}
