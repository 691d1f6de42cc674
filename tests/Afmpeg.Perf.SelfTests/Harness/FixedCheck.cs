using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A check with a given result, which looks at no output.</summary>
public sealed class FixedCheck(Reading<OutputFacts>? found = null) : IOutputCheck
{
    public int Checks { get; private set; }

    public Reading<OutputFacts> Check(Job job, WorkFolder folder)
    {
        Checks++;
        return found ?? Reading<OutputFacts>.Of(Samples.Facts);
    }
}
