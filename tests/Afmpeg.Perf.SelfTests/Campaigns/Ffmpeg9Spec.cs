using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>The driver on FFmpeg 9's libraries: a module writes the same bytes as the native build of the same C.</summary>
[Collection(Campaign.Name)]
public sealed class Ffmpeg9Spec(Ffmpeg9Runs runs, ITestOutputHelper output) : IClassFixture<Ffmpeg9Runs>
{
    private static readonly BenchmarkCase Copy = Ffmpeg9Runs.Cases.First(declared => declared.Job.Workload == "remux");

    public static TheoryData<string> CaseIds => TheoryRows.Of(Ffmpeg9Runs.Cases.Select(declared => declared.Id));

    [SkippableTheory]
    [MemberData(nameof(CaseIds))]
    public void A_module_writes_what_the_native_build_of_the_same_C_writes(string id)
    {
        var benchmarkCase = Ffmpeg9Runs.Cases.Single(declared => declared.Id == id);
        benchmarkCase = benchmarkCase with { Job = benchmarkCase.Job.Proof() ?? benchmarkCase.Job };
        var (native, expected) = runs.Run(benchmarkCase with { Lane = benchmarkCase.Lane.Portable });
        var (module, observed) = runs.Run(benchmarkCase);

        (native.Outcome, native.Reason).Should().Be((Outcome.Ok, null));
        (module.Outcome, module.Reason).Should().Be((Outcome.Ok, null));
        output.WriteLine($"{id}: {observed.Length} bytes, natively {expected.Length}");
        expected.Should().NotBeEmpty();
        observed.AsSpan().SequenceEqual(expected).Should().BeTrue("the same C encodes the same pictures and sound");
    }

    [SkippableFact]
    public void An_FFmpeg_5_option_missing_from_9_gives_one_clear_error()
    {
        var asked = Copy with { Job = Copy.Job with { Pictures = [.. Copy.Job.Pictures, "-vsync", "passthrough"] } };

        runs.Run(asked).Reading.Reason.Should().Contain("ffmpeg9: error: no option -vsync for the output out/out.mp4");
    }

    [SkippableFact]
    public void An_FFmpeg_9_option_missing_from_5_gives_one_clear_error()
    {
        var asked = new BenchmarkCase(
            Copy.Job with { Inputs = [Copy.Job.Inputs[0] with { Options = ["-display_rotation", "90"] }] }, Lane.NativePortable);

        runs.Run(asked).Reading.Reason.Should().Contain("Unrecognized option 'display_rotation'");
    }
}
