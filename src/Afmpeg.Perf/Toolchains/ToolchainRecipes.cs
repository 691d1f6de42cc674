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
/// <param name="StepsHash">A hash of every step, patch and list.</param>
public sealed record ToolchainRecipes(
    ImmutableArray<SourcePackage> Sources, ImmutableArray<Product> Products, ImmutableArray<string> Packages, string StepsHash)
{
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
        HashSteps(folder));

    /// <summary>The product with this key.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The product.</returns>
    public Product Product(string key) => Products.First(product => product.Key == key);

    /// <summary>A hash of everything that shapes the product but the compiler: its entry, the steps, the sources.</summary>
    /// <param name="product">The product.</param>
    /// <returns>Twelve hexadecimal digits.</returns>
    public string HashOf(Product product) =>
        ShortHash($"{JsonSerializer.Serialize(product)}|{StepsHash}|{string.Join('|', Sources.Select(source => source.Sha256))}");

    private static string HashSteps(string folder)
    {
        // The two lists of entries are hashed entry by entry in HashOf, so that adding a product rebuilds no other one.
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is not ".json" and not ".md")
            .Order(StringComparer.Ordinal);
        var text = string.Join('|', files.Select(file => $"{Path.GetRelativePath(folder, file)}:{Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));
        return ShortHash(text);
    }

    private static T Read<T>(string path) => CheckedJson.Load<T>(path).Value;

    private static string ShortHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private sealed record SourcesFile(ImmutableArray<SourcePackage> Sources);

    private sealed record ProductsFile(ImmutableArray<Product> Products);
}
