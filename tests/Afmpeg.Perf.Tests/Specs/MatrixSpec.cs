using System.Text.RegularExpressions;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Specs;

/// <summary>Nothing of the matrix is silently missing: every value of every axis is measured somewhere, and what is left out has a name and a reason.</summary>
public sealed partial class MatrixSpec
{
    private static readonly Declarations Declared = Declarations.Load(TestSettings.Folders);

    public static TheoryData<string> Workloads => TheoryRows.Of(WorkloadCatalog.All(Environment.ProcessorCount).Select(workload => workload.Name));

    // The long job is split where a run of it takes seconds.
    public static TheoryData<string> WorkloadsAsShipped => TheoryRows.Of(
        Declared.Matrix.CrossProduct.Where(declared => declared.Job.LaneCoverage != LaneCoverage.Segments).Select(declared => declared.Job.Workload).Distinct());

    // Work spread over instances is an axis of its own, and takes longer than a quick look may.
    public static TheoryData<string> WorkloadsOfOneInstance => TheoryRows.Of(
        Declared.Matrix.CrossProduct.Where(declared => declared.Job.LaneCoverage is not (LaneCoverage.Fleet or LaneCoverage.Segments)).Select(declared => declared.Job.Workload).Distinct());

    public static TheoryData<string> Settings => TheoryRows.Of(Declared.Matrix.CrossProduct.Select(declared => declared.Job.Setting.Key).Distinct());

    public static TheoryData<string> EngineNames => TheoryRows.Of(Engines.All);

    public static TheoryData<string> Builds => TheoryRows.Of(Declared.Recipes.ModuleBuilds.Union(MatrixDesign.NotableBuilds));

    public static TheoryData<string, StopCheck> StopChecksOfEngines
    {
        get
        {
            var rows = new TheoryData<string, StopCheck>();
            foreach (var (engine, stop) in Engines.All.SelectMany(engine => StopChecks.Of(engine).Select(stop => (engine, stop))))
            {
                rows.Add(engine, stop);
            }

            return rows;
        }
    }

    public static TheoryData<string> Modes => TheoryRows.Of(Enum.GetNames<LaneMode>());

    public static TheoryData<string> NativeLanes => TheoryRows.Of(CaseMatrix.Baselines.Concat([Lane.Distribution, Lane.NativeFfmpeg9, Lane.NativePortableFfmpeg9]).Select(lane => lane.Name));

    [Theory]
    [MemberData(nameof(Workloads))]
    public void Every_workload_is_measured(string workload) =>
        Measured(declared => declared.Job.Workload == workload).Should().NotBeEmpty("a workload that no case has is a promise that nobody keeps");

    [Theory]
    [MemberData(nameof(WorkloadsOfOneInstance))]
    public void Every_workload_has_a_reference_case_in_the_quick_tier(string workload) =>
        Measured(declared => declared.Job.Workload == workload && declared.Lane.IsWasm && Declared.Matrix.IsIn(declared, Tier.Quick))
            .Should().NotBeEmpty("a quick run says something of each workload");

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_setting_is_measured_natively_and_in_a_module(string setting)
    {
        Measured(declared => declared.Job.Setting.Key == setting && declared.Lane == Lane.Native).Should().NotBeEmpty("a multiple needs both");
        Measured(declared => declared.Job.Setting.Key == setting && declared.Lane.IsWasm).Should().NotBeEmpty("a multiple needs both");
    }

    [Theory]
    [InlineData("libx264", "ultrafast superfast veryfast faster medium")]
    [InlineData("libopenh264", "low medium high")]
    public void An_encoder_is_measured_at_every_promised_effort(string encoder, string efforts) =>
        Declared.Matrix.Cases.Where(declared => declared.Job.Setting.Encoder == encoder).Select(declared => declared.Job.Setting.Effort).Distinct()
            .Should().BeEquivalentTo(efforts.Split(' '), "spec 0008, 3.2, asks for the axis, and its values were agreed on");

    [Fact]
    public void The_promised_builds_are_declared()
    {
        Declared.Recipes.ModuleBuilds.Should().Equal("Oz-shipped", "O3", "O3-simd128", "O3-simd128-msa");
    }

    [Fact]
    public void An_engine_that_is_not_to_be_had_is_left_out_by_name()
    {
        Declared.Matrix.CrossProduct.Where(declared => declared.Lane.Engine == "wasmedge").Select(declared => Declared.Matrix.PlacementOf(declared).Exclusion)
            .Distinct().Should().Equal("no-engine");
    }

    [Theory]
    [MemberData(nameof(EngineNames))]
    public void Every_engine_is_measured_with_the_default_build(string engine) =>
        Measured(declared => declared.Lane == Lane.Wasm(engine, MatrixDesign.DefaultBuild)).Should().NotBeEmpty("the axis of engines is read there");

    [Theory]
    [MemberData(nameof(Builds))]
    public void Every_build_is_measured_on_the_shipped_engine(string build) =>
        Measured(declared => declared.Lane == Lane.Wasm(MatrixDesign.ShippedEngine, build)).Should().NotBeEmpty("the axis of builds is read there");

