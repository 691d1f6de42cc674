using System.Text.Json;

namespace Afmpeg.Perf.Toolchains;

/// <summary>What a product is made of; lies beside it in the cache as manifest.json.</summary>
/// <param name="Product">Its entry in products.json.</param>
/// <param name="Recipe">The hash of its recipe.</param>
/// <param name="Compiler">The compiler packages and their versions.</param>
/// <param name="Sources">The sources and their versions.</param>
/// <param name="Bytes">The file's size.</param>
/// <param name="Sha256">The file's checksum.</param>
/// <param name="GzipBytes">gzip -9; null for a native product, which nobody downloads.</param>
/// <param name="BrotliBytes">brotli at quality 11; null for a native product.</param>
/// <param name="VectorInstructions">How many instructions work on 128-bit vectors; null for a native product.</param>
public sealed record ProductManifest(
    Product Product,
    string Recipe,
    string Compiler,
    ImmutableSortedDictionary<string, string> Sources,
    long Bytes,
    string Sha256,
    long? GzipBytes,
    long? BrotliBytes,
    long? VectorInstructions);

/// <summary>What describe-module.sh says of a module, of both together where a script is loaded with it.</summary>
/// <param name="Bytes">Module and script as they lie on disk.</param>
/// <param name="GzipBytes">Both, each with gzip -9.</param>
/// <param name="BrotliBytes">Both, each with brotli at quality 11.</param>
/// <param name="Sha256">The module's checksum, in lower-case hexadecimal.</param>
/// <param name="VectorInstructions">How many of the module's instructions work on 128-bit vectors.</param>
public sealed record ModuleDescription(long Bytes, long GzipBytes, long BrotliBytes, string Sha256, long VectorInstructions)
{
    internal static async Task<ModuleDescription> Make(
        StepRunner steps, string step, string module, string? script, CancellationToken cancellation)
    {
        var environment = new Dictionary<string, string?> { ["MODULE"] = module, ["BESIDE"] = script };
        var answer = await steps.Script(step, "describe-module.sh", [], environment, cancellation);
        return JsonSerializer.Deserialize<ModuleDescription>(answer.Trim().Split('\n')[^1], JsonSerializerOptions.Web)!;
    }
}
