using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Tests.Harness;

namespace Afmpeg.Perf.Tests.Rules.Comparisons;

/// <summary>
/// Hosts whose numbers are committed can be looked up: their runs or baselines are committed, too. A fingerprint is a hash and does not tell
/// its formula; the run and the baselines beside it do.
/// </summary>
public sealed class CommittedHostsRules
{
    private static readonly string Baselines = TestSettings.Folders.Baselines;

    [Fact]
    public void A_fingerprint_of_another_formula_is_a_baseline_of_another_version()
    {
        var host = new Host(2, "a processor", new ByteCount(8L << 30), "a system", "6.1", 0.3, "AuthenticAMD 25/1/1, 79 flags 0123456789ab");

        (host.Fingerprint, RunExtract.CurrentSchema).Should().Be(
            ("42b300dd787f", 2), "whoever changes the formula raises the schema, which refuses the baselines of the old one; then accepts a run anew");
    }

    [Fact]
    public void The_host_of_the_verified_table_is_that_of_the_committed_report_or_of_a_baseline()
    {
        var verified = File.ReadLines(Repository.PathOf("tests", "Afmpeg.Perf.Tests", "Specs", "PerfTableSpec.The_perf_table_is_the_verified_one.verified.txt")).First();
        var report = RunState.Read(Repository.PathOf("docs", "report"))!.Conditions.Host;

        // The committed report is of the formula before this one: until another takes its place, no machine is held against its multiples (docs/trust.md).
        string[] known = [.. Committed().Select(file => Path.GetFileNameWithoutExtension(file)), report.Fingerprint];

        known.Should().Contain(verified.Split(' ', ':')[1], $"nobody can look up where the numbers of '{verified}' are from; take those of a host that can be: afmpeg-perf accept");
    }

    [Fact]
    public void Each_committed_baseline_is_of_the_present_version_and_named_after_its_host()
    {
        Committed().Where(file => BaselineFile.ForHost(Baselines, Path.GetFileNameWithoutExtension(file)) is null).Should().BeEmpty();
    }

    private static string[] Committed() => Directory.Exists(Baselines) ? Directory.GetFiles(Baselines, "*.json") : [];
}
