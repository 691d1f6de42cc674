using System.Collections.Concurrent;
using Afmpeg.Perf.SelfTests.Hostile;
using Afmpeg.Perf.Workloads;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Rules.Hostile;

/// <summary>A damaged configuration file is refused with its name, the line and what was expected; or it loads the same twice.</summary>
public sealed class MutatedConfigurationRules(ITestOutputHelper output)
{
    private const int FirstSeed = 4711;

    // On any machine.
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("thresholds.json")]
    [InlineData("lanes.json")]
    [InlineData("manifest.json")]
    public void A_mutant_is_refused_clearly_or_loads_the_same_twice(string name)
    {
        using var mutants = new ConfigurationMutants(name);
        var wrong = new ConcurrentBag<string>();
        var (accepted, count) = (0, TestSettings.Tier == Tier.Full ? 10_000 : 300);
        Parallel.For(FirstSeed, FirstSeed + count, seed =>
        {
            (bool Refused, string? Wrong) attempt = default;
            var loading = new Thread(() => attempt = mutants.Try(seed)) { IsBackground = true };
            loading.Start();
            var why = loading.Join(Endless) ? attempt.Wrong : "it does not end";
            if (why is not null)
            {
                wrong.Add($"seed {seed}: {why}");
            }
            else if (!attempt.Refused)
            {
                Interlocked.Increment(ref accepted);
            }
        });

        wrong.Should().BeEmpty();
        accepted.Should().BeInRange(1, count - 1, "otherwise the mutants test nothing");
        output.WriteLine($"{name}: {count} mutants, {accepted} of them accepted");
    }
}
