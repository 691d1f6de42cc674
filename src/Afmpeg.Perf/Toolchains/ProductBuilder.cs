using System.Collections.Immutable;
using System.Text.Json;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>Builds one product step by step in a temporary folder and publishes it when it is whole.</summary>
/// <param name="folders">Where sources and builds lie.</param>
/// <param name="recipes">What products are made of.</param>
/// <param name="steps">What runs the steps.</param>
public sealed class ProductBuilder(SuiteFolders folders, ToolchainRecipes recipes, StepRunner steps)
{
    /// <summary>Builds the product.</summary>
    /// <param name="product">The product.</param>
    /// <param name="store">Where it goes.</param>
    /// <param name="compiler">The compiler packages and their versions.</param>
    /// <param name="cancellation">Stops it; nothing that looks finished is left.</param>
    /// <returns>When it is published.</returns>
    public async Task Build(Product product, ProductStore store, string compiler, CancellationToken cancellation)
    {
        var work = Path.Combine(folders.Work, $"{product.Key}-{Guid.NewGuid():N}");
        var built = Path.Combine(work, "out");
        Directory.CreateDirectory(built);
        try
        {
            var environment = Variables(product, work, built);
            foreach (var step in StepsOf(product))
            {
                await steps.Script($"{product.Key}: {step}", $"{step}.sh", [], environment, cancellation);
            }

            store.Publish(built, await Describe(product, Path.Combine(built, product.FileName), compiler, cancellation));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>The steps that build a product.</summary>
    /// <param name="product">The product.</param>
    /// <returns>The names of their scripts, without .sh, in order.</returns>
    internal static ImmutableArray<string> StepsOf(Product product) =>
    [
        .. product.IsModule ? ["unpack", "wasm-compiler"] : (string[])["unpack"],
        .. product.Program switch
        {
            Product.Checkasm => ["build-x264", "build-checkasm"],
            Product.UnitTest => ["build-openh264", "build-unittest"],
            _ => (string[])["build-zlib", "build-libwebp", product.Flavour == LicenceFlavour.Gpl ? "build-x264" : "build-openh264", $"build-{product.Program}"],
        },
    ];

    private Dictionary<string, string?> Variables(Product product, string work, string built) => new()
    {
        ["BUILD_SOURCES"] = folders.Sources,
        ["BUILD_PACKAGES"] = folders.Packages,
        ["BUILD_SOURCE_NAMES"] = string.Join(' ', recipes.SourcesOf(product).Select(source => source.Name)),
        ["BUILD_WORK"] = work,
        ["BUILD_OUT"] = built,
        ["BUILD_TARGET"] = product.Target,
        ["BUILD_FLAVOUR"] = product.Flavour,
        ["BUILD_OPTIMIZE"] = product.Optimize,
        ["BUILD_ASM"] = product.Asm ? "true" : "false",
        ["BUILD_THREADS"] = product.Threads ? "true" : "false",
        ["BUILD_MSA"] = product.Msa ? "true" : "false",
        ["BUILD_X264_FLAGS"] = product.X264Flags,
        ["BUILD_FFMPEG_OPTIONS"] = string.Join(' ', product.FfmpegOptions),
        ["BUILD_JOBS"] = Environment.ProcessorCount.ToString(),
    };

    private async Task<ProductManifest> Describe(Product product, string file, string compiler, CancellationToken cancellation)
    {
        var manifest = new ProductManifest(
            product,
            recipes.HashOf(product),
            compiler,
            recipes.SourcesOf(product).ToImmutableSortedDictionary(source => source.Name, source => source.Description, StringComparer.Ordinal),
            new FileInfo(file).Length,
            ProductStore.Checksum(file),
            GzipBytes: null,
            BrotliBytes: null,
            VectorInstructions: null);
        if (!product.IsModule)
        {
            return manifest;
        }

        var answer = await steps.Script(
            $"{product.Key}: describe-module", "describe-module.sh", [], new Dictionary<string, string?> { ["MODULE"] = file }, cancellation);
        var facts = JsonSerializer.Deserialize<ModuleFacts>(answer.Trim().Split('\n')[^1], JsonSerializerOptions.Web)!;
        return manifest with { GzipBytes = facts.GzipBytes, BrotliBytes = facts.BrotliBytes, VectorInstructions = facts.VectorInstructions };
    }

    private sealed record ModuleFacts(long GzipBytes, long BrotliBytes, long VectorInstructions);
}
