namespace Afmpeg.Perf.Toolchains;

/// <summary>
/// One entry of toolchain/sources.json: an upstream tarball of a Debian source package, pinned by its checksum, or whatever a suite has of
/// a series.
/// </summary>
/// <param name="Name">The source's name here, and Debian's unless <paramref name="Package"/> says another.</param>
/// <param name="Version">Upstream's version; the series, such as 9, where a suite is named.</param>
/// <param name="Licence">Its licence, as SPDX writes it.</param>
/// <param name="File">The tarball's name; empty where a suite is named and nothing has been taken from it yet.</param>
/// <param name="Sha256">Its checksum, likewise.</param>
/// <param name="Suite">
/// The suite whose present version of the series is taken: it moves on, so that nothing is pinned. Null for a pinned source.
/// </param>
/// <param name="Package">Debian's name of the source package, where it is another.</param>
public sealed record SourcePackage(
    string Name, string Version, string Licence, string File = "", string Sha256 = "", string? Suite = null, string? Package = null)
{
    /// <summary>What stands between the version that was taken and the one that sources.json names.</summary>
    public const string Instead = "instead of";

    private const int DigitsShown = 12;

    /// <summary>
    /// The version that sources.json names, where the archive no longer has it and this one of the same series was taken; null otherwise.
    /// </summary>
    public string? Pinned { get; init; }

    /// <summary>The version for people: "5.1.9", "5.1.10 instead of 5.1.9", or "9.0.2 of Debian sid, sha256 8c3850283eb2".</summary>
    public string Description => Pinned is not null ? $"{Version} {Instead} {Pinned}"
        : Suite is null ? Version
        : File.Length == 0 ? $"{Version}.* of Debian {Suite}, not fetched yet"
        : $"{Version} of Debian {Suite}, sha256 {Sha256[..DigitsShown]}";

    /// <summary>What a folder of tarballs has in its place: fetch-source.sh says so in a file.</summary>
    /// <returns>The source that is there; itself where nothing was taken in its place, or it is there as well.</returns>
    public SourcePackage In(string folder)
    {
        var note = Path.Combine(folder, $"{Name}.moved");
        return !System.IO.File.Exists(Path.Combine(folder, File)) && System.IO.File.Exists(note)
            && System.IO.File.ReadAllText(note).Trim().Split(' ') is [var asked, var version, var file, var sha256]
            && asked == (Suite is null ? Sha256 : Version)
            ? this with { Version = version, File = file, Sha256 = sha256, Pinned = Suite is null ? Version : null }
            : this;
    }
}
