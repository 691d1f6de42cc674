using Afmpeg.Perf.Tests.Simulation;

namespace Afmpeg.Perf.Tests.Rules;

public sealed class TempEarlyRules
{
    [Fact]
    public void Writes() => File.WriteAllText("/tmp/w/early-table.md", EarlyStops.Table(EarlyStops.Noises, samples: 2000, suites: 500).Render());
}