    [Theory]
    [MemberData(nameof(StopChecksOfEngines))]
    public void Every_way_to_stop_a_guest_is_measured_with_what_ships_and_the_default_build(string engine, StopCheck stop)
    {
        Measured(declared => declared.Lane == Lane.Wasm(engine, MatrixDesign.ShippedBuild, stop)).Should().NotBeEmpty("the axis of stopping is read there");
        Measured(declared => declared.Lane == Lane.Wasm(engine, MatrixDesign.DefaultBuild, stop)).Should().NotBeEmpty("the axis of stopping is read there");
    }

    [Theory]
    [MemberData(nameof(WorkloadsAsShipped))]
    public void Every_workload_is_measured_as_it_is_shipped(string workload) =>
        Measured(declared => declared.Job.Workload == workload && declared.Lane.OneInstance() == MatrixDesign.ShippedLane).Should().NotBeEmpty("its readers run nothing else");

    [Fact]
    public void A_job_that_is_too_long_as_shipped_names_one_that_stands_in_for_it() =>
        Declared.Matrix.CrossProduct.Where(declared => declared.Job.ShippedStandIn is not null).Should().OnlyContain(declared =>
            Declared.Matrix.Cases.Any(other => other.Lane == MatrixDesign.ShippedLane && other.Job.Subject == declared.Job.ShippedStandIn));

    [Theory]
    [MemberData(nameof(Modes))]
    public void Every_way_to_spread_work_over_instances_is_measured(string mode) =>
        Measured(declared => declared.Lane.IsWasm && declared.Lane.Mode == Enum.Parse<LaneMode>(mode)).Should().NotBeEmpty("some job has the breadth for it");

    [Theory]
    [MemberData(nameof(NativeLanes))]
    public void Every_native_lane_is_measured(string lane) =>
        Measured(declared => declared.Lane.Name == lane).Should().NotBeEmpty("multiples, their factors and the check of our native build need it");

    [Theory]
    [InlineData("transcode/handheld-360p")]
    [InlineData("reel/stills-excerpt")]
    [InlineData("thumbnail/handheld-180p")]
    [InlineData("decode/handheld-720p")]
    [InlineData("remux/handheld-720p")]
    public void What_browsers_run_is_measured_beside_ours(string subject) =>
        Measured(declared => $"{declared.Job.Workload}/{declared.Job.Subject}" == subject && declared.Lane == Lane.FfmpegWasm).Should().ContainSingle("each kind of work has one reference");

    [Fact]
    public void Every_case_is_measured_or_left_out_by_a_name_with_a_reason()
    {
        var matrix = Declared.Matrix;
        var accounted = matrix.Cases.Concat(matrix.CrossProduct.Where(candidate => matrix.PlacementOf(candidate).Exclusion is not null));

        accounted.Select(candidate => candidate.Id).Should().BeEquivalentTo(matrix.CrossProduct.Select(candidate => candidate.Id), "each is the one or the other, and once");
        matrix.Exclusions.Should().OnlyContain(exclusion => KebabCase().IsMatch(exclusion.Name) && exclusion.Reason.Length > 0);
        matrix.Exclusions.Select(exclusion => exclusion.Name).Should().OnlyHaveUniqueItems("one name has one reason");
    }

    [Fact]
    public void What_is_measured_in_a_module_is_measured_natively_beside_it()
    {
        var native = Declared.Matrix.Cases.Where(declared => declared.Lane == Lane.Native).Select(declared => declared.Job.Id).ToHashSet();

        Measured(declared => !native.Contains(declared.Job.Id)).Should().BeEmpty();
    }

    [Fact]
    public void FFmpeg_9_stands_on_its_five_jobs_beside_the_lanes_of_5_in_the_full_tier_alone()
    {
        var nine = Declared.Matrix.Cases.Where(declared => declared.Lane.IsFfmpeg9).ToArray();

        nine.Select(declared => declared.Job.Id).Distinct().Should().BeEquivalentTo(MatrixDesign.ReferenceOnlyJobs);
        nine.Should().HaveCount(MatrixDesign.ReferenceOnlyJobs.Length * MatrixDesign.Ffmpeg9Lanes.Length).And.NotContain(declared => Declared.Matrix.IsIn(declared, Tier.Quick));
        Declared.Matrix.CrossProduct.Where(declared => declared.Lane.IsFfmpeg9).Except(nine).Select(declared => Declared.Matrix.PlacementOf(declared).Exclusion)
            .Distinct().Should().Equal("beside-ours");
        foreach (var (job, lane) in nine.Where(declared => declared.Lane.IsWasm))
        {
            var peer = MatrixDesign.PeerOf(lane);
            Measured(declared => declared.Job.Id == job.Id && declared.Lane == peer).Should().HaveCount(1, $"{lane.Name} is compared with {peer.Name}");
        }
    }

    [Fact]
    public void Every_lane_of_FFmpeg_9_has_a_product_and_no_other_product_of_it_is_built() =>
        Declared.Recipes.Products.Where(product => product.Program == Product.Ffmpeg9).Select(product => product.Build)
            .Should().BeEquivalentTo(MatrixDesign.Ffmpeg9Lanes.Select(lane => lane.Build ?? lane.Name).Distinct());

    private static IEnumerable<string> Measured(Func<BenchmarkCase, bool> fits) => Declared.Matrix.Cases.Where(fits).Select(declared => declared.Id);

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex KebabCase();
}
