using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>x264's MSA kernels, compiled for 128-bit vectors, against x264's plain C: its own test, in every engine.</summary>
[Collection(Campaign.Name)]
public sealed class CheckasmSpec(CheckasmRuns runs, ITestOutputHelper output) : IClassFixture<CheckasmRuns>
{
    [SkippableTheory]
    [MemberData(nameof(KernelTestRuns.EnginesAndSeeds), MemberType = typeof(KernelTestRuns))]
    public void Every_kernel_computes_what_plain_C_computes(string engine, int seed)
    {
        var end = runs.Run(engine, [$"{seed}"]);

        output.WriteLine(end.ErrorTail);
        end.ExitCode.Should().Be(0, end.ErrorTail);
        end.ErrorTail.Should().StartWith($"x264: using random seed {seed}\nx264: MSA\n", "it also passes without a kernel to test")
            .And.Contain("[OK]")
            .And.EndWith("x264: All tests passed Yeah :)");
    }
}
