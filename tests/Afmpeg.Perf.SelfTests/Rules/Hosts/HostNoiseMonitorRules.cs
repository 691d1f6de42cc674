using Afmpeg.Perf.Hosts;

namespace Afmpeg.Perf.SelfTests.Rules.Hosts;

public sealed class HostNoiseMonitorRules : IDisposable
{
    private readonly CannedHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public void A_quiet_host_disturbs_nothing() =>
        HostNoiseMonitor.Watch(host.Path).Before.Should().OnlyContain(remark => !remark.IsDisturbing);

    [Fact]
    public void If_nothing_can_be_read_every_topic_is_listed_with_the_reason()
    {
        var watch = HostNoiseMonitor.Watch("/dev/null");

        var account = watch.Read();

        account.Before.Should().HaveCount(6).And.OnlyContain(remark => !remark.IsDisturbing);
        account.Before.Where(remark => remark.Topic != "cpu quota").Concat(account.During)
            .Should().OnlyContain(remark => remark.Observed.StartsWith("not known: ", StringComparison.Ordinal));
    }

    [Fact]
    public void This_machine_is_read_without_a_fault()
    {
        var account = HostNoiseMonitor.Watch().Read();

        account.Before.Concat(account.During).Should().OnlyContain(remark => remark.Observed.Length > 0);
        account.Before.Single(remark => remark.Topic == "load").Observed.Should().Contain($"on ").And.NotContain("not known");
    }

    [Theory]
    [InlineData("1.00", 50, false, "half the cores are enough for a run")]
    [InlineData("1.01", 50, true, "more than half of them are taken")]
    [InlineData("1.01", 5, true, "work waits for a core now")]
    [InlineData("1.01", 4.9, false, "what the average still holds has ended: set-up itself, mostly")]
    public void A_load_disturbs_while_its_work_goes_on(string load, double waiting, bool disturbs, string because)
    {
        host.Write("proc/loadavg", $"{load} 0.00 0.00 1/186 25241");
        host.Pressure("cpu", waiting);

        var seen = host.See("load");

        (seen.IsDisturbing, seen.Remedy is not null).Should().Be((disturbs, disturbs), because);
        seen.Observed.Should().StartWith($"{double.Parse(load):0.##} over the last minute on 2 cores");
    }

    [Theory]
    [InlineData("0-1", false)]
    [InlineData("0-3,8", false)]
    [InlineData("5", true)]
    public void A_load_is_compared_with_the_cores_that_this_process_may_use(string allowed, bool disturbs)
    {
        host.Remove("proc/pressure/cpu");
        host.Write("proc/loadavg", "0.90 0.00 0.00 1/186 25241");
        host.Write("proc/self/status", $"Cpus_allowed_list:\t{allowed}");

        host.See("load").IsDisturbing.Should().Be(disturbs);
    }

    [Theory]
    [InlineData("proc/loadavg", "", "load")]
    [InlineData("proc/loadavg", "busy", "load")]
    [InlineData("proc/loadavg", "NaN 0 0", "load")]
    [InlineData("proc/self/status", "Cpus_allowed_list:\tall", "load")]
    [InlineData("proc/meminfo", "MemTotal: much", "memory")]
    public void An_unexpected_file_gives_a_reason_and_not_a_fault(string file, string text, string topic)
    {
        host.Write(file, text);

        host.See(topic).Should().BeEquivalentTo(new HostRemark(topic, $"not known: /{file} is not as expected"));
    }

    [Theory]
    [InlineData("0::/user/job", "user/job/cpu.max", "150000 100000", "1.5 cores of 2 that programs see", true)]
    [InlineData("0::/user/job", "user/cpu.max", "50000 100000", "0.5 cores of 2 that programs see", true)]
    [InlineData("0::/", "cpu.max", "200000 100000", "2 cores of 2 that programs see", false)]
    [InlineData("0::/", "cpu.max", "max 100000", "none that can be seen", false)]
    [InlineData("0::/../../job", "cpu.max", "100000 100000", "1 core of 2 that programs see", true)]
    [InlineData("1:cpu,cpuacct:/docker/1a", "cpu,cpuacct/cpu.cfs_quota_us", "100000", "1 core of 2 that programs see", true)]
    [InlineData("3:cpu:/job", "cpu/job/cpu.cfs_quota_us", "-1", "none that can be seen", false)]
    [InlineData("3:cpuset:/job", "cpuset/job/cpu.cfs_quota_us", "100000", "none that can be seen", false)]
    public void A_quota_below_the_cores_that_programs_see_disturbs(string group, string file, string quota, string observed, bool disturbs)
    {
        host.Write("proc/self/cgroup", $"12:freezer:/\n{group}");
        host.Write($"sys/fs/cgroup/{file}", quota);
        if (file.EndsWith("cfs_quota_us", StringComparison.Ordinal))
        {
            host.Write($"sys/fs/cgroup/{file.Replace("quota", "period", StringComparison.Ordinal)}", "100000");
        }

        var seen = host.See("cpu quota");

        (seen.Observed, seen.IsDisturbing).Should().Be((observed, disturbs));
    }

