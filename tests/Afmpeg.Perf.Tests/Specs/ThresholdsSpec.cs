using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Specs;

/// <summary>What people decided can be read, and every limit of it judges something.</summary>
public sealed class ThresholdsSpec
{
    private static readonly string File = Repository.PathOf("thresholds.json");

    [Fact]
    public void The_repositorys_thresholds_can_be_read()
    {
        var thresholds = ThresholdsFile.Load(File, Cases());

        thresholds.Decision.Requirement.Should().Be("R-AF-12", because: "that is what spec 0008 owns");
        thresholds.Limits.Should().NotBeEmpty(because: "a suite without limits can measure but not judge");
    }

    [Fact]
    public void Every_profile_has_a_limit()
    {
        var thresholds = ThresholdsFile.Load(File, Cases());

        thresholds.Profiles.Should().OnlyContain(
            profile => thresholds.Limits.Any(limit => limit.Profile == profile), because: "a consumer that asks for nothing decides nothing");
    }

    [Fact]
    public void The_schema_beside_them_is_current()
    {
        System.IO.File.ReadAllText(Repository.PathOf("thresholds.schema.json")).Should().Be(
            CheckedJson.SchemaOf<ThresholdsDocument>(), because: "editors complete and explain keys by it");
    }

    private static string[] Cases() =>
    [
        .. new TranscodeWorkload().Jobs(Samples.Clips).SelectMany(job =>
            (IEnumerable<string>)[.. CaseMatrix.Baselines.Select(lane => lane.Name), "wasmtime+Oz-shipped", "wasmtime+O3-simd128", "v8+O3-simd128", "wazero+Oz-shipped"],
            (job, lane) => $"{job.Id}/{lane}"),
    ];
}
