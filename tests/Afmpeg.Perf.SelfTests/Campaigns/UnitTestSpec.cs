using System.Xml.Linq;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>openh264's LoongArch kernels, compiled for 128-bit vectors, against its plain C: its own unit tests, in every engine.</summary>
[Collection(Campaign.Name)]
public sealed class UnitTestSpec(UnitTestRuns runs, ITestOutputHelper output) : IClassFixture<UnitTestRuns>
{
    // Those that name a kernel, and those of motion compensation and intra prediction, which test whatever kernel the encoder picks.
    private const string Filter = "--gtest_filter=*_lsx:*_lasx:EncMc*:Mc*:GetIntraPredictorTest.*";
    private const string Report = "tests.xml";

    [SkippableTheory]
    [MemberData(nameof(KernelTestRuns.EnginesAndSeeds), MemberType = typeof(KernelTestRuns))]
    public void Every_kernel_computes_what_plain_C_computes(string engine, int seed)
    {
        string? report = null;

        var end = runs.Run(
            engine,
            [Filter, $"--gtest_output=xml:out/{Report}", $"--seed={seed}"],
            folder => report = Path.Combine(folder.Output, Report) is var file && File.Exists(file) ? File.ReadAllText(file) : null);

        output.WriteLine(report ?? end.ErrorTail);
        end.ExitCode.Should().Be(0, report ?? end.ErrorTail);
        var tests = XElement.Parse(report!);
        ((int?)tests.Attribute("failures")).Should().Be(0);
        tests.Descendants("testcase").Select(test => (string?)test.Attribute("name"))
            .Where(name => name!.EndsWith("_lsx", StringComparison.Ordinal) || name.EndsWith("_lasx", StringComparison.Ordinal))
            .Should().HaveCount(33, "it also passes without a kernel to test");
    }
}
