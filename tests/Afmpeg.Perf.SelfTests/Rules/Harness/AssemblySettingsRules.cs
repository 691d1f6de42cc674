using System.Reflection;

namespace Afmpeg.Perf.SelfTests.Rules.Harness;

/// <summary>No rule runs beside a measurement of the same process. One of another process is seen as other work by the run that it disturbs.</summary>
public sealed class AssemblySettingsRules
{
    [Fact]
    public void The_specification_measures_with_nothing_beside_it()
    {
        typeof(MeasuredRun).Assembly.GetCustomAttribute<CollectionBehaviorAttribute>()!.DisableTestParallelization.Should().BeTrue();
    }
}
