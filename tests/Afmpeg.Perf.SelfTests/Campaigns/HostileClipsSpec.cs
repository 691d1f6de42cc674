using Afmpeg.Perf.SelfTests.Hostile;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>What a hostile clip does to native FFmpeg and to every engine; docs/reliability/hostile-clips.md has the table.</summary>
[Collection(Campaign.Name)]
public sealed class HostileClipsSpec(ITestOutputHelper output)
{
    // A machine has two cores at least, and what counts is how a run ends, not how fast.
    private const int Workers = 2;

    [SkippableFact]
    public async Task Every_mutant_ends_in_a_declared_outcome_and_nothing_outside_the_work_folder_changes()
    {
        RealLanes.SkipUnlessFull(nameof(HostileClipsSpec));

        var halves = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => Run(worker))));
        ImmutableArray<HostileRun> runs = [.. halves.SelectMany(half => half).OrderBy(run => run.Seed)];

        var made = Repository.PathOf("artifacts", Path.GetFileName(HostileClipReport.Document));
        await File.WriteAllTextAsync(made, HostileClipReport.Render(runs));
        output.WriteLine($"accept it with: mv '{made}' '{HostileClipReport.Document}'");

        HostileRun.AreHarmless(runs);
    }

    private static HostileRun[] Run(int worker)
    {
        using var clips = new HostileClips();
        return [.. Enumerable.Range(1, TestSettings.HostileClips).Where(seed => seed % Workers == worker).SelectMany(clips.Run)];
    }
}
