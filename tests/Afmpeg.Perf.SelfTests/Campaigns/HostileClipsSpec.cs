using System.Collections.Immutable;
using Afmpeg.Perf.SelfTests.Hostile;
using Afmpeg.Perf.Workloads;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>What a hostile clip does to native FFmpeg and to every engine; docs/reliability/hostile-clips.md has the table.</summary>
[Collection(Campaign.Name)]
public sealed class HostileClipsSpec(ITestOutputHelper output)
{
    // A machine's cores are two at least: what is looked at is whether a run ends, and not how fast.
    private const int Hands = 2;

    [SkippableFact]
    public async Task Every_mutant_ends_in_a_declared_way_and_nothing_around_the_work_folder_changes()
    {
        Skip.If(TestSettings.Tier != Tier.Full, "it takes half an hour and more; run it with AFMPEG_TIER=full dotnet test --filter FullyQualifiedName~HostileClipsSpec");

        var halves = await Task.WhenAll(Enumerable.Range(0, Hands).Select(hand => Task.Run(() => Run(hand))));
        ImmutableArray<HostileRun> runs = [.. halves.SelectMany(half => half).OrderBy(run => run.Seed)];

        var made = Repository.PathOf("artifacts", Path.GetFileName(HostileClipReport.Kept));
        await File.WriteAllTextAsync(made, HostileClipReport.Render(runs));
        output.WriteLine($"keep it with: mv '{made}' '{HostileClipReport.Kept}'");

        runs.Where(run => run.End == HostileRun.Undeclared).Select(run => $"seed {run.Seed} on {run.Lane}: {run.Reading.Reason}").Should().BeEmpty();
        runs.Where(run => !run.Strayed.IsEmpty).Select(run => $"seed {run.Seed} on {run.Lane}: {string.Join(", ", run.Strayed)}").Should().BeEmpty();
    }

    private static HostileRun[] Run(int hand)
    {
        using var clips = new HostileClips();
        return [.. Enumerable.Range(1, TestSettings.HostileClips).Where(seed => seed % Hands == hand).SelectMany(clips.Run)];
    }
}
