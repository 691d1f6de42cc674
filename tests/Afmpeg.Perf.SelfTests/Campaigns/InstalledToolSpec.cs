using System.Globalization;
using System.Text.Json;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>The command as an installed .NET tool, far from any checkout.</summary>
[Collection(Campaign.Name)]
public sealed class InstalledToolSpec(InstalledTool tool) : IClassFixture<InstalledTool>
{
    [Fact]
    public void In_an_empty_folder_the_doctor_shows_what_it_would_measure_by_its_own_limits()
    {
        using var empty = new TemporaryFolder();

        var (status, output, errors) = tool.Run(empty.Path, "doctor");

        status.Should().Be(3, errors);
        output.Should().MatchRegex(@"Measures +\d+ cases")
            .And.Contain("export-multiple").And.Contain($"by {tool.Folder}").And.Contain("build gpl+native from source");
        File.Exists(Path.Combine(tool.Folder, "src", "Afmpeg.Perf.Wazero", "main.go"))
            .Should().BeTrue("set-up compiles the worker from them");
        Directory.GetFileSystemEntries(empty.Path).Should().BeEmpty("it changes nothing");
    }

    [Fact]
    public void Comparing_with_another_commit_needs_a_clone()
    {
        using var project = new TemporaryFolder();

        var (status, _, errors) = tool.Run(project.Path, "compare", "--against", "HEAD");

        status.Should().Be(2, errors);
        errors.Should().Contain("An installed tool has no other commit").And.Contain("afmpeg-perf pair ");
    }

    [Fact]
    public void Its_version_is_the_time_of_packing_so_that_the_next_one_updates_it()
    {
        var (_, output, _) = tool.Run(Path.GetTempPath(), "--version");

        var parts = output.Split('+')[0].Trim().Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        var packed = new DateTime(parts[0], parts[1] / 100, parts[1] % 100, parts[2] / 100, parts[2] % 100, 0, DateTimeKind.Utc);
        packed.Should().BeOnOrBefore(DateTime.UtcNow).And.BeAfter(DateTime.UtcNow.AddDays(-1));
    }

    [Fact]
    public void The_doctor_lists_the_licences_of_its_parts()
    {
        using var empty = new TemporaryFolder();

        var (status, output, errors) = tool.Run(empty.Path, "doctor", "--licences");

        status.Should().Be(0, errors);
        output.Should().Contain("Wasmtime").And.Contain("x264").And.Contain("cockatoo.mp4");
    }

    [Fact]
    public void A_run_is_judged_by_the_working_directorys_limits_if_it_has_any()
    {
        using var project = new TemporaryFolder();
        Directory.CreateDirectory(project.File("report"));
        foreach (var name in (string[])["measurements.jsonl", "run.json"])
        {
            File.Copy(Repository.PathOf("docs", "report", name), project.File($"report/{name}"));
        }

        var (own, _, errors) = tool.Run(project.Path, "report");
        var limits = File.ReadAllText(Repository.PathOf("thresholds.json"));
        File.WriteAllText(project.File("thresholds.json"), limits.Replace("\"atMost\": 8,", "\"atMost\": 0.5,", StringComparison.Ordinal));
        var (stricter, output, _) = tool.Run(project.Path, "report");

        errors.Should().NotContain("   at ");
        File.Exists(project.File("report/report.html")).Should().BeTrue();
        own.Should().BeOneOf(0, 1);
        stricter.Should().Be(1, "0.5 is below every multiple");
        output.Should().MatchRegex(@"EXCEEDED .* 0\.5 \(""export-multiple"", thresholds\.json:");
        tool.Run(project.Path, "doctor").Output.Should().Contain($"by {project.File("thresholds.json")}");
    }

    [Fact]
    public void Its_Wasmtime_worker_runs_a_guest()
    {
        using var work = new TemporaryFolder();
        File.WriteAllBytes(work.File("guest.wasm"), global::Wasmtime.Module.ConvertText("""(module (func (export "_start")))"""));
        File.WriteAllText(work.File("plan.json"), LanePlan.Of([]).ToJson());

        var (status, _, errors) = BuiltCommand.RunProgram(
            "dotnet", work.Path, "exec", Path.Combine(tool.Folder, "Afmpeg.Perf.Wasmtime.dll"),
            work.File("phases.json"), work.File("guest.wasm"), work.Path, work.Path, work.Path, work.File("plan.json"));

        status.Should().Be(0, errors);
        using var phases = JsonDocument.Parse(File.ReadAllText(work.File("phases.json")));
        phases.RootElement.GetProperty("executeSeconds").GetDouble().Should().BeGreaterThan(0);
        File.Exists(Path.Combine(tool.Folder, "v8-runner.mjs")).Should().BeTrue("the other worker travels with it");
    }
}
