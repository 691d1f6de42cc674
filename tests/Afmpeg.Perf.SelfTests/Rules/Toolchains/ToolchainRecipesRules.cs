using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

/// <summary>What shapes which product: nothing else may have it built anew.</summary>
public sealed class ToolchainRecipesRules : IDisposable
{
    private static readonly ImmutableArray<string> Observed =
    [
        "gpl+native", "lgpl+native-portable", "gpl+O3", "lgpl+Oz-shipped", "gpl+O3-simd128-msa", "lgpl+O3-simd128-msa",
        "gpl+checkasm-msa", "lgpl+unittest-msa",
    ];

    private static readonly ImmutableArray<string> OfFfmpeg9 =
        ["gpl+native-ffmpeg9", "gpl+native-portable-ffmpeg9", "gpl+ffmpeg9-Oz", "gpl+ffmpeg9-O3-simd128-msa"];

    private readonly TemporaryFolder folder = new();

    public ToolchainRecipesRules()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("toolchain"), "*", SearchOption.AllDirectories))
        {
            var target = folder.File(Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(
        "lib.sh",
        "gpl+native lgpl+native-portable gpl+O3 lgpl+Oz-shipped gpl+O3-simd128-msa lgpl+O3-simd128-msa gpl+checkasm-msa lgpl+unittest-msa")]
    [InlineData("wasm-compiler.sh", "gpl+O3 lgpl+Oz-shipped gpl+O3-simd128-msa lgpl+O3-simd128-msa gpl+checkasm-msa lgpl+unittest-msa")]
    [InlineData("build-ffmpeg.sh", "gpl+native lgpl+native-portable gpl+O3 lgpl+Oz-shipped gpl+O3-simd128-msa lgpl+O3-simd128-msa")]
    [InlineData("components.txt", "gpl+native lgpl+native-portable gpl+O3 lgpl+Oz-shipped gpl+O3-simd128-msa lgpl+O3-simd128-msa")]
    [InlineData("components-native.txt", "gpl+native lgpl+native-portable")]
    [InlineData(
        "patches/ffmpeg-wasi.diff", "gpl+native lgpl+native-portable gpl+O3 lgpl+Oz-shipped gpl+O3-simd128-msa lgpl+O3-simd128-msa")]
    [InlineData("build-libwebp.sh", "gpl+native lgpl+native-portable gpl+O3 lgpl+Oz-shipped gpl+O3-simd128-msa lgpl+O3-simd128-msa")]
    [InlineData("build-x264.sh", "gpl+native gpl+O3 gpl+O3-simd128-msa gpl+checkasm-msa")]
    [InlineData("patches/x264-wasi.diff", "gpl+native gpl+O3 gpl+O3-simd128-msa gpl+checkasm-msa")]
    [InlineData("build-openh264.sh", "lgpl+native-portable lgpl+Oz-shipped lgpl+O3-simd128-msa lgpl+unittest-msa")]
    [InlineData("patches/ffmpeg-openh264.diff", "lgpl+native-portable lgpl+Oz-shipped lgpl+O3-simd128-msa")]
    [InlineData("stubs/sys/sysctl.h", "lgpl+Oz-shipped lgpl+O3-simd128-msa lgpl+unittest-msa")]
    [InlineData("msa/altivec.h", "gpl+O3-simd128-msa lgpl+O3-simd128-msa gpl+checkasm-msa lgpl+unittest-msa")]
    [InlineData("patches/ffmpeg-msa.diff", "gpl+O3-simd128-msa lgpl+O3-simd128-msa")]
    [InlineData("patches/x264-msa.diff", "gpl+O3-simd128-msa gpl+checkasm-msa")]
    [InlineData("build-checkasm.sh", "gpl+checkasm-msa")]
    [InlineData("patches/openh264-lsx-msa.diff", "lgpl+O3-simd128-msa lgpl+unittest-msa")]
    [InlineData("msa/openh264-lsx.h", "lgpl+O3-simd128-msa lgpl+unittest-msa")]
    [InlineData("build-unittest.sh", "lgpl+unittest-msa")]
    [InlineData("products.json", "")]
    [InlineData("README.md", "")]
    [InlineData("describe-module.sh", "")]
    [InlineData("launcher.c", "")]
    public void A_file_rebuilds_only_the_products_that_it_shapes(string file, string rebuilt)
    {
        var before = Hashes();

        File.AppendAllText(folder.File($"toolchain/{file}"), "\n");

        var after = Hashes();
        string.Join(' ', Observed.Where(key => after[key] != before[key])).Should().Be(rebuilt);
    }

    [Theory]
    [InlineData("lib.sh", "gpl+native-ffmpeg9 gpl+native-portable-ffmpeg9 gpl+ffmpeg9-Oz gpl+ffmpeg9-O3-simd128-msa", true)]
    [InlineData("build-ffmpeg.sh", "gpl+native-ffmpeg9 gpl+native-portable-ffmpeg9 gpl+ffmpeg9-Oz gpl+ffmpeg9-O3-simd128-msa", true)]
    [InlineData("components.txt", "gpl+native-ffmpeg9 gpl+native-portable-ffmpeg9 gpl+ffmpeg9-Oz gpl+ffmpeg9-O3-simd128-msa", true)]
    [InlineData("build-ffmpeg9.sh", "gpl+native-ffmpeg9 gpl+native-portable-ffmpeg9 gpl+ffmpeg9-Oz gpl+ffmpeg9-O3-simd128-msa", false)]
    [InlineData("ffmpeg9/main.c", "gpl+native-ffmpeg9 gpl+native-portable-ffmpeg9 gpl+ffmpeg9-Oz gpl+ffmpeg9-O3-simd128-msa", false)]
    [InlineData(
        "patches/ffmpeg9-wasi.diff", "gpl+native-ffmpeg9 gpl+native-portable-ffmpeg9 gpl+ffmpeg9-Oz gpl+ffmpeg9-O3-simd128-msa", false)]
    [InlineData("patches/ffmpeg9-msa.diff", "gpl+ffmpeg9-O3-simd128-msa", false)]
    [InlineData("patches/ffmpeg-wasi.diff", "", true)]
    [InlineData("patches/x264-msa.diff", "gpl+ffmpeg9-O3-simd128-msa", true)]
    public void A_file_that_shapes_FFmpeg_9_rebuilds_5_only_if_they_share_it(string file, string rebuilt, bool isShared)
    {
        var before = Hashes();

        File.AppendAllText(folder.File($"toolchain/{file}"), "\n");

        var after = Hashes();
        string.Join(' ', OfFfmpeg9.Where(key => after[key] != before[key])).Should().Be(rebuilt);
        Observed.Any(key => after[key] != before[key]).Should().Be(isShared);
    }

    [Theory]
    [InlineData("gpl+native-ffmpeg9", "ffmpeg9 x264 libwebp zlib")]
    [InlineData("gpl+ffmpeg9-Oz", "ffmpeg9 x264 libwebp zlib")]
    [InlineData("gpl+native", "ffmpeg x264 libwebp zlib")]
    [InlineData("lgpl+native", "ffmpeg openh264 libwebp zlib")]
    [InlineData("lgpl+O3-simd128-msa", "ffmpeg openh264 libwebp zlib")]
    [InlineData("gpl+checkasm-msa", "x264")]
    [InlineData("lgpl+unittest-msa", "openh264")]
    public void A_product_is_made_of_its_own_sources(string key, string sources)
    {
        var recipes = Load();

        string.Join(' ', recipes.SourcesOf(Product(recipes, key)).Select(source => source.Name)).Should().Be(sources);
    }

    [Fact]
    public void A_source_rebuilds_only_the_products_made_from_it()
    {
        var recipes = Load();
        var others = recipes with
        {
            Sources = [.. recipes.Sources.Select(source => source.Name == "openh264" ? source with { Sha256 = "00" } : source)],
        };

        Observed.Where(key => others.HashOf(Product(others, key)) != recipes.HashOf(Product(recipes, key)))
            .Should().Equal("lgpl+native-portable", "lgpl+Oz-shipped", "lgpl+O3-simd128-msa", "lgpl+unittest-msa");
    }

    private static Product Product(ToolchainRecipes recipes, string key) => recipes.Products.Single(product => product.Key == key);

    private ToolchainRecipes Load() => ToolchainRecipes.Load(folder.File("toolchain"));

    private ImmutableDictionary<string, string> Hashes()
    {
        var recipes = Load();
        return recipes.Products.ToImmutableDictionary(product => product.Key, recipes.HashOf);
    }
}
