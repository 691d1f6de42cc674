using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

/// <summary>What a guest that means harm can do, on every engine, compared with the record docs/reliability/hostile.md.</summary>
[Collection(Campaigns.Campaign.Name)]
public sealed class HostileGuestRules
{
    public static TheoryData<string> Attacks => HostileGuests.Attacks;

    [SkippableTheory]
    [MemberData(nameof(Attacks))]
    public void An_attack_ends_as_the_record_says(string attack)
    {
        var (guest, engine) = (attack.Split(" on ")[0], attack.Split(" on ")[1]);

        var (reading, escaped) = HostileGuests.Run(engine, guest, TimeSpan.FromSeconds(guest == "loops" ? 1 : 60));

        var words = HostileGuests.Words(reading);
        HostileGuests.Cell(guest, engine).Split(" or ").Should().Contain(words, $"{reading.Reason} (peak {reading.Usage?.PeakResident})");
        // The guests with links tell by 4 in their exit status that they made a file outside; no other may.
        var tells = guest.EndsWith("-links", StringComparison.Ordinal)
            && int.TryParse(words.Split(' ')[^1], out var status) && (status & 4) != 0;
        escaped.Should().HaveCount(tells ? 1 : 0, "a guest gets as far as the record says, and no further");
    }

    [SkippableFact]
    public void A_command_that_writes_into_many_files_is_stopped_at_its_limit_too()
    {
        var end = Shell("i=0; while :; do head -c 100000 /dev/zero > out/$((i=i+1)); done", 1 << 20);

        end.BeyondOutput.Should().Be(new ByteCount(1 << 20));
        end.ToReading(_ => Phases.None, TimeSpan.FromSeconds(60)).Reason.Should().StartWith("killed after writing more than 1 MiB");
    }

    [SkippableFact]
    public void A_flood_of_errors_counts_as_output_and_only_its_end_is_kept()
    {
        var end = Shell("yes flood >&2", 1 << 20);

        end.BeyondOutput.Should().NotBeNull();
        end.ErrorTail.Length.Should().BeLessThan(3000);
    }

    [SkippableFact]
    public void A_command_may_write_up_to_the_last_byte_of_its_limit()
    {
        Shell("head -c 1000 /dev/zero > out/all", 1000).BeyondOutput.Should().BeNull();
        Shell("head -c 1001 /dev/zero > out/all", 1000).BeyondOutput
            .Should().NotBeNull("one that ended before it was looked at is looked at afterwards");
        Shell("ln -s /proc/kcore out/link", 1000).BeyondOutput.Should().BeNull("what a link points to was not written");
    }

    private static ProcessEnd Shell(string script, long most)
    {
        using var work = WorkFolder.Create();
        return new MeasuredProcess(Launcher.Path) { OutputLimit = new ByteCount(most) }
            .Run("/bin/sh", ["-c", script], work, TimeSpan.FromSeconds(60), CancellationToken.None);
    }
}
