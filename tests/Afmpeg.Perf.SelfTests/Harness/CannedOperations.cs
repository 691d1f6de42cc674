using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A baseline of one count, and variations of what it follows from.</summary>
public static class CannedOperations
{
    public const string Key = "transcode/sample/libx264-veryfast/gpl+Oz";

    private const string Job = "transcode/sample/libx264-veryfast";

    /// <summary>The baseline: a million operations and ten pages.</summary>
    public static OperationsSnapshot Baseline { get; } = new()
    {
        Schema = OperationsSnapshot.CurrentSchema,
        Wasmtime = "50.0.1",
        Modules = [new CountedModule("gpl+Oz", new string('a', 64), Origin)],
        Inputs = new RunInputs(
            [new InputDigest("clip", new string('c', 64))],
            [new InputDigest(Job, new string('d', 64), ["-i", "media/clip.mkv", "-preset", "veryfast", "out.mp4"])]),
        Counts = [new CountedJob(Job, "gpl+Oz", 1_000_000, 10)],
    };

    /// <summary>What the module is made of and with.</summary>
    public static ModuleOrigin Origin => new(
        "recipe-1", "clang-14 1:14.0.6-12", ImmutableSortedDictionary<string, string>.Empty.Add("ffmpeg", "7:5.1.9").Add("x264", "0.164"));

    public static OperationsSnapshot Counting(long operations, long pages = 10) =>
        Baseline with { Counts = [new CountedJob(Job, "gpl+Oz", operations, pages)] };

    public static OperationsSnapshot Of(this OperationsSnapshot snapshot, ModuleOrigin? origin, char digest = 'b') =>
        snapshot with { Modules = [new CountedModule("gpl+Oz", new string(digest, 64), origin)] };

    public static OperationsSnapshot OfOtherClip(this OperationsSnapshot snapshot) =>
        snapshot with { Inputs = snapshot.Inputs with { Media = [new InputDigest("clip", new string('f', 64))] } };

    public static OperationsSnapshot OfOtherArguments(this OperationsSnapshot snapshot)
    {
        var job = new InputDigest(Job, new string('e', 64), ["-i", "media/clip.mkv", "-preset", "medium", "out.mp4"]);
        return snapshot with { Inputs = snapshot.Inputs with { Jobs = [job] } };
    }
}
