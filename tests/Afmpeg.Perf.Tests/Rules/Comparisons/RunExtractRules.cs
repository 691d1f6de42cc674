using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Rules.Comparisons;

/// <summary>What of a run is compared: which lane divides, and what is the same on every host.</summary>
public sealed class RunExtractRules
{
    private readonly RunExtract extract = new CannedRun().Report().Extract;

    [Theory]
    [InlineData("wasmtime+O3-simd128", "native-portable")]
    [InlineData("native", "native-portable")]
    [InlineData("native-1t", "native-portable")]
    [InlineData("native-portable", "native-1t")]
    public void A_lane_is_divided_by_the_one_whose_rounds_scatter_least(string lane, string reference) => Case(lane).Reference.Should().Be(reference);

    [Fact]
    public void Without_a_portable_build_native_divides_and_without_any_nothing_does()
    {
        ReferenceLane.Of(Samples.Wasm, [Lane.Native, Samples.Wasm]).Should().Be(Lane.Native);
        ReferenceLane.Of(Lane.NativePortable, [Lane.Native, Lane.NativePortable]).Should().Be(Lane.Native);
        ReferenceLane.Of(Lane.Native, [Lane.Native, Samples.Wasm]).Should().BeNull();
    }

    [Theory]
    [InlineData("native", "native-portable", true)]
    [InlineData("distribution", "native-portable", true)]
    [InlineData("wasmtime+Oz", "native", true)]
    [InlineData("native-portable", "native", true)]
    [InlineData("wasmtime+Oz", "native-portable", false)]
    [InlineData("native-1t", "native-portable", false)]
    [InlineData("native-portable", "native-1t", false)]
    [InlineData("wasmtime+Oz", null, false)]
    public void The_noise_of_all_threads_is_in_ratios_that_such_a_lane_is_part_of(string lane, string? reference, bool isOfNative) =>
        ReferenceLane.IsOfNative(Case("native-1t") with { Id = $"transcode/clip/libx264-veryfast/{lane}", Reference = reference }).Should().Be(isOfNative);

    [Fact]
    public void Ratios_are_those_of_rounds_that_both_lanes_ran()
    {
        var (module, portable, single) = (Case("wasmtime+O3-simd128").Ratios, Case("native-portable").Ratios, Case("native-1t").Ratios);

        module.Should().HaveCount(8).And.OnlyContain(ratio => ratio > 1.8 && ratio < 2.2, "4.3 s against 2.16 s");
        portable.Should().HaveCount(8);
        portable.Zip(single, (one, other) => one * other).Should().OnlyContain(product => Math.Abs(product - 1) < 1e-5);
    }

    [Fact]
    public void A_case_without_ratios_says_why()
    {
        Case("wazero+Oz-shipped").Reason.Should().Be("wazero is not on PATH");
        Case("wasmedge+Oz-shipped").Should().Match<CaseExtract>(failed => failed.Failed && failed.Reason!.Contains("trapped"));
        extract.Cases.Should().OnlyContain(entry => entry.Ratios.IsEmpty == (entry.Reason != null));
    }

    [Fact]
    public void What_hangs_on_the_processor_is_not_compared()
    {
        Case("native").Should().Match<CaseExtract>(native => native.Frames == 90 && native.OutputBytes == null && native.FramesDigest == null && native.PsnrYDb == null);
        Case("wasmtime+O3-simd128").Should().Match<CaseExtract>(module => module.OutputBytes == 412_345 && module.FramesDigest != null && module.PsnrYDb == 43.08);
    }

    [Fact]
    public void A_run_against_itself_has_regressed_nowhere() => RunComparison.Of(extract, extract).HasRegressed.Should().BeFalse();

    [Fact]
    public void Inputs_are_told_apart_by_the_files_and_by_all_that_a_job_says()
    {
        var job = Samples.Job();
        string Digest(Job of) => RunInputs.Of([of], _ => "sum").Jobs.Single().Digest;

        RunInputs.Of([job, Samples.Job("other")], id => $"sum of {id}").Media.Should().Equal(new InputDigest("synthetic-240p", "sum of synthetic-240p"));
        new[] { job, job with { Pictures = ["-vf", "scale=2:2"] }, job with { Setting = EncoderSetting.Jpeg }, job with { Copies = 4 } }
            .Select(Digest).Should().OnlyHaveUniqueItems().And.OnlyContain(digest => digest.Length == 64);
        Digest(Samples.Job()).Should().Be(Digest(job));
    }

    private CaseExtract Case(string lane) => extract.Cases.Single(entry => entry.Id.EndsWith($"/{lane}", StringComparison.Ordinal));
}
