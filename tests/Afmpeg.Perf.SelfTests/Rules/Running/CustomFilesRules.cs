using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Running;

/// <summary>How messages name the user's own files, and what a run keeps of them.</summary>
public sealed class CustomFilesRules : IDisposable
{
    private static readonly RunSettings Settings =
        new() { Folders = TestSettings.Folders, Output = "report", Programs = "", Path = "", WorkingFolder = "/home/me/proj" };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Paths_in_the_working_folder_are_relative_and_others_are_complete_except_for_personal_parts()
    {
        Settings.CustomFiles.Should().BeNull();
        (Settings with { Media = "/home/me/proj/my clip.mp4", Lanes = "/home/me/proj/ci/lanes.json" }).CustomFiles.Should()
            .Be("--media 'my clip.mp4' --lanes ci/lanes.json");
        (Settings with
        {
            Lanes = "/home/me/lanes.json",
            Redaction = Redaction.Of("/home/me", "me", "host", new Dictionary<string, string>())
        }).CustomFiles.Should()
            .Be("--lanes ~/lanes.json");
        (Settings with { Lanes = "/srv/lanes.json", WorkingFolder = "" }).CustomFiles.Should().Be("--lanes /srv/lanes.json");
    }

    [Fact]
    public void A_run_keeps_what_its_lanes_file_added_without_personal_parts()
    {
        var own = new CustomLanes(
            new CustomProgram("native", "/home/me/ffmpeg", "gpl", [], new string('b', 64)),
            [new CustomProgram("mine", "/home/me/mine.wasm", "gpl", ["-v"], new string('a', 64))],
            [],
            [new CustomEngine("iwasm", ["/home/me/iwasm", "{module}"]) { Compile = ["/home/me/compile", "{module}", "{cache}"] }]);
        var declared = Declarations.Load(TestSettings.Folders, kept: own);
        var kept = declared.RecordedLanes(Settings with
        {
            Lanes = "/home/me/lanes.json",
            Redaction = Redaction.Of(
            "/home/me", "me", "host", new Dictionary<string, string>())
        });
        var plan = new RunPlan([Samples.Case(Samples.Wasm)], 7, TimeSpan.FromMinutes(1), RoundLimits.Default);

        (RunState.Begin(7, "f", Tier.Full, plan, Samples.Conditions) with { Lanes = kept }).Write(folder.Path);

        var read = RunState.Read(folder.Path)!.Lanes!;
        read.Should().BeEquivalentTo(kept);
        (read.File, read.Own.AreAll, read.Own.Engines[0].Command[0], read.Own.Engines[0].Compile[0]).Should()
            .Be(("~/lanes.json", true, "~/iwasm", "~/compile"));
        File.ReadAllText(folder.File("run.json")).Should().NotContain("/home/me");
        LaneCatalog.DeclareCustom(read.Own, ["Oz"]).Should()
            .Equal(LaneCatalog.DeclareCustom(own, ["Oz"]), "its lanes follow from what is kept");
    }
}
