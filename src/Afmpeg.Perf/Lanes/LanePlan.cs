using System.Text.Json;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Lanes;

/// <summary>What a lane makes of a job: ffmpeg commands in stages, one stage after the other.</summary>
/// <param name="AtOnce">How many commands of a stage run at the same time at most, 1 or more; they start in order.</param>
/// <param name="Stages">The commands of each stage: ffmpeg's arguments, without the program's name. At least one command in all.</param>
/// <param name="Texts">Text files that the commands read, by name; they are put into the folder of outputs, which every guest sees.</param>
public sealed record LanePlan(
    int AtOnce, ImmutableArray<ImmutableArray<ImmutableArray<string>>> Stages, ImmutableSortedDictionary<string, string> Texts)
{
    /// <summary>The only command; null where there are several.</summary>
    public ImmutableArray<string>? OnlyCommand => Stages is [[var command]] ? command : null;

    /// <summary>The plan of one command.</summary>
    public static LanePlan Of(ImmutableArray<string> arguments) => new(1, [[arguments]], ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>
    /// The plan of a job on a lane: the job itself; its copies where it is a batch; its parts and their join where the lane splits it.
    /// </summary>
    public static Reading<LanePlan> Of(Job job, Lane lane, ThreadMode threads) => lane.Mode == LaneMode.Segments
        ? SegmentPlan.Of(job, lane.Instances).Select(segments => new LanePlan(
            lane.Instances,
            [[.. segments.Parts.Select(part => part.Arguments(threads))], [segments.Join]],
            ImmutableSortedDictionary<string, string>.Empty.Add(SegmentPlan.ListFile, segments.List)))
        : Reading<LanePlan>.Of(Of([]) with { AtOnce = lane.Instances, Stages = [[.. job.Each().Select(copy => copy.Arguments(threads))]] });

    /// <summary>Puts the texts where the commands find them.</summary>
    public void WriteTexts(WorkFolder folder)
    {
        foreach (var (name, text) in Texts)
        {
            File.WriteAllText(Path.Combine(folder.Output, name), text);
        }
    }

    /// <summary>
    /// The plan as an engine's worker reads it: <c>{"atOnce":2,"stages":[[["-i","media/a.mkv","out/1-a.mp4"], ...], ...]}</c>.
    /// </summary>
    public string ToJson() => JsonSerializer.Serialize(new { AtOnce, Stages }, JsonSerializerOptions.Web);
}
