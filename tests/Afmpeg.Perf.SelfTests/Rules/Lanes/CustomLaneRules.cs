using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

/// <summary>The lanes that a user's lanes.json adds: which there are, what they need, and how their programs run.</summary>
public sealed class CustomLaneRules : IDisposable
{
    private static readonly CustomProgram Native = new("native", "/usr/bin/ffmpeg", "gpl", [], new string('1', 64));
    private static readonly CustomProgram Module = new("mine", "/mine.wasm", "gpl", [], new string('2', 64));
    private static readonly CustomEngine Engine = new("iwasm", ["iwasm", "{module}", "{arguments}"]);

    private readonly GuestRuns guests = new();

    public void Dispose() => guests.Dispose();

    [Fact]
    public void A_module_is_run_on_every_engine_and_an_engine_runs_every_module_and_build()
    {
        var own = new CustomLanes(null, [Module], [Native with { Name = "distro-7" }], [Engine]);

        LaneCatalog.DeclareCustom(own, ["Oz"]).Select(lane => (lane.Name, lane.CustomFlavour)).Should().Equal(
            ("distro-7", "gpl"), ("wasmtime+mine", "gpl"), ("v8+mine", "gpl"), ("wazero+mine", "gpl"),
            ("iwasm+mine", "gpl"), ("iwasm+Oz", null));
        LaneCatalog.DeclareCustom(CustomLanes.None, ["Oz"]).Should().BeEmpty();
    }

    [Fact]
    public void With_a_native_ffmpeg_and_a_module_no_product_is_needed()
    {
        var own = new CustomLanes(Native, [Module], [], [Engine]);
        var lanes = LaneCatalog.DeclareCustom(own, []).Append(Lane.Native).Append(Lane.NativeOneThread)
            .Select(lane => (lane, "gpl")).ToArray();

        LaneCatalog.Needs(lanes, [], own).Products.Should().BeEmpty();
        LaneCatalog.Needs(lanes, [], own).Engines.Should().Equal(Engines.All);
        LaneCatalog.Needs([(Lane.Native, "gpl")], [], own with { Modules = [] }).Products.Should().Equal(Product.Portable);
        LaneCatalog.Needs([(LaneCatalog.DeclareCustom(own, []).First(), "gpl")], [], own with { Native = null }).Products
            .Should().Equal(Product.Native, Product.Portable);
    }

    [Theory]
    [InlineData("mine", "gpl", LaneCoverage.DefaultLane, true)]
    [InlineData("mine", "gpl", LaneCoverage.EveryLane, true)]
    [InlineData("mine", "gpl", LaneCoverage.Once, false)]
    [InlineData("mine", "gpl", LaneCoverage.Segments, false)]
    [InlineData("mine", "lgpl", LaneCoverage.EveryLane, false)]
    public void A_users_module_is_measured_on_the_jobs_of_its_flavour_that_are_not_pairs_or_fleets(
        string build, string flavour, LaneCoverage coverage, bool measured)
    {
        var lane = Lane.Wasm("v8", build) with { IsCustom = true, CustomFlavour = flavour };
        var job = Samples.Job() with { LaneCoverage = coverage };

        (MatrixDesign.Place(job, lane).Exclusion is null).Should().Be(measured);
        MatrixDesign.PlaceOnlyCustom([flavour])(job, lane).Should().Be(MatrixDesign.Place(job, lane));
        (MatrixDesign.PlaceOnlyCustom([flavour])(job, Lane.Native).Exclusion is null).Should().Be(measured);
    }

