namespace Afmpeg.Perf.Comparisons;

/// <summary>A module of a run.</summary>
/// <param name="Build">How it was compiled.</param>
/// <param name="Flavour">gpl or lgpl.</param>
/// <param name="Bytes">Its size on disk.</param>
/// <param name="Sha256">Its checksum, in lower-case hexadecimal.</param>
public sealed record ModuleSnapshot(string Build, string Flavour, long Bytes, string Sha256)
{
    /// <summary>flavour+build, as toolchain/products.json calls it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Name => $"{Flavour}+{Build}";
}
