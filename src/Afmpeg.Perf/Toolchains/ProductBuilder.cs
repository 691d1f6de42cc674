namespace Afmpeg.Perf.Toolchains;

/// <summary>Builds one product step by step in a temporary folder and publishes it when it is whole.</summary>
public sealed class ProductBuilder(SuiteFolders folders, ToolchainRecipes recipes, StepRunner steps)
{
    /// <summary>Builds the product and publishes it; cancelled, it leaves nothing that looks finished.</summary>
    /// <param name="product">The product.</param>
    /// <param name="store">Where it goes.</param>
    /// <param name="compiler">The compiler packages and their versions, for the manifest.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task Build(Product product, ProductStore store, string compiler, CancellationToken cancellation) =>
        steps.InWorkFolder(product.Key, async (work, built) =>
        {
            var environment = Variables(product, work, built);
            foreach (var step in StepsOf(product))
            {
                await steps.Script($"{product.Key}: {step}", $"{step}.sh", [], environment, cancellation);
            }

            store.Publish(built, await Describe(product, Path.Combine(built, product.FileName), compiler, cancellation));
        });

    /// <summary>The steps that build a product: the names of their scripts, without .sh, in order.</summary>
    internal static ImmutableArray<string> StepsOf(Product product) =>
    [
        .. product.IsModule ? ["unpack", "wasm-compiler"] : (string[])["unpack"],
        .. product.Program switch
        {
            Product.Checkasm => ["build-x264", "build-checkasm"],
            Product.UnitTest => ["build-openh264", "build-unittest"],
            _ => (string[])
            [
                "build-zlib", "build-libwebp", product.Flavour == Product.Gpl ? "build-x264" : "build-openh264", $"build-{product.Program}",
            ],
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
        var facts = product.IsModule
            ? await ModuleDescription.Make(steps, $"{product.Key}: describe-module", file, script: null, cancellation)
            : null;
        var sources = recipes.SourcesOf(product);
        return new ProductManifest(
            product,
            recipes.HashOf(product),
            compiler,
            sources.ToImmutableSortedDictionary(source => source.Name, source => source.Description, StringComparer.Ordinal),
            new FileInfo(file).Length,
            ProductStore.Checksum(file),
            facts?.GzipBytes,
            facts?.BrotliBytes,
            facts?.VectorInstructions);
    }
}
