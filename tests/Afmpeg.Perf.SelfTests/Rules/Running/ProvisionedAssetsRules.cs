using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Running;

public sealed class ProvisionedAssetsRules : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Guests_find_each_input_where_the_jobs_arguments_say()
    {
        var photo = new JobInput([], new Still("photo", "photo.jpg", 4000, 3000));
        var job = Samples.Job() with { Inputs = [photo, photo, new JobInput([], Samples.Clip)] };
        var plan = new RunPlan(
            [new BenchmarkCase(job, Lane.Native), new BenchmarkCase(job, Lane.NativePortable)], 0, TimeSpan.Zero, RoundLimits.Default);
        using var folder = WorkFolder.Create(temporary.Path);

        Equipped(("photo", "IMG_1.JPG"), (Samples.Clip.Id, Samples.Clip.FileName), ("unused", "unused.wav")).Stage(folder, plan);

        var inputs =
            job.Arguments(ThreadMode.All).Where(word => word.StartsWith($"{Job.MediaFolder}/", StringComparison.Ordinal)).Distinct();
        Directory.GetFiles(folder.Media).Should().BeEquivalentTo(inputs.Select(input => Path.Combine(folder.Root, input)));
        File.ReadAllText(Path.Combine(folder.Media, "photo.jpg")).Should().Be("IMG_1.JPG");
    }

    private ProvisionedAssets Equipped(params (string Id, string Name)[] media)
    {
        foreach (var (_, name) in media)
        {
            File.WriteAllText(temporary.File(name), name);
        }

        return new ProvisionedAssets(
            new ToolSet("launcher", ImmutableDictionary<string, (string File, ProductManifest Manifest)>.Empty,
                ImmutableDictionary<string, Reading<EngineTool>>.Empty),
            media.ToImmutableDictionary(file => file.Id, file => new MediaFile(temporary.File(file.Name), new string('0', 64), 1)));
    }
}
