namespace Afmpeg.Perf.Licences;

/// <summary>Something that the suite builds, takes or carries, with its terms.</summary>
/// <param name="Kind">What it is: source, medium, package, engine, compiler, product.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version, or why that is not known.</param>
/// <param name="Licence">Its licence as SPDX writes it, or where it is to be read, or why it is not known.</param>
public sealed record Part(string Kind, string Name, string Version, string Licence);
