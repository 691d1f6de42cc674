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
    public void A_guest_writes_into_its_output_folder(string engine)
    {
        EndsWell(guests.Run(engine, "writes-result"));

        File.ReadAllText(Path.Combine(guests.Folder.Output, "result")).Should().Be("done");
    }

    // Each guest looks for itself, and ends with status 0 only where it found what it should.
    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void A_guest_sees_its_two_folders_no_environment_and_the_memory_that_afmpeg_allows(string engine)
    {
        foreach (var guest in (string[])["looks-outside", "counts-environment", "grows-until-refused", "gets-512-mib"])
        {
            EndsWell(guests.Run(engine, guest));
        }
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
    public void What_a_v8_guest_writes_to_its_inputs_is_noticed_and_undone()
    {
        // Node's WASI mounts every folder for writing; a file's mode holds back everybody but root.
        guests.Run(Engines.V8, "writes-media").Outcome.Should().Be(Outcome.Failed, "this guest's exit status tells that it could write");

        guests.Folder.RepairInputs().Should().Contain("added");

        File.ReadAllText(Path.Combine(guests.Folder.Media, "clip.mkv")).Should().Be("frames");
        guests.Folder.RepairInputs().Should().BeEmpty();
    }

    private static void EndsWell(LaneReading reading) => reading.Outcome.Should().Be(Outcome.Ok, reading.Reason);
}