    [Fact]
    public void If_nothing_is_built_every_lane_of_our_own_builds_is_left_out_under_one_name()
    {
        var place = MatrixDesign.PlaceOnlyCustom(["gpl"]);
        var job = Samples.Job() with { LaneCoverage = LaneCoverage.EveryLane };
        var fleet = Lane.NativeOneThread.Over(LaneMode.Fleet, 2);
        var engine = Lane.Wasm("iwasm", "Oz-shipped") with { IsCustom = true };
        Lane[] ours = [Lane.NativePortable, Lane.Distribution, MatrixDesign.DefaultLane, fleet, engine];

        ours.Select(lane => place(job, lane).Exclusion).Should().AllBe("own-lanes-only");
        place(job, Lane.NativeOneThread).Exclusion.Should().BeNull();
        MatrixDesign.Place(job, Lane.Wasm("iwasm", MatrixDesign.ShippedBuild) with { IsCustom = true }).Exclusion.Should().BeNull();
        MatrixDesign.Place(job, Lane.Wasm("iwasm", "O2") with { IsCustom = true }).Exclusion.Should().Be(
            "one-axis-at-a-time", "a user's engine runs our notable builds alone");
    }

    [Fact]
    public void A_users_module_may_make_different_pictures_from_native_portable_but_ours_on_a_users_engine_may_not()
    {
        var theirs = Lane.Wasm("v8", "mine") with { IsCustom = true, CustomFlavour = "gpl" };
        var ours = Lane.Wasm("iwasm", "Oz-shipped") with { IsCustom = true };
        var other = new[] { theirs, ours }.SelectMany(lane => Samples.Rows(lane, 1, 2))
            .Select(row => row with { FramesDigest = new string('b', 64) });

        var rows = Samples.Rows(Lane.NativePortable, 1, 2).Concat(other);
        var summaries = Summary.Of([Samples.Case(theirs), Samples.Case(ours)], _ => null, [.. rows]);

        (summaries[0].Failure, summaries[0].Rounds).Should().Be((null, 2));
        summaries[1].Failure.Should().StartWith("wrong output: its frames");
        Summary.Of([Samples.Case(theirs)], _ => null, other).Single().FramesDigest.Reason.Should().BeNull("native-portable is not needed");
    }

    [SkippableTheory]
    [MemberData(nameof(GuestRuns.AllEngines), MemberType = typeof(GuestRuns))]
    public void Modules_in_one_folder_are_told_apart(string engine)
    {
        var folder = Path.GetDirectoryName(guests.Module("exits-0"))!;
        var other = Path.Combine(folder, "other.wasm");
        File.Copy(guests.Module("exits-3"), other);
        var own = new CustomLanes(
            null, [Module with { File = guests.Module("exits-0") }, Module with { Name = "other", File = other }], [], []);

        Run(own, $"{engine}+mine").Outcome.Should().Be(Outcome.Ok);
        Run(own, $"{engine}+other").Reason.Should().Contain("3");
    }

    [Fact]
    public void An_engines_command_has_its_placeholders_filled_and_the_modules_own_arguments_come_first()
    {
        const string Script = """printf '%s\n' "$@" > out/words""";
        var own = new CustomLanes(
            null, [Module with { Arguments = ["--mine", "two words"] }], [],
            [new CustomEngine("shell", ["/bin/sh", "-c", Script, "sh", "{media}::/media", "{out}", "-m={module}", "{arguments}", "last"])]);

        var reading = Run(own, "shell+mine");

        reading.Outcome.Should().Be(Outcome.Ok, reading.Reason);
        reading.Phases.Execute.Should().NotBeNull();
        File.ReadAllLines(Path.Combine(guests.Folder.Output, "words")).Should().Equal(
        [
            $"{guests.Folder.Media}::/media", guests.Folder.Output, "-m=/mine.wasm", "--mine", "two words",
            .. Samples.Job().Arguments(ThreadMode.One), "last",
        ]);
    }

