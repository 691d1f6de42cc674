using System.ComponentModel;

namespace Afmpeg.Perf.Media;

/// <summary>A file of a Debian package.</summary>
/// <param name="Package">The package; it is unpacked into the cache, not installed.</param>
/// <param name="File">The file's path in it.</param>
/// <param name="Sha256">Its checksum.</param>
/// <param name="Licence">Its licence, as SPDX writes it.</param>
/// <param name="Attribution">Who made it.</param>
public sealed record PackageFile(
    [property: Description("The Debian package; it is unpacked into the cache, not installed.")] string Package,
    [property: Description("The file's path in the package.")] string File,
    [property: Description("The file's SHA-256.")] string Sha256,
    [property: Description("The file's licence, as SPDX writes it.")] string Licence,
    [property: Description("Who made it.")] string Attribution);
