using System.Text.RegularExpressions;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Specs;

/// <summary>Every value of every axis is measured somewhere, or excluded by a name with a reason.</summary>
public sealed partial class MatrixSpec
{
    private static readonly Declarations Declared = Declarations.Load(TestSettings.Folders);

    public static TheoryData<string> Workloads =>
        TheoryRows.Of(WorkloadCatalog.All(Environment.ProcessorCount).Select(workload => workload.Name));

    // The long job is split where a run of it takes seconds.
    public static TheoryData<string> WorkloadsAsShipped => WorkloadsBut(LaneCoverage.Segments);

    // Work spread over instances is an axis of its own, and takes too long for the quick tier.
    public static TheoryData<string> WorkloadsOfOneInstance => WorkloadsBut(LaneCoverage.Segments, LaneCoverage.Fleet);

    public static TheoryData<string> Settings =>
        TheoryRows.Of(Declared.Matrix.CrossProduct.Select(declared => declared.Job.Setting.Key).Distinct());

    public static TheoryData<string> EngineNames => TheoryRows.Of(Engines.All);

    public static TheoryData<string> Builds => TheoryRows.Of(Declared.Recipes.ModuleBuilds.Union(MatrixDesign.NotableBuilds));

    public static IEnumerable<object[]> StopChecksOfEngines =>
        Engines.All.SelectMany(engine => StopChecks.Of(engine).Select(stop => new object[] { engine, stop }));

    public static TheoryData<string> Modes => TheoryRows.Of(Enum.GetNames<LaneMode>());

    public static TheoryData<string> NativeLanes => TheoryRows.Of(
        CaseMatrix.Baselines.Concat([Lane.Distribution, Lane.NativeFfmpeg9, Lane.NativePortableFfmpeg9]).Select(lane => lane.Name));

    [Theory]
    [MemberData(nameof(Workloads))]
    public void Every_workload_is_measured(string workload) => IsMeasured(declared => declared.Job.Workload == workload);

    [Theory]
    [MemberData(nameof(WorkloadsOfOneInstance))]
    public void Every_workload_is_measured_in_the_quick_tier(string workload) =>
        IsMeasured(declared => declared.Job.Workload == workload && declared.Lane.IsWasm && Declared.Matrix.IsIn(declared, Tier.Quick));

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_setting_is_measured_natively_and_in_a_module(string setting)
    {
        IsMeasured(declared => declared.Job.Setting.Key == setting && declared.Lane == Lane.Native);
        IsMeasured(declared => declared.Job.Setting.Key == setting && declared.Lane.IsWasm);
    }

    [Theory]
    [InlineData("libx264", "ultrafast superfast veryfast faster medium")]
    [InlineData("libopenh264", "low medium high")]
    public void An_encoder_is_measured_at_every_effort_of_spec_0008(string encoder, string efforts) =>
        Declared.Matrix.Cases.Where(declared => declared.Job.Setting.Encoder == encoder).Select(declared => declared.Job.Setting.Effort)
            .Distinct()
            .Should().BeEquivalentTo(efforts.Split(' '), "section 3.2 lists them");

    [Fact]
    public void The_promised_builds_are_declared() =>
        Declared.Recipes.ModuleBuilds.Should().Equal("Oz-shipped", "O3", "O3-simd128", "O3-simd128-msa");

    [Theory]
    [MemberData(nameof(EngineNames))]
    public void Every_engine_is_measured_with_the_default_build(string engine) =>
        IsMeasured(declared => declared.Lane == Lane.Wasm(engine, MatrixDesign.DefaultBuild));

    [Theory]
    [MemberData(nameof(Builds))]
    public void Every_build_is_measured_on_the_shipped_engine(string build) =>
        IsMeasured(declared => declared.Lane == Lane.Wasm(MatrixDesign.ShippedEngine, build));

    [Theory]
    [MemberData(nameof(StopChecksOfEngines))]
    public void Every_way_to_stop_a_guest_is_measured_with_the_shipped_and_the_default_build(string engine, StopCheck stop)
    {
        IsMeasured(declared => declared.Lane == Lane.Wasm(engine, MatrixDesign.ShippedBuild, stop));
        IsMeasured(declared => declared.Lane == Lane.Wasm(engine, MatrixDesign.DefaultBuild, stop));
    }

    [Theory]
    [MemberData(nameof(WorkloadsAsShipped))]
    public void Every_workload_is_measured_as_upstream_ships_it(string workload) =>
        IsMeasured(declared => declared.Job.Workload == workload && declared.Lane.OneInstance() == MatrixDesign.ShippedLane);