    [Fact]
    public void A_compile_step_runs_once_before_a_modules_first_run_and_is_a_phase_of_its_own()
    {
        var step = new CustomEngine("shell", ["/bin/sh", "-c", """test -f "$1/made" && cat "$1/made" > out/words""", "sh", "{cache}"])
        {
            Compile = ["/bin/sh", "-c", """echo "$1" >> "$2/made" """, "sh", "{module}", "{cache}"],
        };
        var own = new CustomLanes(null, [Module], [], [step]);
        var lane = LaneCatalog.DeclareCustom(own, []).Single(declared => declared.Name == "shell+mine");
        Catalog(own).Runner(lane, "gpl").TryGet(out var runner).Should().BeTrue();

        var readings = Enumerable.Range(0, 2)
            .Select(_ => runner!.Run(Samples.Job(), guests.Folder, TimeSpan.FromSeconds(60), CancellationToken.None)).ToArray();

        readings.Should().OnlyContain(reading => reading.Outcome == Outcome.Ok);
        (readings[0].Phases.Compile is null, readings[1].Phases.Compile is null).Should().Be((false, true));
        File.ReadAllLines(Path.Combine(guests.Folder.Output, "words")).Should().Equal("/mine.wasm");
        lane.CompilesEachTime.Should().BeFalse();
        Run(new CustomLanes(null, [Module], [], [step with { Compile = ["/bin/false", "{module}", "{cache}"] }]), "shell+mine").Reason
            .Should().StartWith("its compile step failed: exit status 1");
    }

    [Fact]
    public void A_number_that_includes_compiling_says_so_in_its_table()
    {
        var lane = LaneCatalog.DeclareCustom(new CustomLanes(null, [Module], [], [Engine]), []).Single(lane => lane.Name == "iwasm+mine");

        var summary = Summary.Of([Samples.Case(lane)], _ => null, [.. Samples.Rows(lane, 1, 2)]).Single();

        PerfTable.PerJob([summary]).Single().Footnotes.Should().Contain(new PerfFootnote("iwasm+mine:", Lane.CompilingCounts));
    }

    [Fact]
    public void A_module_whose_flavour_has_no_job_in_the_tier_is_named_before_anything_is_measured()
    {
        var declared = Declarations.Load(
            TestSettings.Folders, kept: new CustomLanes(null, [Module with { Name = "theirs", Flavour = "lgpl" }, Module], [], []));
        RunSettings settings = new() { Folders = TestSettings.Folders, Output = "report", Programs = "", Path = "" };

        declared.Plan(settings).Notes.Should().ContainSingle().Which.Should().StartWith("theirs has no case").And.Contain("--tier full");
        declared.Plan(settings with { Tier = Tier.Full }).Notes.Should().BeEmpty();
        declared.Plan(settings with { Filter = "*/wazero+mine" }).Notes.Should().BeEmpty("who filters says what is measured");
    }

    [Fact]
    public void A_users_native_ffmpeg_takes_the_place_of_ours()
    {
        var own = new CustomLanes(Native with { File = "/bin/false" }, [], [], []);

        Catalog(own).Runner(Lane.Native, "gpl").Reason.Should().BeNull();
        Catalog(own).Runner(Lane.NativeOneThread, "gpl").Reason.Should().BeNull();
        Catalog(own).Runner(Lane.NativePortable, "gpl").Reason.Should().StartWith("gpl+native-portable is not built");
        new ProvisionedAssets(Tools, ImmutableDictionary<string, MediaFile>.Empty) { Custom = own }.Ffmpeg.Should().Be("/bin/false");
    }

    private LaneReading Run(CustomLanes own, string name)
    {
        var lane = LaneCatalog.DeclareCustom(own, []).Single(declared => declared.Name == name);
        var runner = Catalog(own).Runner(lane, "gpl");
        Skip.If(runner.Reason is not null, $"{lane.Name} is not here: {runner.Reason}");
        _ = runner.TryGet(out var found);
        return found!.Run(Samples.Job(), guests.Folder, TimeSpan.FromSeconds(60), CancellationToken.None);
    }

    private static ToolSet Tools { get; } =
        new(Launcher.Path, ImmutableDictionary<string, (string, ProductManifest)>.Empty, GuestRuns.EngineTools);

    private static LaneCatalog Catalog(CustomLanes own) => new(Tools, AppContext.BaseDirectory) { Custom = own };
}
