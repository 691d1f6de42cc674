using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Hostile;

/// <summary>Mutated media through native FFmpeg and every engine that is here, each run in a folder with canaries around it.</summary>
public sealed class HostileClips : IDisposable
{
    private const string Build = "O3-simd128-msa";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder around = new();
    private readonly WorkFolder folder;
    private readonly byte[] clip;
    private readonly byte[] still;

    /// <summary>Prepares them; the test is skipped where set-up has not made what they need.</summary>
    public HostileClips()
    {
        var cache = TestSettings.Folders.Cache;
        var native = Cached(TestSettings.Folders.Products, "ffmpeg", $"{Product.Gpl}+{Product.NativeBuild}-????????????-*");
        var module = Cached(TestSettings.Folders.Products, "ffmpeg.wasm", $"{Product.Gpl}+{Build}-????????????-*");
        var whole = Cached(Path.Combine(cache, "clips"), "synthetic-240p.mkv");
        clip = File.ReadAllBytes(whole);
        still = Still(native, whole);
        foreach (var canary in (string[])["canary", "canary.mkv", "-canary"])
        {
            File.WriteAllText(around.File(canary), "untouched");
        }

        folder = WorkFolder.Create(around.Path);
        File.WriteAllText(Path.Combine(folder.Scratch, "canary"), "untouched");
        File.WriteAllText(Path.Combine(folder.Root, "canary"), "untouched");
        var products = ImmutableDictionary<string, (string, ProductManifest)>.Empty
            .Add(Product.KeyOf(Product.Gpl, Product.NativeBuild), (native, null!))
            .Add(Product.KeyOf(Product.Gpl, Build), (module, null!));
        var tools = new ToolSet(Launcher.Path, products, GuestRuns.EngineTools);
        var catalog = new LaneCatalog(tools, AppContext.BaseDirectory) { OutputLimit = new ByteCount(256L << 20) };
        Lane[] lanes = [Lane.Native, .. Engines.All.Select(engine => Lane.Wasm(engine, Build))];
        Lanes = [.. lanes.SelectMany(lane => catalog.Runner(lane, Product.Gpl).TryGet(out var runner)
            ? ((string, ILaneRunner)[])[(lane.Name, runner!)] : [])];
    }

    private ImmutableArray<(string Name, ILaneRunner Runner)> Lanes { get; }

    /// <summary>Sends the mutant of a seed through every lane.</summary>
    public IEnumerable<HostileRun> Run(int seed)
    {
        var (kind, ending, bytes) = MediaMutations.Of(clip, still, seed);
        var mutant = around.File("mutant");
        File.WriteAllBytes(mutant, bytes);
        var name = $"mutant-{seed}.{ending}";
        folder.Stage(mutant, name);
        File.Delete(mutant);
        var before = Listing();
        foreach (var (lane, runner) in Lanes)
        {
            folder.ClearOutput();
            var reading = runner.Run(JobOf(name), folder, Limit, CancellationToken.None);
            var strayed = Listing();
            strayed.SymmetricExceptWith(before);
            yield return new HostileRun(seed, kind, lane, reading, [.. strayed]);
        }
    }

    public void Dispose()
    {
        folder.Dispose();
        around.Dispose();
    }

    // The clip's first picture, as small as a thumbnail: most of a mutant's damage is then where it is decoded.
    private byte[] Still(string native, string of)
    {
        var file = around.File("still.jpg");
        var (status, _, errors) = BuiltCommand.RunProgram(native, around.Path, "-i", of, "-frames:v", "1", "-y", file);
        status.Should().Be(0, errors);
        var bytes = File.ReadAllBytes(file);
        File.Delete(file);
        return bytes;
    }

    // The first pictures, decoded, scaled and encoded, so that most of what a job runs is run.
    private static Job JobOf(string name) => Samples.Job(name) with
    {
        Workload = "hostile",
        Inputs = [new JobInput([], new Clip("mutant", name, 1, 25, 320, 240, HasSound: false))],
        Pictures = ["-map", "0:v:0", "-frames:v", "10", "-vf", "scale=160:120", "-pix_fmt", "yuv420p"],
        Container = ["-an"],
        Expected = new ExpectedOutput(10, 160, 120, null, HasSound: false, EqualsPortable: false),
    };

    // Everything around the folder of outputs: names, sizes and times. What engines compile into the scratch folder is their own.
    private HashSet<string> Listing() =>
        [.. new DirectoryInfo(around.Path).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => !file.FullName.StartsWith(folder.Output, StringComparison.Ordinal)
                && (!file.FullName.StartsWith(folder.Scratch, StringComparison.Ordinal) || file.Name == "canary"))
            .Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc:O}")];

    private static string Cached(string below, string name, string folders = "*")
    {
        var found = Directory.Exists(below)
            ? Directory.EnumerateDirectories(below, folders)
                .SelectMany(inner => Directory.EnumerateFiles(inner, name, SearchOption.AllDirectories)).FirstOrDefault()
            : null;
        Skip.If(found is null, $"no {name} below {below}: afmpeg-perf setup makes it");
        return found!;
    }
}