    [Fact]
    public void A_job_that_takes_too_long_as_shipped_names_a_measured_one_in_its_place() =>
        Declared.Matrix.CrossProduct.Where(declared => declared.Job.ShippedStandIn is not null).Should().OnlyContain(declared =>
            Declared.Matrix.Cases.Any(other => other.Lane == MatrixDesign.ShippedLane && other.Job.Subject == declared.Job.ShippedStandIn));

    [Theory]
    [MemberData(nameof(Modes))]
    public void Every_way_to_spread_work_over_instances_is_measured(string mode) =>
        IsMeasured(declared => declared.Lane.IsWasm && declared.Lane.Mode == Enum.Parse<LaneMode>(mode));

    [Theory]
    [MemberData(nameof(NativeLanes))]
    public void Every_native_lane_is_measured(string lane) => IsMeasured(declared => declared.Lane.Name == lane);

    [Theory]
    [InlineData("transcode/handheld-360p")]
    [InlineData("reel/stills-excerpt")]
    [InlineData("thumbnail/handheld-180p")]
    [InlineData("decode/handheld-720p")]
    [InlineData("remux/handheld-720p")]
    public void One_job_of_each_kind_is_measured_with_ffmpeg_wasm(string subject) => Measured(
        declared => $"{declared.Job.Workload}/{declared.Job.Subject}" == subject && declared.Lane == Lane.FfmpegWasm)
            .Should().ContainSingle();

    [Fact]
    public void Every_case_is_either_measured_or_excluded_by_a_name_with_a_reason()
    {
        var matrix = Declared.Matrix;
        var accounted = matrix.Cases.Concat(matrix.CrossProduct.Where(candidate => matrix.PlacementOf(candidate).Exclusion is not null));

        accounted.Select(candidate => candidate.Id).Should().BeEquivalentTo(matrix.CrossProduct.Select(candidate => candidate.Id));
        matrix.Exclusions.Should().OnlyContain(exclusion => KebabCase().IsMatch(exclusion.Name) && exclusion.Reason.Length > 0);
        matrix.Exclusions.Select(exclusion => exclusion.Name).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_job_that_a_module_does_is_also_measured_natively()
    {
        var native = Declared.Matrix.Cases.Where(declared => declared.Lane == Lane.Native).Select(declared => declared.Job.Id).ToHashSet();

        Measured(declared => !native.Contains(declared.Job.Id)).Should().BeEmpty();
    }

    [Fact]
    public void FFmpeg_9_is_measured_on_its_five_jobs_in_the_full_tier_beside_the_lanes_of_5()
    {
        var nine = Declared.Matrix.Cases.Where(declared => declared.Lane.IsFfmpeg9).ToArray();

        nine.Select(declared => declared.Job.Id).Distinct().Should().BeEquivalentTo(MatrixDesign.ReferenceOnlyJobs);
        nine.Should().HaveCount(MatrixDesign.ReferenceOnlyJobs.Length * MatrixDesign.Ffmpeg9Lanes.Length)
            .And.NotContain(declared => Declared.Matrix.IsIn(declared, Tier.Quick));
        Declared.Matrix.CrossProduct.Where(declared => declared.Lane.IsFfmpeg9).Except(nine)
            .Select(declared => Declared.Matrix.PlacementOf(declared).Exclusion).Distinct().Should().Equal("beside-ours");
        foreach (var (job, lane) in nine.Where(declared => declared.Lane.IsWasm))
        {
            var peer = Lane.Wasm(lane.Engine!, MatrixDesign.Ffmpeg9Builds.Single(build => build.Build == lane.Build).Peer);
            Measured(declared => declared.Job.Id == job.Id && declared.Lane == peer)
                .Should().HaveCount(1, $"{lane.Name} is compared with {peer.Name}");
        }
    }

    [Fact]
    public void Every_lane_of_FFmpeg_9_has_a_product_and_no_other_product_of_it_is_built() =>
        Declared.Recipes.Products.Where(product => product.Program == Product.Ffmpeg9).Select(product => product.Build)
            .Should().BeEquivalentTo(MatrixDesign.Ffmpeg9Lanes.Select(lane => lane.Build ?? lane.Name).Distinct());

    private static TheoryData<string> WorkloadsBut(params LaneCoverage[] coverages) => TheoryRows.Of(Declared.Matrix.CrossProduct
        .Where(declared => !coverages.Contains(declared.Job.LaneCoverage)).Select(declared => declared.Job.Workload).Distinct());

    private static IEnumerable<string> Measured(Func<BenchmarkCase, bool> fits) =>
        Declared.Matrix.Cases.Where(fits).Select(declared => declared.Id);

    private static void IsMeasured(Func<BenchmarkCase, bool> fits) => Measured(fits).Should().NotBeEmpty();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex KebabCase();
}
