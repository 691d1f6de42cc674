using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;

namespace Afmpeg.Perf.SelfTests.Rules.Hosts;

/// <summary>What only two readings of the host tell.</summary>
public sealed class HostNoiseRules : IDisposable
{
    private readonly CannedHost host = new();

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData(19, false, "1.9 %")]
    [InlineData(20, true, "2.0 %")]
    public void Stolen_time_is_the_share_of_all_time_between_the_readings(int stolen, bool disturbs, string share)
    {
        host.Count(busy: 1000, idle: 1000, stolen: 5000, own: 500);

        var seen = Over("steal time", () => host.Count(busy: 1500, idle: 1500 - stolen, stolen: 5000 + stolen, own: 1000));

        (seen.IsDisturbing, seen.Remedy is not null).Should().Be((disturbs, disturbs));
        seen.Observed.Should().Contain(share);
    }

    [Theory]
    [InlineData(500, false, "0.0 %")]
    [InlineData(510, false, "0.0 %")]
    [InlineData(451, false, "4.9 %")]
    [InlineData(450, true, "5.0 %")]
    public void Time_taken_by_others_is_the_busy_time_that_is_not_the_suites(int own, bool disturbs, string share)
    {
        var seen = Over("other work", () => host.Count(busy: 1500, idle: 1500, stolen: 0, own: 500 + own));

        seen.IsDisturbing.Should().Be(disturbs);
        seen.Observed.Should().Contain(share);
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void A_quota_that_stopped_the_run_disturbs(int after, bool disturbs)
    {
        host.Write("sys/fs/cgroup/cpu.stat", "usage_usec 1\nnr_periods 100\nnr_throttled 7\nthrottled_usec 10");

        var seen = Over("throttling", () => host.Write("sys/fs/cgroup/cpu.stat", $"nr_periods 200\nnr_throttled {after}"));

        (seen.IsDisturbing, seen.Observed).Should().Be((disturbs, $"a quota stopped this container {CountText.Of(after - 7, "time")}"));
    }

    [Theory]
    [InlineData(940_000, false, "0.9 %")]
    [InlineData(1_000_000, true, "1.0 %")]
    public void Memory_that_became_scarce_during_the_run_disturbs_however_much_was_free_before(int waited, bool disturbs, string share)
    {
        Waited(microseconds: 5_000_000, uptime: 1000);

        var seen = Over("memory pressure", () => Waited(5_000_000 + waited, uptime: 1100));

        (seen.IsDisturbing, seen.Remedy is not null).Should().Be((disturbs, disturbs));
        seen.Observed.Should().Be($"processes waited for memory {share} of the time");
    }

    [Theory]
    [InlineData("proc/pressure/memory", "there is no /proc/pressure/memory")]
    [InlineData("proc/uptime", "there is no /proc/uptime")]
    public void A_kernel_that_does_not_count_waiting_for_memory_is_reported(string file, string reason)
    {
        Waited(0, uptime: 1000);

        Over("memory pressure", () => host.Remove(file)).Should().BeEquivalentTo(new HostRemark("memory pressure", $"not known: {reason}"));
    }

    [Fact]
    public void Two_readings_at_the_same_moment_give_no_share()
    {
        Waited(0, uptime: 1000);

        Over("steal time", () => { }).Observed.Should().Be("not known: no time was counted between the readings");
        Over("memory pressure", () => { }).Observed.Should().Be("not known: no time was counted between the readings");
    }

    [Theory]
    [InlineData("proc/stat", "steal time")]
    [InlineData("proc/self/stat", "other work")]
    public void A_count_that_is_gone_at_the_end_gives_a_reason(string file, string topic)
    {
        Over(topic, () =>
        {
            host.Count(busy: 1500, idle: 1500, stolen: 0, own: 600);
            host.Remove(file);
        }).Should().BeEquivalentTo(new HostRemark(topic, $"not known: there is no /{file}"));
    }

    [Fact]
    public void Remarks_from_before_the_run_are_kept_unchanged()
    {
        var watch = HostNoiseMonitor.Watch(host.Path);
        host.Write("proc/loadavg", "9 9 9 1/186 25241");

        watch.Read().Before.Should()
            .Equal(watch.Before).And.Contain(remark => remark.Observed.StartsWith("0.1 over", StringComparison.Ordinal));
    }

    private void Waited(int microseconds, int uptime)
    {
        host.Write("proc/pressure/memory", $"some avg10=0.00 avg60=0.00 avg300=0.00 total={microseconds}");
        host.Write("proc/uptime", $"{uptime}.00 2000.00");
    }

    private HostRemark Over(string topic, Action during)
    {
        var watch = HostNoiseMonitor.Watch(host.Path);
        during();
        return watch.Read().During.Single(remark => remark.Topic == topic);
    }
}
