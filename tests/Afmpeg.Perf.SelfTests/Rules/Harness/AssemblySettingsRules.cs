using System.Reflection;

namespace Afmpeg.Perf.SelfTests.Rules.Harness;

/// <summary>No rule runs beside a measurement of the same process. One of another process is seen as other work by the run that it disturbs.</summary>
public sealed class AssemblySettingsRules
{
    [Fact]
    public void Tests_run_one_after_the_other()
    {
        typeof(AssemblySettingsRules).Assembly.GetCustomAttribute<CollectionBehaviorAttribute>()!.DisableTestParallelization.Should().BeTrue();
    }
}
