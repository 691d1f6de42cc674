namespace Afmpeg.Perf.Toolchains;

/// <summary>One entry of toolchain/sources.json: an upstream tarball of a Debian source package.</summary>
/// <param name="Name">The source package.</param>
/// <param name="Version">Upstream's version.</param>
/// <param name="File">The tarball's name.</param>
/// <param name="Sha256">Its checksum.</param>
/// <param name="Licence">Its licence, as SPDX writes it.</param>
public sealed record SourcePackage(string Name, string Version, string File, string Sha256, string Licence);
