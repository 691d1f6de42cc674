using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.SelfTests.Rules.Comparisons;

/// <summary>The host whose numbers are committed can be looked up: its run is committed, too.</summary>
public sealed class CommittedHostsRules
{
    [Fact]
    public void The_fingerprint_formula_has_not_changed()
    {
        var host = new Host(2, "a processor", new ByteCount(8L << 30), "a system", "6.1", 0.3, "AuthenticAMD 25/1/1, 79 flags "
            + "0123456789ab");

        host.Fingerprint.Should().Be("42b300dd787f", "another formula makes strangers of the committed numbers: accept a run anew");
    }

    [Fact]
    public void The_host_of_the_verified_table_is_that_of_the_committed_report()
    {
        var verified = File.ReadLines(Repository.PathOf("tests", "Afmpeg.Perf.Tests", "Specs",
            "PerfTableSpec.The_perf_table_is_the_verified_one.verified.txt")).First();

        RunState.Read(Repository.PathOf("docs", "report"))!.Conditions.Host.Fingerprint.Should().Be(
            verified.Split(' ', ':')[1], $"nobody can look up where the numbers of '{verified}' are from; take those of a host that can "
                + "be: afmpeg-perf accept");
    }
}
