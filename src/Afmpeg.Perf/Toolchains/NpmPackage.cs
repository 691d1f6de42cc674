namespace Afmpeg.Perf.Toolchains;

/// <summary>One entry of toolchain/npm.json: a package of npm, pinned.</summary>
/// <param name="Name">Its name, with its scope where it has one.</param>
/// <param name="Version">Its version.</param>
/// <param name="Integrity">The SHA-512 of its archive, as npm writes it: sha512-BASE64.</param>
/// <param name="Licence">Its licence, as SPDX writes it.</param>
public sealed record NpmPackage(string Name, string Version, string Integrity, string Licence)
{
    /// <summary>Its name as a file name: ffmpeg-core for @ffmpeg/core.</summary>
    public string Key => Name.TrimStart('@').Replace('/', '-');
}
