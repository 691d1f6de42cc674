using System.Text.Json;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>What toolchain/ says: which sources, which products, which packages, and a hash of all that shapes a product.</summary>
/// <param name="Sources">The upstream tarballs.</param>
/// <param name="Products">The products.</param>
/// <param name="Packages">Debian packages that building needs.</param>
/// <param name="Steps">The checksum of every step, patch and list that shapes some product, by its path below the folder.</param>
/// <param name="LauncherHash">A hash of what the launcher is built from.</param>
public sealed record ToolchainRecipes(
    ImmutableArray<SourcePackage> Sources,
    ImmutableArray<Product> Products,
    ImmutableArray<string> Packages,
    ImmutableSortedDictionary<string, string> Steps,
    string LauncherHash)
{
    // Entries of sources.json and products.json are hashed one by one in HashOf, so that adding a product rebuilds no other one.
    private static readonly ImmutableArray<string> LauncherFiles = ["launcher.c", "build-launcher.sh"];

    private const string FfmpegStep = "build-ffmpeg.sh";

    private static readonly ImmutableArray<string> ShapeNoProduct =
    [
        "packages.txt", "install-packages.sh", "apt-root.sh", "fetch-source.sh", "fetch-package.sh", "describe-module.sh",
        WazeroWorker.Script, NpmStore.Script, .. LauncherFiles,
    ];

    // What concerns some products only: a source of that name, and every file of toolchain/ with that word in its path.
    private static readonly ImmutableDictionary<string, Func<Product, bool>> Concerns =
        ImmutableDictionary<string, Func<Product, bool>>.Empty
        .Add("ffmpeg", product => product.Program == Product.Ffmpeg)
        .Add(Product.Ffmpeg9, product => product.Program == Product.Ffmpeg9)
        .Add("components", IsFfmpeg)
        .Add("zlib", IsFfmpeg)
        .Add("libwebp", IsFfmpeg)
        .Add("x264", product => product.Flavour == Product.Gpl)
        .Add("openh264", product => product.Flavour == Product.Lgpl)
        .Add("stubs", product => product is { Flavour: Product.Lgpl, IsModule: true })
        .Add("checkasm", product => product.Program == Product.Checkasm)
        .Add("unittest", product => product.Program == Product.UnitTest)
        .Add("msa", product => product.Msa)
        .Add("wasm", product => product.IsModule)
        .Add("native", product => !product.IsModule);

    /// <summary>The names of the module builds that lanes run, in the file's order, each once.</summary>
    public ImmutableArray<string> ModuleBuilds =>
        [.. Products.Where(product => product is { IsModule: true, Program: Product.Ffmpeg }).Select(product => product.Build).Distinct()];

    /// <summary>Reads the folder.</summary>
    /// <exception cref="PerfException">A file is missing or cannot be read.</exception>
    public static ToolchainRecipes Load(string folder) => new(
        Read<SourcesFile>(Path.Combine(folder, "sources.json")).Sources,
        Read<ProductsFile>(Path.Combine(folder, "products.json")).Products,
        [.. File.ReadLines(Path.Combine(folder, "packages.txt")).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0)],
        ReadSteps(folder),
        HashFiles(folder, LauncherFiles.Select(name => Path.Combine(folder, name))));

    /// <summary>
    /// The same with the sources that a folder of tarballs has: another of a series where the archive dropped the one that sources.json
    /// names.
    /// </summary>
    /// <returns>The recipes; a product of another source has another hash.</returns>
    public ToolchainRecipes With(string sources) => this with { Sources = [.. Sources.Select(source => source.In(sources))] };

    /// <summary>Those of some products that there is an entry for; a lane whose product has none is not measured.</summary>
    public ImmutableArray<Product> Known(IEnumerable<string> keys) => [.. Products.Where(product => keys.Contains(product.Key))];

    /// <summary>The sources that a product is made of.</summary>
    public ImmutableArray<SourcePackage> SourcesOf(Product product) => [.. Sources.Where(source => Shapes(source.Name, product))];

    /// <summary>Whether set-up goes on where a product cannot be had: a source of it is not pinned, and may be gone.</summary>
    public bool IsOptional(Product product) => SourcesOf(product).Any(source => source.Suite is not null);

    /// <summary>A hash of everything that shapes the product but the compiler: its entry, its steps, its sources.</summary>
    public string HashOf(Product product) => ShortHash(string.Join('|', [
        JsonSerializer.Serialize(product),
        .. Steps.Where(step => Shapes(step.Key, product)).Select(step => $"{step.Key}:{step.Value}"),
        .. SourcesOf(product).Select(source => source.Sha256),
    ]));

    // Not a property of Product: a product's hash is one of all its properties.
    private static bool IsFfmpeg(Product product) => product.Program is Product.Ffmpeg or Product.Ffmpeg9;

    // FFmpeg 9 is configured and compiled by 5.1's step.
    private static bool Shapes(string path, Product product) => (path == FfmpegStep && product.Program == Product.Ffmpeg9)
        || path.Split('/', '-', '.').All(word => !Concerns.TryGetValue(word, out var concerns) || concerns(product));

    private static ImmutableSortedDictionary<string, string> ReadSteps(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is not ".json" and not ".md" && !ShapeNoProduct.Contains(Path.GetFileName(file)))
            .ToImmutableSortedDictionary(file => Path.GetRelativePath(folder, file), ProductStore.Checksum, StringComparer.Ordinal);

    private static string HashFiles(string folder, IEnumerable<string> files) =>
        ShortHash(string.Join('|', files.Select(file => $"{Path.GetRelativePath(folder, file)}:{ProductStore.Checksum(file)}")));

    private static T Read<T>(string path) => CheckedJson.Load<T>(path).Value;

    private static string ShortHash(string text) => TextHash.Of(text)[..12];

    private sealed record SourcesFile(ImmutableArray<SourcePackage> Sources);

    private sealed record ProductsFile(ImmutableArray<Product> Products);
}
