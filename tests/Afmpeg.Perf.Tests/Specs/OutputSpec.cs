using Afmpeg.Perf.Tests.Harness;
using Xunit.Abstractions;

namespace Afmpeg.Perf.Tests.Specs;

[Collection(MeasuredRuns.Name)]
public sealed class OutputSpec(MeasuredRun run, ITestOutputHelper output)
{
    public static TheoryData<string> Cases => MeasuredRun.Rows(_ => true);

    [CaseTheory]
    [MemberData(nameof(Cases))]
    public void The_output_is_right_and_equals_the_native_output_of_the_same_code(string caseId)
    {
        var summary = run.Case(caseId, output);
        summary.Failure.Should().BeNull("every run writes the frames, size, duration and sound that its job expects");
        summary.Frames.TryGet(out var frames).Should().BeTrue();
        frames.Should().Be(summary.Case.Job.Expected.Frames);
        if (summary.Case.MustEqualPortable)
        {
            summary.EqualsPortable.TryGet(out var equal).Should().BeTrue();
            equal.Should().BeTrue("the encoder is deterministic, so a module makes the same frames as the native build of the same C");
        }
    }
}
