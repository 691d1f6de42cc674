using System.Security.Cryptography;
using System.Text.Json;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>
/// The built products: a folder each, named by key, recipe and compiler; a folder is there only when its product is whole.
/// </summary>
/// <param name="folder">The store's folder.</param>
/// <param name="recipes">What the products are made by.</param>
/// <param name="compilerHash">
/// A hash of the compiler packages; null where none is installed, so that a product of any compiler will do.
/// </param>
public sealed class ProductStore(string folder, ToolchainRecipes recipes, string? compilerHash)
{
    private const string ManifestName = "manifest.json";

    /// <summary>The folder of a product that is there; null where it has yet to be built.</summary>
    public string? Find(Product product)
    {
        var prefix = $"{product.Key}-{recipes.HashOf(product)}-";
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder, $"{prefix}{compilerHash ?? "*"}").Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
    }

    /// <summary>Reads a product's manifest and compares its file with it.</summary>
    /// <exception cref="PerfException">The product is not there, or its file is not what was built.</exception>
    public (string File, ProductManifest Manifest) Open(Product product)
    {
        var home = Find(product)
            ?? throw new PerfException(ExitStatus.Missing, $"{product.Key} is not built") { Remedy = "afmpeg-perf setup" };
        var file = Path.Combine(home, product.FileName);
        var manifest = ReadManifest(Path.Combine(home, ManifestName));
        var observed = File.Exists(file) ? Checksum(file) : "no file";
        return observed == manifest?.Sha256
            ? (file, manifest)
            : throw new PerfException(ExitStatus.Missing, $"The cached {product.Key} is damaged")
            {
                Where = file,
                Expected = $"sha256 {manifest?.Sha256 ?? "of a readable manifest.json"}",
                Observed = observed,
                Remedy = CommandText.Of("rm", ["-r", home]) + ", then give the same command: it builds it again",
            };
    }

    /// <summary>Moves a finished build into place, from a folder on the same file system.</summary>
    public void Publish(string built, ProductManifest manifest)
    {
        File.WriteAllText(Path.Combine(built, ManifestName), JsonSerializer.Serialize(manifest, JsonSerializerOptions.Web));
        Directory.CreateDirectory(folder);
        Directory.Move(built, Path.Combine(folder, $"{manifest.Product.Key}-{manifest.Recipe}-{compilerHash}"));
    }

    /// <summary>A file's SHA-256, in lower-case hexadecimal digits.</summary>
    public static string Checksum(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static ProductManifest? ReadManifest(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ProductManifest>(File.ReadAllText(path), JsonSerializerOptions.Web);
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            return null;
        }
    }
}
