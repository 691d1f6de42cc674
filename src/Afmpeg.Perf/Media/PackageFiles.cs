using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Media;

/// <summary>Files of unpacked Debian packages: none is used before its checksum was seen.</summary>
internal static class PackageFiles
{
    /// <summary>What jobs know a file as: its id, and the ending that tells FFmpeg its format.</summary>
    public static string StagedName(string id, PackageFile file) => id + Path.GetExtension(file.File).ToLowerInvariant();

    /// <summary>The file, held against the manifest's checksum.</summary>
    /// <exception cref="PerfException">It is missing, or another file.</exception>
    public static MediaFile Open(SuiteFolders folders, string id, PackageFile source)
    {
        var file = Path.Combine(folders.Packages, source.Package, source.File);
        var observed = File.Exists(file) ? ProductStore.Checksum(file) : "no file";
        return observed == source.Sha256
            ? new MediaFile(file, observed, new FileInfo(file).Length)
            : throw new PerfException(ExitStatus.Missing, $"The file that {id} is taken from is not the one that media/manifest.json names")
            {
                Where = file,
                Expected = $"sha256 {source.Sha256}",
                Observed = observed,
                Remedy = CommandText.Of("rm", ["-r", Path.Combine(folders.Packages, source.Package)]) + ", then the same command again fetches it anew",
            };
    }
}

/// <summary>A file of the library in the cache, held against its checksum. That of a clip was found when it was made and lies beside it as clip.json.</summary>
/// <param name="File">Its path.</param>
/// <param name="Sha256">Its checksum.</param>
/// <param name="Bytes">Its size.</param>
public sealed record MediaFile(string File, string Sha256, long Bytes);
