namespace Afmpeg.Perf.Toolchains;

/// <summary>One entry of toolchain/sources.json: an upstream tarball of a Debian source package.</summary>
/// <param name="Name">The source package.</param>
/// <param name="Version">Upstream's version.</param>
/// <param name="File">The tarball's name.</param>
/// <param name="Sha256">Its checksum.</param>
/// <param name="Licence">Its licence, as SPDX writes it.</param>
public sealed record SourcePackage(string Name, string Version, string File, string Sha256, string Licence)
{
    /// <summary>What stands between the version that was taken and the one that sources.json names.</summary>
    public const string Instead = "instead of";

    /// <summary>The version that sources.json names, where the archive no longer has it and this one of the same series was taken; null otherwise.</summary>
    public string? Pinned { get; init; }

    /// <summary>The version for people: "5.1.9", or "5.1.10 instead of 5.1.9".</summary>
    public string Description => Pinned is null ? Version : $"{Version} {Instead} {Pinned}";

    /// <summary>What a folder of tarballs has in its place: fetch-source.sh says so in a file.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The source that is there; itself where nothing was taken in its place, or it is there as well.</returns>
    public SourcePackage In(string folder)
    {
        var note = Path.Combine(folder, $"{Name}.moved");
        return !System.IO.File.Exists(Path.Combine(folder, File)) && System.IO.File.Exists(note)
            && System.IO.File.ReadAllText(note).Trim().Split(' ') is [var pinned, var version, var file, var sha256] && pinned == Sha256
            ? this with { Version = version, File = file, Sha256 = sha256, Pinned = Version }
            : this;
    }
}