    [Fact]
    public void The_tightest_quota_of_all_parent_groups_applies()
    {
        host.Write("proc/self/cgroup", "0::/user/job");
        host.Write("sys/fs/cgroup/user/cpu.max", "50000 100000");
        host.Write("sys/fs/cgroup/user/job/cpu.max", "150000 100000");

        host.See("cpu quota").Observed.Should().StartWith("0.5 cores");
    }

    [Theory]
    [InlineData(6291456, 1048576, 0, false, "6.0 of 8.0 GiB available; processes waited for memory 0 % of the last 10 s")]
    [InlineData(838861, 1048576, 0, false, "0.8 of 8.0 GiB available")]
    [InlineData(838860, 1048576, 0, true, "0.8 of 8.0 GiB available")]
    [InlineData(6291456, 524288, 0, false, "0.5 GiB in swap")]
    [InlineData(6291456, 1048576, 1, true, "waited for memory 1 % of the last 10 s")]
    public void Memory_disturbs_where_it_is_scarce_or_waited_for(
        int available, int swapFree, double waiting, bool disturbs, string observed)
    {
        host.Write("proc/meminfo", $"MemTotal: 8388608 kB\nMemAvailable: {available} kB\nSwapTotal: 1048576 kB\nSwapFree: {swapFree} kB");
        host.Pressure("memory", waiting);

        var seen = host.See("memory");

        seen.IsDisturbing.Should().Be(disturbs);
        seen.Observed.Should().Contain(observed);
    }

    [Theory]
    [InlineData("performance", "performance", "performance", false)]
    [InlineData("performance", "powersave", "performance, powersave", true)]
    [InlineData("schedutil", "schedutil", "schedutil", true)]
    public void A_governor_that_changes_the_frequency_disturbs(string first, string second, string observed, bool disturbs)
    {
        host.Write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", first);
        host.Write("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", second);

        host.See("frequency governor").Should().BeEquivalentTo(new HostRemark(
            "frequency governor", observed, disturbs ? "sudo cpupower frequency-set -g performance" : null, disturbs));
    }

    [Theory]
    [InlineData("intel_pstate/no_turbo", "0", "echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo")]
    [InlineData("intel_pstate/no_turbo", "1", null)]
    [InlineData("cpufreq/boost", "1", "echo 0 | sudo tee /sys/devices/system/cpu/cpufreq/boost")]
    [InlineData("cpufreq/boost", "0", null)]
    public void Turbo_is_reported_with_how_to_turn_it_off_but_disturbs_nobody(string file, string text, string? remedy)
    {
        host.Write($"sys/devices/system/cpu/{file}", text);

        var seen = host.See("turbo");

        (seen.IsDisturbing, seen.Observed[..2]).Should().Be((false, remedy is null ? "of" : "on"));
        (seen.Remedy ?? "").Should().EndWith(remedy ?? "");
    }

    [Theory]
    [InlineData("Discharging", "1", "System", true)]
    [InlineData("Charging", "1", "System", false)]
    [InlineData("Full", "0", "System", true)]
    [InlineData("Discharging", "1", "Device", false)]
    public void A_machine_on_battery_disturbs(string status, string mains, string scope, bool disturbs)
    {
        host.Write("sys/class/power_supply/BAT0/type", "Battery");
        host.Write("sys/class/power_supply/BAT0/status", status);
        host.Write("sys/class/power_supply/BAT0/scope", scope);
        host.Write("sys/class/power_supply/AC/type", "Mains");
        host.Write("sys/class/power_supply/AC/online", mains);

        host.See("power").IsDisturbing.Should().Be(disturbs);
    }
}
