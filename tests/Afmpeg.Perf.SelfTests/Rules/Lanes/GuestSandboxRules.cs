using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

/// <summary>What a guest can see and do of this machine, in every engine.</summary>
public sealed class GuestSandboxRules : IDisposable
{
    private readonly GuestRuns guests = new();

    public static TheoryData<string> AllEngines => GuestRuns.AllEngines;

    public void Dispose() => guests.Dispose();

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void A_guest_writes_into_its_folder_of_outputs(string engine)
    {
        EndsWell(guests.Run(engine, "writes-result"));

        File.ReadAllText(Path.Combine(guests.Folder.Output, "result")).Should().Be("done");
    }

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void A_guest_sees_its_two_folders_and_nothing_else(string engine)
    {
        EndsWell(guests.Run(engine, "looks-outside"));
    }

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void A_guest_has_no_environment(string engine)
    {
        EndsWell(guests.Run(engine, "counts-environment"));
    }

    [SkippableTheory]
    [InlineData(Engines.Wasmtime)]
    [InlineData(Engines.Wazero)]
    public void A_guest_cannot_write_to_its_inputs(string engine)
    {
        EndsWell(guests.Run(engine, "writes-media"));

        guests.Folder.RepairInputs().Should().BeEmpty();
    }

    [SkippableFact]
    public void What_a_guest_of_v8_writes_to_its_inputs_is_noticed_and_mended()
    {
        // Node's WASI mounts every folder for writing; a file's mode holds back everybody but root.
        guests.Run(Engines.V8, "writes-media").Outcome.Should().Be(Outcome.Failed, "this guest's exit status tells that it could write");

        guests.Folder.RepairInputs().Should().Contain("added");

        File.ReadAllText(Path.Combine(guests.Folder.Media, "clip.mkv")).Should().Be("frames");
        guests.Folder.RepairInputs().Should().BeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void A_guest_that_is_refused_memory_goes_on_with_what_it_has(string engine)
    {
        EndsWell(guests.Run(engine, "grows-until-refused"));
    }

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void A_guest_gets_the_memory_that_afmpeg_allows_and_no_more(string engine)
    {
        EndsWell(guests.Run(engine, "gets-512-mib"));
    }

    private static void EndsWell(LaneReading reading) => reading.Outcome.Should().Be(Outcome.Ok, reading.Reason);
}
