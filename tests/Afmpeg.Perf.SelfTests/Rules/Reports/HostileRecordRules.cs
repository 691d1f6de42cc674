using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

/// <summary>What reports say of hostile clips and guests is what was recorded, of every engine.</summary>
public sealed class HostileRecordRules
{
    [Fact]
    public void The_record_of_clips_has_native_and_every_engine_and_each_clip_once()
    {
        var record = HostileClipRecord.Kept;

        record.Lanes.Select(lane => lane.Name.Split('+')[0]).Should().BeEquivalentTo([.. Engines.All, "native"]);
        record.Lanes.Should().OnlyContain(lane => lane.CleanErrors + lane.Succeeded + lane.Traps + lane.Signals + lane.TimedOut + lane.WroteTooMuch == record.Clips);
    }

    [Fact]
    public void The_record_of_guests_has_every_engine_and_every_guest_that_was_made_for_it()
    {
        var record = HostileGuestRecord.Kept;

        record.Headers.Skip(1).Should().BeEquivalentTo(Engines.All);
        record.Rows.Should().HaveCountGreaterThan(10).And.OnlyContain(row => row.Length == record.Headers.Length);
    }

    [Fact]
    public void The_record_of_what_stops_guests_has_every_engine_and_the_kill_of_the_process()
    {
        var record = StopRecord.Kept;

        record.Rows.Select(row => row[0].Split('-')[0]).Distinct().Should().BeEquivalentTo([.. Engines.All, "kill the process"]);
        record.Rows.Should().OnlyContain(row => row.Length == record.Headers.Length && row.Skip(1).All(cell => cell.Length > 0));
    }

    [Fact]
    public void Report_json_has_an_object_an_attack_by_the_headers_and_without_marks()
    {
        var node = HostileGuestRecord.Kept.ToNode();

        node.Should().HaveCount(HostileGuestRecord.Kept.Rows.Length).And.OnlyContain(row => row!.AsObject().Select(cell => cell.Key).SequenceEqual(HostileGuestRecord.Kept.Headers));
        node.ToJsonString().Should().NotContain("`").And.Contain("timed out");
    }
}
