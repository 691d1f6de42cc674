using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Media;

/// <summary>Files of unpacked Debian packages: none is used before its checksum was seen.</summary>
internal static class PackageFiles
{
    /// <summary>What jobs know a file as: its id, and the extension by which FFmpeg knows its format.</summary>
    public static string StagedName(string id, PackageFile file) => id + Path.GetExtension(file.File).ToLowerInvariant();

    /// <summary>The file, checked against the manifest's checksum.</summary>
    /// <exception cref="PerfException">It is missing, or another file.</exception>
    public static MediaFile Open(SuiteFolders folders, string id, PackageFile source)
    {
        var file = Path.Combine(folders.Packages, source.Package, source.File);
        var observed = File.Exists(file) ? ProductStore.Checksum(file) : "no file";
        if (observed == source.Sha256)
        {
            return new MediaFile(file, observed, new FileInfo(file).Length);
        }

        // Of another version, the same archive would give the same file again.
        var other = DebianPackages.VersionOfUnpacked(folders.Packages, source.Package) is { } version && !source.Versions.Contains(version)
            ? version : null;
        throw new PerfException(ExitStatus.Missing, $"The file that {id} is taken from is not the one that media/manifest.json names")
        {
            Where = file,
            Expected = $"sha256 {source.Sha256}, as in {source.Package} {string.Join(" or ", source.Versions)}",
            Observed = other is null ? observed : $"{observed}, in {source.Package} {other}",
            Remedy = other is null
                ? CommandText.Of("rm", ["-r", Path.Combine(folders.Packages, source.Package)])
                    + ", then give the same command: it fetches it again"
                : "afmpeg-perf setup --mirror URL, with the URL of a Debian archive that still has one of these versions",
        };
    }
}
