using System.Text.Json.Nodes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Measurements;

public sealed class RunStateRules : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_state_is_read_as_it_was_written()
    {
        var plan = new RunPlan([Samples.Case(Samples.Wasm)], 7, TimeSpan.FromMinutes(1), RoundLimits.Default);
        var state = RunState.Begin(7, "fingerprint", Tier.Full, plan, Samples.Conditions) with
        {
            TimeBreakdown = new TimeBreakdown(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)),
            HostNoise = new HostNoise([new HostRemark("load", "3", "end it", IsDisturbing: true)], [new HostRemark("throttling", "none")]),
        };

        state.Write(folder.Path);

        RunState.Read(folder.Path).Should().BeEquivalentTo(state);
        Directory.GetFiles(folder.Path).Should().ContainSingle();
    }

    [Fact]
    public void A_users_own_clip_is_kept_with_its_notes_so_that_a_report_made_later_knows_its_cases()
    {
        var plan = new RunPlan([Samples.Case(Samples.Wasm)], 7, TimeSpan.FromMinutes(1), RoundLimits.Default);
        var media = new CustomMedia(
            "a.mp4", new string('a', 64), new Clip("mine-a", "mine-a.mkv", 90, 30_000 / 1001.0, 640, 480, HasSound: false), ["a note"]);

        (RunState.Begin(7, "fingerprint", Tier.Full, plan, Samples.Conditions) with { Media = media }).Write(folder.Path);

        RunState.Read(folder.Path)!.Media.Should().BeEquivalentTo(media);
    }

    [Fact]
    public void The_inputs_of_a_run_are_kept_and_are_null_in_an_older_file()
    {
        var plan = new RunPlan([Samples.Case(Samples.Wasm)], 7, TimeSpan.FromMinutes(1), RoundLimits.Default);
        var inputs = RunInputs.Of(plan.Jobs, _ => new string('a', 64));

        RunState.Begin(7, "fingerprint", Tier.Full, plan, Samples.Conditions with { Inputs = inputs }).Write(folder.Path);

        RunState.Read(folder.Path)!.Conditions.Inputs.Should().BeEquivalentTo(inputs);
        var old = JsonNode.Parse(File.ReadAllText(folder.File("run.json")))!.AsObject();
        old["conditions"]!.AsObject().Remove("inputs").Should().BeTrue();
        File.WriteAllText(folder.File("run.json"), old.ToJsonString());
        RunState.Read(folder.Path)!.Conditions.Inputs.Should().BeNull();
    }

    [Fact]
    public void A_state_from_before_the_host_was_monitored_is_still_read()
    {
        var state = RunState.Begin(7, "fingerprint", Tier.Full, new RunPlan([], 7, TimeSpan.Zero, RoundLimits.Default), Samples.Conditions);
        state.Write(folder.Path);
        var old = JsonNode.Parse(File.ReadAllText(folder.File("run.json")))!.AsObject();
        old.Remove("quiet").Should().BeTrue();
        File.WriteAllText(folder.File("run.json"), old.ToJsonString());

        RunState.Read(folder.Path).Should().BeEquivalentTo(state).And.Match<RunState>(read => read.HostNoise == null);
    }

    [Fact]
    public void A_state_that_lacks_only_windows_or_counts_is_unfinished_and_an_older_file_with_all_rounds_is_finished()
    {
        var plan = new RunPlan([Samples.Case(Samples.Wasm)], 7, TimeSpan.FromMinutes(1), RoundLimits.Default);
        (RunState.Begin(7, "fingerprint", Tier.Full, plan, Samples.Conditions) with
        {
            TimeBreakdown = new TimeBreakdown(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)),
            LacksCounts = true,
        }).Write(folder.Path);

        RunState.Read(folder.Path)!.IsUnfinished.Should().BeTrue();
        var old = JsonNode.Parse(File.ReadAllText(folder.File("run.json")))!.AsObject();
        old.Remove("lacksCounts").Should().BeTrue();
        File.WriteAllText(folder.File("run.json"), old.ToJsonString());
        RunState.Read(folder.Path)!.IsUnfinished.Should().BeFalse();
    }

    [Fact]
    public void A_state_of_another_version_is_refused_and_left_as_it_is()
    {
        const string Text = """{"schema":2,"runs":[]}""";
        File.WriteAllText(folder.File("run.json"), Text);

        var refusal = FluentActions.Invoking(() => RunState.Read(folder.Path)).Should().Throw<PerfException>().Which;

        (refusal.Status, refusal.Where, refusal.Observed).Should().Be((ExitStatus.BadUsage, folder.File("run.json"), "schema 2"));
        File.ReadAllText(folder.File("run.json")).Should().Be(Text);
    }

    [Fact]
    public void A_state_that_names_no_version_counts_as_the_first_version()
    {
        RunState.Begin(7, "f", Tier.Quick, new RunPlan([], 7, TimeSpan.Zero, RoundLimits.Default), Samples.Conditions).Write(folder.Path);
        var old = JsonNode.Parse(File.ReadAllText(folder.File("run.json")))!.AsObject();
        old.Remove("schema").Should().BeTrue();
        File.WriteAllText(folder.File("run.json"), old.ToJsonString());

        RunState.Read(folder.Path)!.Schema.Should().Be(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"run":"2026""")]
    [InlineData("""{"run":null,"seed":1,"fingerprint":"f","tier":0,"cases":[],"conditions":null,"started":"2026-01-01T00:00:00Z"}""")]
    public void A_damaged_state_counts_as_none(string? text)
    {
        if (text is not null)
        {
            File.WriteAllText(folder.File("run.json"), text);
        }

        RunState.Read(folder.Path).Should().BeNull();
    }

    [Fact]
    public void A_folder_in_its_place_counts_as_none()
    {
        Directory.CreateDirectory(folder.File("run.json"));

        RunState.Read(folder.Path).Should().BeNull();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_reported()
    {
        var state = RunState.Begin(7, "f", Tier.Quick, new RunPlan([], 7, TimeSpan.Zero, RoundLimits.Default), Samples.Conditions);

        var fault = state.Invoking(begun => begun.Write("/dev/null/report")).Should().Throw<PerfException>().Which;

        (fault.Status, fault.Where).Should().Be((ExitStatus.Missing, "/dev/null/report/run.json"));
        fault.Remedy.Should().Contain("--output");
    }
}
