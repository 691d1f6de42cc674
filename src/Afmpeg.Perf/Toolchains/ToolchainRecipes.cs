using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>What toolchain/ says: which sources, which products, which packages, and a hash of all that shapes a product.</summary>
/// <param name="Sources">The upstream tarballs.</param>
/// <param name="Products">The products.</param>
/// <param name="Packages">Debian packages that building needs.</param>
/// <param name="StepsHash">A hash of every step, patch and list that shapes a product.</param>
/// <param name="LauncherHash">A hash of what the launcher is built from.</param>
public sealed record ToolchainRecipes(
    ImmutableArray<SourcePackage> Sources, ImmutableArray<Product> Products, ImmutableArray<string> Packages, string StepsHash, string LauncherHash)
{
    // Entries of sources.json and products.json are hashed one by one in HashOf, so that adding a product rebuilds no other one.
    private static readonly ImmutableArray<string> LauncherFiles = ["launcher.c", "build-launcher.sh"];

    private static readonly ImmutableArray<string> ShapeNoProduct =
        ["packages.txt", "install-packages.sh", "apt-root.sh", "fetch-source.sh", "fetch-package.sh", "describe-module.sh", .. LauncherFiles];

    /// <summary>The names of the module builds, in the file's order, each once.</summary>
    public ImmutableArray<string> ModuleBuilds => [.. Products.Where(product => product.IsModule).Select(product => product.Build).Distinct()];

    /// <summary>Reads the folder.</summary>
    /// <param name="folder">toolchain/.</param>
    /// <returns>The recipes.</returns>
    /// <exception cref="PerfException">A file is missing or cannot be read.</exception>
    public static ToolchainRecipes Load(string folder) => new(
        Read<SourcesFile>(Path.Combine(folder, "sources.json")).Sources,
        Read<ProductsFile>(Path.Combine(folder, "products.json")).Products,
        [.. File.ReadLines(Path.Combine(folder, "packages.txt")).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0)],
        HashSteps(folder),
        HashFiles(folder, LauncherFiles.Select(name => Path.Combine(folder, name))));

    /// <summary>Those of some products that there is an entry for; a lane whose product has none is not measured.</summary>
    /// <param name="keys">Keys, known or not.</param>
    /// <returns>The products.</returns>
    public ImmutableArray<Product> Known(IEnumerable<string> keys) => [.. Products.Where(product => keys.Contains(product.Key))];

    /// <summary>A hash of everything that shapes the product but the compiler: its entry, the steps, the sources.</summary>
    /// <param name="product">The product.</param>
    /// <returns>Twelve hexadecimal digits.</returns>
    public string HashOf(Product product) =>
        ShortHash($"{JsonSerializer.Serialize(product)}|{StepsHash}|{string.Join('|', Sources.Select(source => source.Sha256))}");

    private static string HashSteps(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is not ".json" and not ".md" && !ShapeNoProduct.Contains(Path.GetFileName(file)))
            .Order(StringComparer.Ordinal);
        return HashFiles(folder, files);
    }

    private static string HashFiles(string folder, IEnumerable<string> files) => ShortHash(string.Join(
        '|', files.Select(file => $"{Path.GetRelativePath(folder, file)}:{Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}")));

    private static T Read<T>(string path) => CheckedJson.Load<T>(path).Value;

    private static string ShortHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private sealed record SourcesFile(ImmutableArray<SourcePackage> Sources);

    private sealed record ProductsFile(ImmutableArray<Product> Products);
}
