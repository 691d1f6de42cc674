using System.Collections.Immutable;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Tests.Hostile;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Specs;

/// <summary>What a hostile clip does to native FFmpeg and to every engine; docs/reliability/hostile-clips.md has the table.</summary>
public sealed class HostileClipsSpec
{
    [SkippableFact]
    public void Every_mutant_ends_in_a_declared_way_and_nothing_around_the_work_folder_changes()
    {
        Skip.If(TestSettings.Tier != Tier.Full, "it takes most of an hour; run it with AFMPEG_TIER=full dotnet test --filter FullyQualifiedName~HostileClipsSpec");
        using var clips = new HostileClips();

        ImmutableArray<HostileRun> runs = [.. Enumerable.Range(1, TestSettings.HostileClips).SelectMany(clips.Run)];

        File.WriteAllText(HostileClipReport.Kept, HostileClipReport.Render(runs));
        File.WriteAllText(HostileClipReport.KeptRecord, HostileClipReport.RecordOf(runs, Host.Read().Machine, DateOnly.FromDateTime(DateTime.UtcNow)).ToJson());
        runs.Where(run => !run.Strayed.IsEmpty).Select(run => $"seed {run.Seed} on {run.Lane}: {string.Join(", ", run.Strayed)}").Should().BeEmpty();
    }
}
